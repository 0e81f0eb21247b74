"""Whole responses of calls, read at once or streamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from ..errors import trusted

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
    from types import TracebackType
    from typing import Self

    import httpx2
    from msgspec import Struct

    from ..operation import Operation
    from ..session import Session

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

    def __init__(
        self,
        session: Session,
        operation: Operation[Any],
        response: httpx2.Response,
        wrap: Callable[[Session, Operation[Any], httpx2.Response], Any] | None = None,
    ) -> None:
        self._session = session
        self._operation = operation
        self._wrap = wrap
        self.http_response = response

    def _parsed(self) -> T:
        """Return the result of the method for a body, or a stream of its elements."""
        made: T
        if self._wrap is None:
            made = self._session.result(self._operation, self.http_response)
        else:
            made = self._wrap(self._session, self._operation, self.http_response)
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
            type are kept as text.
        """
        from .headers import read

        return read(self.http_response.headers, kind)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} to {self._operation}>"


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

    def __init__(
        self,
        session: Session,
        operation: Operation[Any],
        response: httpx2.Response,
        wrap: Callable[[Session, Operation[Any], httpx2.Response], Any] | None = None,
    ) -> None:
        super().__init__(session, operation, response, wrap)
        if wrap is None:  # a stream of its elements does the same
            from ..transports.exchange import close_when_dropped

            close_when_dropped(self, response)


class StreamedResponse(_Unread[T]):
    """A response whose body has not been read. Use it in `with`, which closes it at the end."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the pieces of the decompressed body.

        Args:
            chunk_size: Size of each piece in bytes; None for the pieces as they arrive.

        Raises:
            NoResponseError: The body breaks off.
        """
        with self._session.reading(self._operation, self.http_response):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Iterate over the lines of the body, as text.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: A line is larger than the client's `max_response_bytes`.
        """
        from .lines import lines

        with self._session.reading(self._operation, self.http_response):
            yield from lines(self.http_response, self._session.max_response_bytes)

    def read(self) -> bytes:
        """Read the whole body, decompressed.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: The body is larger than the client's `max_response_bytes`.
        """
        from ..transports.exchange import read

        with self._session.reading(self._operation, self.http_response):
            return read(self.http_response, self._session.max_response_bytes)

    def parse(self) -> T:
        """Read the whole body, and return what the method itself would return."""
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
        from .downloads import Download

        with self, Download(path, self.http_response, progress) as file:
            for piece in self.iter_bytes():
                file.write(piece)
                file.tell()
        return file.written

    def close(self) -> None:
        """Close the response. The rest of the body is not read."""
        self.http_response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStreamedResponse(_Unread[T]):
    """Async version of `StreamedResponse`, for `async with`."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Async version of `StreamedResponse.iter_bytes`."""
        with self._session.reading(self._operation, self.http_response):
            async for piece in self.http_response.aiter_bytes(chunk_size):
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Async version of `StreamedResponse.iter_lines`."""
        from .lines import lines_async

        with self._session.reading(self._operation, self.http_response):
            async for line in lines_async(self.http_response, self._session.max_response_bytes):
                yield line

    async def read(self) -> bytes:
        """Async version of `StreamedResponse.read`."""
        from ..transports.exchange import read_async

        with self._session.reading(self._operation, self.http_response):
            return await read_async(self.http_response, self._session.max_response_bytes)

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
        import asyncio

        from .downloads import Download

        async with self:
            with Download(path, self.http_response, progress) as file:
                async for piece in self.iter_bytes():
                    await asyncio.to_thread(file.write, piece)
                    file.tell()
        return file.written

    async def close(self) -> None:
        """Close the response. The rest of the body is not read."""
        await self.http_response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


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
