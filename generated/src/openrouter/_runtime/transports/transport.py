"""What a call needs of an HTTP library, and how a response is read with any of them.

Each library is adapted by one `Transport`. Its methods are coroutines; those of a sync library
never wait for an event loop, so that one flow serves sync and async calls (see `drivers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias

from ..timeouts import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    import httpx2

    from ..http.requests import Prepared

ACCEPTED_ENCODINGS: Final = b"gzip, deflate"
"""Encodings that are requested, whatever is installed.

An empty frame of Brotli or Zstandard costs an HTTP library more than the bytes that it takes.
"""
SHORTEST_TIMEOUT: Final = 0.001
"""Seconds; no time-out is zero, which some systems take for none."""
MOST_REDIRECTS: Final = 10
FIRST_ERROR: Final = 400

Until: TypeAlias = Literal["headers", "body"]
"""What of a success is read before a call returns."""


class Failure(NamedTuple):
    """Why no response was received.

    Attributes:
        sent: Whether the server may have seen the request.
        transient: Whether another attempt could succeed.
        timed_out: Whether a time-out was the reason.
        reason: The library's exception, if another one was raised for it.
    """

    sent: bool
    transient: bool
    timed_out: bool
    reason: Exception | None = None


class BrokenError(Exception):
    """An exception of an HTTP library, with what it means.

    Args:
        failure: What it means; `reason` is the library's exception.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{type(failure.reason).__name__}: {failure.reason}")
        self.failure = failure


def undecodable(error: Exception) -> BrokenError:
    """Return the exception for a body that can't be decompressed: it would be the same again."""
    return BrokenError(Failure(sent=True, transient=False, timed_out=False, reason=error))


class Hop(NamedTuple):
    """A request to send.

    Attributes:
        request: The request, as the library has it.
        is_elsewhere: Whether a redirect leads to another origin, which gets no credentials.
    """

    request: Any
    is_elsewhere: bool = False


class Transport(Protocol):
    """An HTTP library, and the connections that it keeps.

    Attributes:
        is_async: Whether its methods wait for an event loop.
    """

    is_async: bool

    def build(self, prepared: Prepared, timeouts: Steps | None, left: float | None = None) -> Any:
        """Return a request of the library.

        Args:
            prepared: The request.
            timeouts: The time-outs of the steps; None for the default.
            left: Seconds that the whole call still has, to which the wait for a connection is
                limited; None for no limit. `interrupt` ends reads and writes.

        Raises:
            ValueError: The URL is invalid.
        """

    async def send(self, hop: Hop) -> httpx2.Response:
        """Send a request, and return the response before its body is read."""
        ...

    def redirected(self, response: httpx2.Response, first: Any) -> Hop | None:
        """Return the request that a redirect leads to; None if there is none that is followed.

        Args:
            response: The last response.
            first: The original request.
        """

    def interrupt(self, request: Any) -> None:
        """End a request that another thread waits for; it raises an exception there."""

    def pieces(self, response: httpx2.Response, size: int | None = None) -> Any:
        """Return an iterator over the decompressed body, for `next_piece`.

        Args:
            response: The response.
            size: Size of each piece in bytes; None for the pieces as they arrive.
        """

    async def next_piece(self, pieces: Any) -> bytes | None:
        """Return the next piece of a body; None after the last."""

    async def stop(self, pieces: Any) -> None:
        """End the iteration over a body early."""

    def arrived(self, response: httpx2.Response) -> bytes | None:
        """Return the body if all of it has arrived and it is not compressed; else None."""
        ...

    def keep(self, response: httpx2.Response, content: bytes) -> bytes:
        """Let a response keep its body, which was read piece by piece, and return it."""
        ...

    async def close(self, response: httpx2.Response) -> None:
        """Close a response. The rest of its body is not read."""

    def failure(self, error: Exception) -> Failure | None:
        """Return what an exception means; None if it is not one of the library's."""

    def is_shut(self) -> bool:
        """Return whether all connections were closed."""
        ...

    async def shut(self) -> None:
        """Close all connections, and end the calls that wait for them."""


