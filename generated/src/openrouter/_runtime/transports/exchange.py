"""Sends one request with any HTTP client, and builds the request of a redirect.

Nothing here knows of retries, or of the API's document.
"""

from __future__ import annotations

import contextlib
import functools
import sys
import weakref
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias, cast
from urllib.parse import urlsplit

from ..http.requests import KEPT_ACROSS_ORIGINS
from ..masking import MASK, SecretText

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncGenerator, Iterable, Iterator

    import httpx2

    from ..http.requests import Prepared

ACCEPTED_ENCODINGS: Final = b"gzip, deflate"
"""Encodings that are requested, whatever is installed.

An empty frame of Brotli or Zstandard costs the HTTP library more than the bytes that it takes.
"""
MOST_REDIRECTS: Final = 10
REDIRECTS: Final = range(300, 400)
FOLLOWED: Final = frozenset({"GET", "HEAD"})
FIRST_ERROR: Final = 400
LONGEST_LABEL: Final = 63
"""Maximum characters between two dots of a host name (RFC 1035, section 2.3.4)."""
MOST_PORT: Final = 65535

Until: TypeAlias = Literal["headers", "body"]
"""What of a success is read before a call returns."""

_PHASES: Final = ("connect", "read", "write", "pool")


class TooLargeError(Exception):
    """A body is larger than the limit.

    Args:
        response: The response; its body is lost.
        max_bytes: The limit.
    """

    def __init__(self, response: httpx2.Response, max_bytes: int) -> None:
        super().__init__(f"it is larger than max_response_bytes ({max_bytes:,} bytes)")
        self.response = response


def request_errors() -> tuple[type[Exception], ...]:
    """Return the exceptions that the loaded HTTP libraries raise if no response is received.

    httpx lets h11's own pass, if a body turns out to be of another length than it was said to be.
    """
    libraries = (("httpx2", "RequestError"), ("httpx", "RequestError"), ("h11", "ProtocolError"))
    return tuple(
        getattr(sys.modules[library], name) for library, name in libraries if library in sys.modules
    )


def exchange(
    client: Any,
    request: Any,
    options: dict[str, Any],
    *,
    max_bytes: int | None,
    until: Until = "body",
) -> httpx2.Response:
    """Send a request and read the response; the body of a success is not read if it is streamed.

    Args:
        client: The HTTP client.
        request: The request.
        options: The options to send it with.
        max_bytes: Maximum size of the body if it is read; None for no limit.
        until: What of a success to read: its headers, or its body as well.

    Raises:
        TooLargeError: The body of a success exceeds the limit.
        Exception: One of `request_errors()` if no response was received, or if the body of a
            success broke off. The status of a failure is meaningful even without its body.
    """
    response: httpx2.Response = client.send(request, stream=True, follow_redirects=False, **options)
    _fence(response)
    if until == "headers" and response.is_success:
        return response
    try:
        read(response, max_bytes)
    except BaseException as error:
        response.close()
        if not _is_failure(response, error):
            raise
    return response


async def exchange_async(
    client: Any,
    request: Any,
    options: dict[str, Any],
    *,
    max_bytes: int | None,
    until: Until = "body",
) -> httpx2.Response:
    """Async version of `exchange`."""
    response: httpx2.Response = await client.send(
        request, stream=True, follow_redirects=False, **options
    )
    _fence(response)
    if until == "headers" and response.is_success:
        return response
    try:
        await read_async(response, max_bytes)
    except BaseException as error:
        await response.aclose()
        if not _is_failure(response, error):
            raise
    return response


def close_when_dropped(owner: object, response: httpx2.Response) -> None:
    """Close a response when the object that a caller reads it with is garbage-collected.

    Otherwise a caller who drops it would keep a connection of the pool occupied.
    """
    if not hasattr(response.stream, "__aiter__"):
        weakref.finalize(owner, response.close).atexit = False
        return
    import asyncio

    with contextlib.suppress(RuntimeError):  # no loop of asyncio is running
        loop = asyncio.get_running_loop()
        weakref.finalize(owner, _close_in, loop, response).atexit = False


