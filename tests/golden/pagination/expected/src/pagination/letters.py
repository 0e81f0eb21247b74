"""The `Letters` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import OffsetPages, Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.pagination import AsyncPages, Pages
    from ._runtime.values import CallOptions

_LIST: Operation[operations.ListLettersResponse] = Operation(
    "listLetters",
    "GET",
    "/letters",
    query=("skip", "take"),
    returns={200: lambda: operations.ListLettersResponse},
    pages=OffsetPages("skip", results=("page", "letters"), limit="take"),
)

_FIND_LETTERS: Operation[operations.FindLettersResponse] = Operation(
    "findLetters",
    "POST",
    "/letters/search",
    query=("offset",),
    body="properties",
    returns={200: lambda: operations.FindLettersResponse},
    pages=OffsetPages("offset", results=("data",)),
)

_LIST_STAMPS: Operation[operations.ListStampsResponse] = Operation(
    "listStamps",
    "GET",
    "/stamps",
    query=("offset",),
    returns={200: lambda: operations.ListStampsResponse},
    pages=OffsetPages("offset", results=("data",)),
)

_LIST_SCANS: Operation[None] = Operation(
    "listScans",
    "GET",
    "/scans",
    returns={204: None},
)


class Letters(Resource):
    """The `Letters` operations."""

    @property
    def with_raw_response(self) -> LettersWithRawResponse:
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return LettersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LettersWithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return LettersWithStreamingResponse(self._streamed())

    def list(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListLettersResponse:
        """List letters.

        Args:
            skip: How many to leave out.
            take: How many to give at most.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            Some letters.

        Raises:
            errors.PaginationDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST,
            {
                "skip": skip,
                "take": take,
            },
            **options,
        )

    async def list_async(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListLettersResponse:
        """Async form of `list`."""
        return await self._call_async(
            _LIST,
            {
                "skip": skip,
                "take": take,
            },
            **options,
        )

    def list_iter(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListLettersResponse, operations.Letter]:
        """Walk all results of `list`, fetching page after page as needed.

        Takes what `list` takes, and raises what it raises, while walking.
        """
        return self._pages(
            _LIST,
            {
                "skip": skip,
                "take": take,
            },
            **options,
        )

    def list_iter_async(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListLettersResponse, operations.Letter]:
        """Async form of `list_iter`: for use with `async for`."""
        return self._pages_async(
            _LIST,
            {
                "skip": skip,
                "take": take,
            },
            **options,
        )

    def find_letters(
        self,
        *,
        words: str,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.FindLettersResponse:
        """Call `POST /letters/search`.

        Args:
            words: The value of `words`.
            offset: The value of `offset`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            Letters with these words.

        Raises:
            errors.PaginationDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _FIND_LETTERS,
            {
                "offset": offset,
            },
            {
                "words": words,
            },
            **options,
        )

    async def find_letters_async(
        self,
        *,
        words: str,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.FindLettersResponse:
        """Async form of `find_letters`."""
        return await self._call_async(
            _FIND_LETTERS,
            {
                "offset": offset,
            },
            {
                "words": words,
            },
            **options,
        )

    def find_letters_iter(
        self,
        *,
        words: str,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.FindLettersResponse, str]:
        """Walk all results of `find_letters`, fetching page after page as needed.

        Takes what `find_letters` takes, and raises what it raises, while walking.
        """
        return self._pages(
            _FIND_LETTERS,
            {
                "offset": offset,
            },
            {
                "words": words,
            },
            **options,
        )

    def find_letters_iter_async(
        self,
        *,
        words: str,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.FindLettersResponse, str]:
        """Async form of `find_letters_iter`: for use with `async for`."""
        return self._pages_async(
            _FIND_LETTERS,
            {
                "offset": offset,
            },
            {
                "words": words,
            },
            **options,
        )

    def list_stamps(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListStampsResponse:
        """Call `GET /stamps`.

        Args:
            offset: The value of `offset`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            Some stamps.

        Raises:
            errors.PaginationDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST_STAMPS,
            {
                "offset": offset,
            },
            **options,
        )

    async def list_stamps_async(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListStampsResponse:
        """Async form of `list_stamps`."""
        return await self._call_async(
            _LIST_STAMPS,
            {
                "offset": offset,
            },
            **options,
        )

    def list_stamps_iter(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListStampsResponse, str]:
        """Walk all results of `list_stamps`, fetching page after page as needed.

        Takes what `list_stamps` takes, and raises what it raises, while walking.
        """
        return self._pages(
            _LIST_STAMPS,
            {
                "offset": offset,
            },
            **options,
        )

    def list_stamps_iter_async(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListStampsResponse, str]:
        """Async form of `list_stamps_iter`: for use with `async for`."""
        return self._pages_async(
            _LIST_STAMPS,
            {
                "offset": offset,
            },
            **options,
        )

    def list_scans(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /scans`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            There are none.

        Raises:
            errors.PaginationDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST_SCANS,
            {},
            **options,
        )

    async def list_scans_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `list_scans`."""
        return await self._call_async(
            _LIST_SCANS,
            {},
            **options,
        )


class LettersWithRawResponse:
    """The methods of `Letters`, each returning a `types.RawResponse`."""

    def __init__(self, methods: Letters) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.find_letters = raw(methods.find_letters)
        self.find_letters_async = raw_async(methods.find_letters_async)
        self.list_stamps = raw(methods.list_stamps)
        self.list_stamps_async = raw_async(methods.list_stamps_async)
        self.list_scans = raw(methods.list_scans)
        self.list_scans_async = raw_async(methods.list_scans_async)


class LettersWithStreamingResponse:
    """The methods of `Letters`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: Letters) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.find_letters = streamed(methods.find_letters)
        self.find_letters_async = streamed_async(methods.find_letters_async)
        self.list_stamps = streamed(methods.list_stamps)
        self.list_stamps_async = streamed_async(methods.list_stamps_async)
        self.list_scans = streamed(methods.list_scans)
        self.list_scans_async = streamed_async(methods.list_scans_async)
