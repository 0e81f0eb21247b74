"""The whole response of a call, read at once or as it comes, instead of what its body says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from .errors import trusted

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
    from types import TracebackType
    from typing import Self

    import httpx2
    from msgspec import Struct

    from .operation import Operation
    from .session import Session

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
    """What all forms have.

    Attributes:
        http_response: The response of the HTTP client.
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
        """Give what a method returns that does not come bit by bit, or what walks the bits."""
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
        """The headers; names in any case."""
        return self.http_response.headers

    def headers_as(self, kind: type[H]) -> H:
        """Read the headers that the API documents.

        Args:
            kind: The class for them, which the description of the method names.

        Returns:
            An object with a field for each: what was not sent is `UNSET`, and what does not fit
            its type is the text that came.
        """
        from .headers import read

        return read(self.http_response.headers, kind)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} to {self._operation}>"


class RawResponse(_Response[T]):
    """A response that was read: status, headers, body, and what the body says."""

    @property
    def content(self) -> bytes:
        """The body, decompressed."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body, as text."""
        return trusted(self.http_response).text

    def parse(self) -> T:
        """Give what the method itself would return.

        Raises:
            ResponseError: If the body can't be used.
        """
        return self._parsed()


class StreamedResponse(_Response[T]):
    """A response whose body is read as it comes. Use it in `with`, which closes it in the end."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Read the body piece by piece, decompressed.

        Args:
            chunk_size: How many bytes each piece has; None: as they come.

        Raises:
            NoResponseError: If the body breaks off.
        """
        with self._session.reading(self._operation, self.http_response):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Read the body line by line, as text.

        Raises:
            NoResponseError: If the body breaks off.
            ResponseError: If a line is larger than the client's `max_response_bytes`.
        """
        from .lines import lines

        with self._session.reading(self._operation, self.http_response):
            yield from lines(self.http_response, self._session.most)

    def read(self) -> bytes:
        """Read the whole body, decompressed.

        Raises:
            NoResponseError: If the body breaks off.
            ResponseError: If it is larger than the client's `max_response_bytes`.
        """
        from .exchange import read

        with self._session.reading(self._operation, self.http_response):
            return read(self.http_response, self._session.most)

    def parse(self) -> T:
        """Read the whole body, and give what the method itself would return."""
        self.read()
        return self._parsed()

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Callable[[int, int | None], object] | None = None,
    ) -> int:
        """Write the body to a file as it comes, and close the response.

        The file appears under its name when it is complete: what breaks off leaves nothing behind.

        Args:
            path: The file; it is replaced, if there is one.
            progress: Called with the bytes that were written, and how many there will be, where
                the server has said that.

        Returns:
            How many bytes were written.

        Raises:
            NoResponseError: If the body breaks off.
            OSError: If the file can't be written.
        """
        from .saving import Saving

        with self, Saving(path, self.http_response, progress) as file:
            for piece in self.iter_bytes():
                file.write(piece)
                file.tell()
        return file.written

    def close(self) -> None:
        """Close the response; the rest of the body is not read."""
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


class AsyncStreamedResponse(_Response[T]):
    """Async form of `StreamedResponse`, for `async with`."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Async form of `StreamedResponse.iter_bytes`."""
        with self._session.reading(self._operation, self.http_response):
            async for piece in self.http_response.aiter_bytes(chunk_size):
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Async form of `StreamedResponse.iter_lines`."""
        from .lines import lines_async

        with self._session.reading(self._operation, self.http_response):
            async for line in lines_async(self.http_response, self._session.most):
                yield line

    async def read(self) -> bytes:
        """Async form of `StreamedResponse.read`."""
        from .exchange import read_async

        with self._session.reading(self._operation, self.http_response):
            return await read_async(self.http_response, self._session.most)

    async def parse(self) -> T:
        """Async form of `StreamedResponse.parse`."""
        await self.read()
        return self._parsed()

    async def save(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Callable[[int, int | None], object] | None = None,
    ) -> int:
        """Async form of `StreamedResponse.save`."""
        import asyncio

        from .saving import Saving

        async with self:
            with Saving(path, self.http_response, progress) as file:
                async for piece in self.iter_bytes():
                    await asyncio.to_thread(file.write, piece)
                    file.tell()
        return file.written

    async def close(self) -> None:
        """Close the response; the rest of the body is not read."""
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


# What a method of a resource looks like when the calls above stand behind it.


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Say that a method returns the whole response."""
    return cast("Callable[P, RawResponse[T]]", method)


def raw_async(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Say that an async method returns the whole response."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)


def streamed(method: Callable[P, T]) -> Callable[P, StreamedResponse[T]]:
    """Say that a method returns before the body was read."""
    return cast("Callable[P, StreamedResponse[T]]", method)


def streamed_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[AsyncStreamedResponse[T]]]:
    """Say that an async method returns before the body was read."""
    return cast("Callable[P, Awaitable[AsyncStreamedResponse[T]]]", method)