def _close_in(loop: asyncio.AbstractEventLoop, response: httpx2.Response) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed, and its connections with it
        loop.call_soon_threadsafe(lambda: loop.create_task(response.aclose()))


def _is_failure(response: httpx2.Response, error: BaseException) -> bool:
    if isinstance(error, TooLargeError):
        return not response.is_success
    return response.status_code >= FIRST_ERROR and isinstance(error, request_errors())


def _fence(response: httpx2.Response) -> None:
    """Drop the connection if more data was received than the response.

    The rest would be taken for the response to the next request. If a server allows line ends in
    headers (response splitting, CWE-113), whoever wrote them would choose that response.
    """
    stream: Any = response.stream
    if hasattr(stream, "_stream"):
        stream.__class__ = _fenced(cast("Any", type(stream)))


@functools.cache
def _fenced(kind: Any) -> type[Any]:
    def close(self: Any) -> None:
        try:
            if (network := _spoilt(self)) is not None:
                network.close()
        finally:
            kind.close(self)

    async def aclose(self: Any) -> None:
        try:
            if (network := _spoilt(self)) is not None:
                await network.aclose()
        finally:
            await kind.aclose(self)

    methods = {"aclose": aclose} if hasattr(kind, "aclose") else {"close": close}
    return type(kind.__name__, (kind,), methods)


def _spoilt(stream: Any) -> Any:
    """Return the connection of a body if more data was received on it, else None.

    The HTTP library does not report this, so its internals are inspected. If these change, its own
    behaviour remains: it drops a connection if more data arrives later.
    """
    try:
        connection = stream._stream._httpcore_stream._stream._connection  # noqa: SLF001 - as above
        left, _ = connection._h11_state.trailing_data  # noqa: SLF001 - as above
    except AttributeError:
        return None
    return connection._network_stream if left else None  # noqa: SLF001 - as above


def read(response: httpx2.Response, max_bytes: int | None) -> bytes:
    """Read a body and return it; the response keeps it.

    The limit applies to the decompressed size: a compressed body of 10 MB can expand to 10 GB.

    Raises:
        TooLargeError: It is larger than `max_bytes` bytes.
        Exception: One of `request_errors()` if it breaks off.
    """
    if max_bytes is None or response.is_closed:
        return response.read()
    # `read` joins the pieces that `iter_bytes` gives, in httpx as in httpx2.
    vars(response)["iter_bytes"] = functools.partial(
        _joined, response, response.iter_bytes(), max_bytes
    )
    try:
        return response.read()
    finally:
        del vars(response)["iter_bytes"]


async def read_async(response: httpx2.Response, max_bytes: int | None) -> bytes:
    """Async version of `read`."""
    if max_bytes is None or response.is_closed:
        return await response.aread()
    pieces = response.aiter_bytes()
    vars(response)["aiter_bytes"] = functools.partial(_joined_async, response, pieces, max_bytes)
    try:
        return await response.aread()
    finally:
        del vars(response)["aiter_bytes"]