class TooLargeError(Exception):
    """A body is larger than the limit.

    Args:
        response: The response; its body is lost.
        max_bytes: The limit.
    """

    def __init__(self, response: httpx2.Response, max_bytes: int) -> None:
        super().__init__(f"it is larger than max_response_bytes ({max_bytes:,} bytes)")
        self.response = response


class DeadlineError(Exception):
    """The time of a call is over."""

    def __init__(self) -> None:
        super().__init__("the time of the call (deadline_ms) is over")


async def exchange(
    transport: Transport,
    hop: Hop,
    *,
    max_bytes: int | None,
    until: Until = "body",
    within: Callable[[Coroutine[Any, Any, Any]], Coroutine[Any, Any, Any]] | None = None,
) -> httpx2.Response:
    """Send a request and read the response; the body of a success is not read if it is streamed.

    Args:
        transport: Sends the request.
        hop: The request.
        max_bytes: Maximum size of the body if it is read; None for no limit.
        until: What of a success to read: its headers, or its body as well.
        within: Limits the time of a coroutine; None for no limit.

    Raises:
        TooLargeError: The body of a success exceeds the limit.
        DeadlineError: The time is over.
        Exception: One of the library's if no response was received, or if the body of a success
            broke off. The status of a failure is meaningful even without its body.
    """
    sending = transport.send(hop)
    response: httpx2.Response = await (sending if within is None else within(sending))
    if until == "headers" and response.is_success:
        return response
    try:
        reading = read(transport, response, max_bytes)
        await (reading if within is None else within(reading))
    except BaseException as error:
        await transport.close(response)
        if not _is_failure(transport, response, error):
            raise
    return response


def _is_failure(transport: Transport, response: httpx2.Response, error: BaseException) -> bool:
    if isinstance(error, TooLargeError):
        return not response.is_success
    return (
        response.status_code >= FIRST_ERROR
        and isinstance(error, Exception)
        and (isinstance(error, DeadlineError) or transport.failure(error) is not None)
    )


async def read(transport: Transport, response: httpx2.Response, max_bytes: int | None) -> bytes:
    """Read a body and return it; the response keeps it.

    The limit applies to the decompressed size: a compressed body of 10 MB can expand to 10 GB.

    Raises:
        TooLargeError: It is larger than `max_bytes` bytes.
        Exception: One of the library's if it breaks off.
    """
    if response.is_closed:
        return response.read()
    if (arrived := transport.arrived(response)) is not None:
        if max_bytes is not None and len(arrived) > max_bytes:
            raise TooLargeError(response, max_bytes)
        return transport.keep(response, arrived)
    whole = bytearray()  # a list of many small pieces would take a multiple of their size
    pieces = transport.pieces(response)
    is_too_large = False
    try:
        while not is_too_large and (piece := await transport.next_piece(pieces)) is not None:
            is_too_large = max_bytes is not None and len(whole) + len(piece) > max_bytes
            whole += piece
    except BaseException:
        await transport.stop(pieces)
        raise
    if is_too_large and max_bytes is not None:
        await transport.stop(pieces)
        raise TooLargeError(response, max_bytes)
    return transport.keep(response, bytes(whole))


def phases(timeouts: Steps | None, left: float | None) -> dict[str, float]:
    """Return the time-outs of a request, in the order in which httpx2 takes them.

    Args:
        timeouts: The time-outs of the steps; None for the default.
        left: Seconds that the whole call still has; None for no limit.
    """
    opening, reading, writing = timeouts or Steps()
    if left is not None:
        opening = max(min(opening, left), SHORTEST_TIMEOUT)
    return {"connect": opening, "read": reading, "write": writing, "pool": opening}


def is_unresolved(error: BaseException | None) -> bool:
    """Return whether the name of the host is the reason, for which no address was found."""
    import socket

    while error is not None:
        if isinstance(error, socket.gaierror):
            return True
        error = error.__cause__ or error.__context__
    return False


def is_untrusted(error: BaseException | None) -> bool:
    """Return whether the server's certificate is the reason, which stays untrusted."""
    import ssl

    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
