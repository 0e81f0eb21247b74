"""Whole responses of calls, read at once or streamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar, cast

from ..closing import AsyncClosing, Closing
from ..coroutines import run
from ..errors import trusted

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

    from msgspec import Struct

    from ..drivers import Driver
    from ..operation import Into
    from ..transports.transport import Until
    from .reply import Reply

__all__ = [
    "AsyncStreamedResponse",
    "RawResponse",
    "StreamedResponse",
    "raw",
    "raw_async",
    "streamed",
    "streamed_async",
]

P = ParamSpec("P")
T = TypeVar("T")
H = TypeVar("H", bound="Struct")


class _Response(Generic[T]):
    """What all response classes have in common.

    Attributes:
        http_response: The HTTP client's response.
    """

    def __init__(self, reply: Reply, driver: Driver, into: Into | None = None) -> None:
        self._reply = reply
        self._driver = driver
        self._into = into
        self.http_response = reply.response

    def _parsed(self) -> T:
        """Return the result of the method for a body, or a stream of its elements."""
        into, reply = self._into, self._reply
        made: T = reply.value() if into is None else into.make(reply, self._driver)
        return made

    @property
    def status_code(self) -> int:
        """The HTTP status (RFC 9110, section 15)."""
        return self.http_response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names are case-insensitive."""
        return self.http_response.headers

    def headers_as(self, kind: type[H]) -> H:
        """Parse the headers that the API documents.

        Args:
            kind: The class for them, which the method's documentation names.

        Returns:
            An object with a field for each header. Absent headers are `UNSET`; values of another
            type are kept as text, with a warning.

        Raises:
            ResponseError: A value is of another type, and responses must match the document.
        """
        from .headers import read

        reply = self._reply
        forms = reply.operation.header_forms
        return read(self.http_response.headers, kind, forms, reply.report_header)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} to {self._reply.operation}>"


class RawResponse(_Response[T]):
    """A response that has been read: status, headers, body, and the decoded body."""

    @property
    def content(self) -> bytes:
        """The body, decompressed."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body, as text."""
        return trusted(self.http_response).text

    def parse(self) -> T:
        """Return what the method itself would return.

        Raises:
            ResponseError: The body is invalid.
        """
        return self._parsed()


class _Unread(_Response[T]):
    """A response whose body has not been read; dropping it closes it."""

    def __init__(self, reply: Reply, driver: Driver, into: Into | None = None) -> None:
        super().__init__(reply, driver, into)
        driver.close_when_dropped(self, reply.transport, reply.response)

    async def _save(
        self,
        path: str | os.PathLike[str],
        progress: Callable[[int, int | None], object] | None,
    ) -> int:
        from .downloads import Download

        reply = self._reply
        try:
            with Download(path, reply.response, progress) as file:
                pieces = reply.transport.pieces(reply.response)
                while True:
                    with reply.reading():
                        piece = await reply.transport.next_piece(pieces)
                    if piece is None:
                        break
                    await self._driver.offload(file.write, piece)
                    file.tell()
        finally:
            await reply.transport.close(reply.response)
        return file.written


class StreamedResponse(_Unread[T], Closing):
    """A response whose body has not been read. Use it in `with`, which closes it at the end."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the pieces of the decompressed body.

        Args:
            chunk_size: Size of each piece in bytes; None for the pieces as they arrive.

        Raises:
            NoResponseError: The body breaks off.
        """
        reply = self._reply
        with reply.reading():
            yield from reply.transport.pieces(reply.response, chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Iterate over the lines of the body, as text. Lines end in CR, LF or both.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: A line is larger than the client's `max_response_bytes`.
        """
        from .lines import LineReader

        reader = LineReader(self._reply)
        while (line := run(reader.line())) is not None:
            yield line

    def read(self) -> bytes:
        """Read the whole body, decompressed.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: The body is larger than the client's `max_response_bytes`.
        """
        return run(self._reply.read())

    def parse(self) -> T:
        """Read the whole body, and return what the method itself would return.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: The body is invalid, or larger than the client's `max_response_bytes`.
        """
        self.read()
        return self._parsed()

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Callable[[int, int | None], object] | None = None,
    ) -> int:
        """Write the body to a file as it arrives, and close the response.

        The file appears under its name once it is complete; an interrupted download leaves nothing
        behind.

        Args:
            path: The file, which is replaced if it exists.
            progress: Called with the number of bytes written, and the total if the server sent it.

        Returns:
            The number of bytes written.

        Raises:
            NoResponseError: The body breaks off.
            OSError: The file can't be written.
        """
        return run(self._save(path, progress))

    def close(self) -> None:
        """Close the response. The rest of the body is not read."""
        run(self._reply.transport.close(self.http_response))


class AsyncStreamedResponse(_Unread[T], AsyncClosing):
    """Async version of `StreamedResponse`, for `async with`."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Async version of `StreamedResponse.iter_bytes`."""
        reply = self._reply
        with reply.reading():
            async for piece in reply.transport.pieces(reply.response, chunk_size):
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Async version of `StreamedResponse.iter_lines`."""
        from .lines import LineReader

        reader = LineReader(self._reply)
        while (line := await reader.line()) is not None:
            yield line

    async def read(self) -> bytes:
        """Async version of `StreamedResponse.read`."""
        return await self._reply.read()

    async def parse(self) -> T:
        """Async version of `StreamedResponse.parse`."""
        await self.read()
        return self._parsed()

    async def save(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Callable[[int, int | None], object] | None = None,
    ) -> int:
        """Async version of `StreamedResponse.save`."""
        return await self._save(path, progress)

    async def close(self) -> None:
        """Close the response. The rest of the body is not read."""
        await self._reply.transport.close(self.http_response)

    async def _end(self) -> None:
        await self.close()


class Whole:
    """Makes the whole response of a call, which has been read.

    Args:
        into: What the operation returns, if not the decoded body.
    """

    until: Until = "body"

    def __init__(self, into: Into | None = None) -> None:
        self._into = into

    def make(self, reply: Reply, driver: Driver) -> RawResponse[Any]:
        """See `Into.make`."""
        return RawResponse(reply, driver, self._into)


class Unread:
    """Makes the response of a call whose body has not been read.

    Args:
        into: What the operation returns, if not the decoded body.
    """

    until: Until = "headers"

    def __init__(self, into: Into | None = None) -> None:
        self._into = into

    def make(
        self, reply: Reply, driver: Driver
    ) -> StreamedResponse[Any] | AsyncStreamedResponse[Any]:
        """See `Into.make`."""
        if driver.is_async:
            return AsyncStreamedResponse(reply, driver, self._into)
        return StreamedResponse(reply, driver, self._into)


DOWNLOAD: Final = Unread()
"""What an operation returns whose body is bytes."""


# The signatures of a resource's methods with the calls above.


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Declare that a method returns the whole response."""
    return cast("Callable[P, RawResponse[T]]", method)


def raw_async(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Declare that an async method returns the whole response."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)


def streamed(method: Callable[P, T]) -> Callable[P, StreamedResponse[T]]:
    """Declare that a method returns before the body is read."""
    return cast("Callable[P, StreamedResponse[T]]", method)


def streamed_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[AsyncStreamedResponse[T]]]:
    """Declare that an async method returns before the body is read."""
    return cast("Callable[P, Awaitable[AsyncStreamedResponse[T]]]", method)