def _joined(response: httpx2.Response, pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """Join all pieces: many small ones would take a multiple of their size in memory."""
    whole = bytearray()
    for piece in pieces:
        if len(whole) + len(piece) > max_bytes:
            raise TooLargeError(response, max_bytes)
        whole += piece
    yield bytes(whole)


async def _joined_async(
    response: httpx2.Response, pieces: AsyncGenerator[bytes], max_bytes: int
) -> AsyncGenerator[bytes]:
    whole = bytearray()
    async with aclosing(pieces):
        async for piece in pieces:
            if len(whole) + len(piece) > max_bytes:
                raise TooLargeError(response, max_bytes)
            whole += piece
    yield bytes(whole)


def next_hop(
    response: httpx2.Response, first: httpx2.Request
) -> tuple[httpx2.Request, dict[str, Any]] | None:
    """Return the request that a redirect asks for, and the options to send it with.

    Args:
        response: The last response.
        first: The original request. Credentials are not sent to another origin.

    Returns:
        None if there is no redirect, or none that is followed: after methods other than GET and
        HEAD, to an invalid URL, or from https to http.
    """
    if response.status_code not in REDIRECTS or not response.has_redirect_location:
        return None
    if first.method not in FOLLOWED:
        return None
    request = response.next_request
    if request is None or request.url.scheme not in {"https", response.request.url.scheme}:
        return None
    if not _leads_somewhere(request.url):
        return None
    if _origin(request.url) == _origin(first.url):
        return request, {}
    for name in list(request.headers):
        if name.lower() not in {*KEPT_ACROSS_ORIGINS, "host"}:
            del request.headers[name]
    return request, {"auth": None}  # not that of a caller's own client either


def _leads_somewhere(url: httpx2.URL) -> bool:
    """Return whether a URL has a valid host and port, which the library leaves to Python."""
    labels = url.raw_host.removesuffix(b".").split(b".")
    is_name = all(0 < len(label) <= LONGEST_LABEL for label in labels)
    return is_name and (url.port is None or 0 < url.port <= MOST_PORT)


def build_with(client: Any, prepared: Prepared, timeout: float | None) -> Any:
    """Let a caller's own client build the request: one library can't send the other's."""
    request = client.build_request(
        prepared.method,
        prepared.url,
        headers=list(prepared.headers.items()),
        content=_content(client, prepared),
        **({} if timeout is None else {"timeout": timeout}),
    )
    return _masked(request) if prepared.has_hidden else request


def build(client: Any, prepared: Prepared, timeout: float) -> httpx2.Request:
    """Build a request for a client of ours, which has no settings to merge in."""
    import httpx2

    headers = [(name.encode(), value) for name, value in prepared.headers.items()]
    if "Accept-Encoding" not in prepared.headers:
        headers.append((b"Accept-Encoding", ACCEPTED_ENCODINGS))
    is_secret = isinstance(prepared.url, SecretText)  # what is cached is kept for long
    request = httpx2.Request(
        prepared.method,
        httpx2.URL(prepared.url) if is_secret else _parsed(prepared.url),
        headers=headers,
        content=_content(client, prepared),
        extensions={"timeout": dict.fromkeys(_PHASES, timeout)},
    )
    return _masked(request) if prepared.has_hidden else request


@functools.lru_cache(maxsize=128)
def _parsed(url: str) -> httpx2.URL:
    import httpx2

    return httpx2.URL(url)


def _content(client: Any, prepared: Prepared) -> Any:
    """Return a body as the client expects it: only async ones have `aclose`."""
    content = prepared.content
    if content is None or isinstance(content, bytes):
        return content
    return content.read_async() if hasattr(client, "aclose") else iter(content)


def _masked(request: Any) -> Any:
    """Mask the credentials in the query and in the API's own headers.

    The HTTP library logs the URL of each request, and keeps the request with its errors. Of
    headers, it masks `Authorization` only.
    """
    kinds = cast("tuple[Any, Any]", (type(request.url), type(request.headers)))
    request.url = _masking(kinds[0])(request.url)
    request.headers.__class__ = _masking(kinds[1])
    return request


@functools.cache
def _masking(kind: Any) -> type[Any]:
    """Return a class whose instances are sent whole but displayed masked."""

    def url(given: Any) -> str:
        query = f"?{MASK}" if given.query else ""
        return f"{given.copy_with(query=None)}{query}"

    def headers(given: Any) -> str:
        return f"Headers({dict.fromkeys(given.keys(), MASK)})"

    def refuse(_: Any) -> NoReturn:
        raise TypeError("A secret can't be pickled.")

    shown = url if hasattr(kind, "copy_with") else headers
    methods = {"__repr__": shown, "__reduce__": refuse}
    if shown is url:
        methods["__str__"] = url
    return type(f"Masked{kind.__name__}", (kind,), methods)


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port (RFC 6454, section 4)."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def host_of(url: str) -> str:
    """Return the host of a URL, without the user name and password that it may contain."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
