"""The `Letters` operations."""

from __future__ import annotations

import builtins
from typing import Any, Unpack

from . import components, operations
from ._runtime.operation import Operation
from ._runtime.paging.offsets import OffsetPages
from ._runtime.paging.pages import AsyncPages, Pages
from ._runtime.paging.resource import PagedResource
from ._runtime.paging.rules import CursorPages, InBody, NumberedPages, UrlPages
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST: Operation[operations.ListLettersResponse] = Operation(
    "listLetters",
    "GET",
    "/letters",
    query=("skip", "take"),
    returns={200: lambda: operations.ListLettersResponse},
    pages=OffsetPages("skip", results=("page", "letters")),
)

_FIND_LETTERS: Operation[operations.FindLettersResponse] = Operation(
    "findLetters",
    "POST",
    "/letters/search",
    query=("offset",),
    body="properties",
    required_properties=("words",),
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

_LIST_ENVELOPES: Operation[operations.ListEnvelopesResponse] = Operation(
    "listEnvelopes",
    "GET",
    "/envelopes",
    query=("page", "per-page"),
    returns={200: lambda: operations.ListEnvelopesResponse},
    pages=NumberedPages("page", results=("envelopes",), first=0, total=("page_count",)),
)

_LIST_SEALS: Operation[operations.ListSealsResponse] = Operation(
    "listSeals",
    "GET",
    "/seals",
    query=("after",),
    returns={200: lambda: operations.ListSealsResponse},
    pages=CursorPages("after", ("data", -1, "seal_id"), results=("data",)),
)

_FIND_SEALS: Operation[builtins.list[components.Seal]] = Operation(
    "findSeals",
    "POST",
    "/seals/search",
    body="properties",
    returns={200: lambda: builtins.list[components.Seal]},
    pages=CursorPages(InBody("from"), (-1, "seal_id"), results=()),
)

_LIST_TAGS: Operation[operations.ListTagsResponse] = Operation(
    "listTags",
    "GET",
    "/tags",
    query=("from",),
    returns={200: lambda: operations.ListTagsResponse},
    pages=CursorPages("from", ("next_page",), results=("tags",)),
)

_LIST_INKS: Operation[operations.ListInksResponse] = Operation(
    "listInks",
    "GET",
    "/inks",
    returns={200: lambda: operations.ListInksResponse},
    pages=UrlPages(("links", "next"), results=("inks",)),
)

_LIST_BOXES: Operation[operations.ListBoxesResponse] = Operation(
    "listBoxes",
    "GET",
    "/boxes",
    returns={200: lambda: operations.ListBoxesResponse},
    pages=UrlPages(("next",), results=None),
)

_LIST_SCANS: Operation[dict[str, Any]] = Operation(
    "listScans",
    "GET",
    "/scans",
    query=("after",),
    returns={200: lambda: dict[str, Any]},
)


class Letters(PagedResource):
    """The `Letters` operations."""

    @property
    def with_raw_response(self) -> LettersWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LettersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LettersWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LettersWithStreamingResponse(self._streamed())

    def list(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListLettersResponse:
        """List letters.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            skip: How many to leave out.
            take: How many to give at most.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some letters.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
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
        """List letters.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            skip: How many to leave out.
            take: How many to give at most.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some letters.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
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
        """Iterate over all results of `list`, fetching pages on demand.

        Takes the same arguments as `list`, and raises its exceptions during iteration.
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
        """Async version of `list_iter`, for use with `async for`."""
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

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            words: The value of `words`.
            offset: The value of `offset`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Letters with these words.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
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
        """Call `POST /letters/search`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            words: The value of `words`.
            offset: The value of `offset`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Letters with these words.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
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
        """Iterate over all results of `find_letters`, fetching pages on demand.

        Takes the same arguments as `find_letters`, and raises its exceptions during iteration.
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
        """Async version of `find_letters_iter`, for use with `async for`."""
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

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            offset: The value of `offset`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some stamps.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
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
        """Call `GET /stamps`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            offset: The value of `offset`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some stamps.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
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
        """Iterate over all results of `list_stamps`, fetching pages on demand.

        Takes the same arguments as `list_stamps`, and raises its exceptions during iteration.
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
        """Async version of `list_stamps_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_STAMPS,
            {
                "offset": offset,
            },
            **options,
        )

    def list_envelopes(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListEnvelopesResponse:
        """Call `GET /envelopes`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            page: The value of `page`. Default: `0`.
            per_page: The value of `per-page`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some envelopes.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_ENVELOPES,
            {
                "page": page,
                "per-page": per_page,
            },
            **options,
        )

    async def list_envelopes_async(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListEnvelopesResponse:
        """Call `GET /envelopes`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            page: The value of `page`. Default: `0`.
            per_page: The value of `per-page`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some envelopes.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_ENVELOPES,
            {
                "page": page,
                "per-page": per_page,
            },
            **options,
        )

    def list_envelopes_iter(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListEnvelopesResponse, str]:
        """Iterate over all results of `list_envelopes`, fetching pages on demand.

        Takes the same arguments as `list_envelopes`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST_ENVELOPES,
            {
                "page": page,
                "per-page": per_page,
            },
            **options,
        )

    def list_envelopes_iter_async(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListEnvelopesResponse, str]:
        """Async version of `list_envelopes_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_ENVELOPES,
            {
                "page": page,
                "per-page": per_page,
            },
            **options,
        )

    def list_seals(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListSealsResponse:
        """Call `GET /seals`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            after: The value of `after`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some seals.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_SEALS,
            {
                "after": after,
            },
            **options,
        )

    async def list_seals_async(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListSealsResponse:
        """Call `GET /seals`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            after: The value of `after`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some seals.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_SEALS,
            {
                "after": after,
            },
            **options,
        )

    def list_seals_iter(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListSealsResponse, components.Seal]:
        """Iterate over all results of `list_seals`, fetching pages on demand.

        Takes the same arguments as `list_seals`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST_SEALS,
            {
                "after": after,
            },
            **options,
        )

    def list_seals_iter_async(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListSealsResponse, components.Seal]:
        """Async version of `list_seals_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_SEALS,
            {
                "after": after,
            },
            **options,
        )

    def find_seals(
        self,
        *,
        colour: str | None = None,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.list[components.Seal]:
        """Call `POST /seals/search`.

        Args:
            colour: The value of `colour`.
            from_: The value of `from`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Seals of this colour.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_SEALS,
            {},
            {
                "colour": colour,
                "from": from_,
            },
            **options,
        )

    async def find_seals_async(
        self,
        *,
        colour: str | None = None,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.list[components.Seal]:
        """Call `POST /seals/search`.

        Args:
            colour: The value of `colour`.
            from_: The value of `from`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Seals of this colour.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_SEALS,
            {},
            {
                "colour": colour,
                "from": from_,
            },
            **options,
        )

    def find_seals_iter(
        self,
        *,
        colour: str | None = None,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[builtins.list[components.Seal], components.Seal]:
        """Iterate over all results of `find_seals`, fetching pages on demand.

        Takes the same arguments as `find_seals`, and raises its exceptions during iteration.
        """
        return self._pages(
            _FIND_SEALS,
            {},
            {
                "colour": colour,
                "from": from_,
            },
            **options,
        )

    def find_seals_iter_async(
        self,
        *,
        colour: str | None = None,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[builtins.list[components.Seal], components.Seal]:
        """Async version of `find_seals_iter`, for use with `async for`."""
        return self._pages_async(
            _FIND_SEALS,
            {},
            {
                "colour": colour,
                "from": from_,
            },
            **options,
        )

    def list_tags(
        self,
        *,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListTagsResponse:
        """List tags.

        The page has fields named like methods of pages, which it keeps.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            from_: The value of `from`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some tags.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_TAGS,
            {
                "from": from_,
            },
            **options,
        )

    async def list_tags_async(
        self,
        *,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListTagsResponse:
        """List tags.

        The page has fields named like methods of pages, which it keeps.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            from_: The value of `from`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some tags.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_TAGS,
            {
                "from": from_,
            },
            **options,
        )

    def list_tags_iter(
        self,
        *,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListTagsResponse, str]:
        """Iterate over all results of `list_tags`, fetching pages on demand.

        Takes the same arguments as `list_tags`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST_TAGS,
            {
                "from": from_,
            },
            **options,
        )

    def list_tags_iter_async(
        self,
        *,
        from_: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListTagsResponse, str]:
        """Async version of `list_tags_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_TAGS,
            {
                "from": from_,
            },
            **options,
        )

    def list_inks(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.ListInksResponse:
        """Call `GET /inks`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some inks.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_INKS,
            {},
            **options,
        )

    async def list_inks_async(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.ListInksResponse:
        """Call `GET /inks`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some inks.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_INKS,
            {},
            **options,
        )

    def list_inks_iter(
        self,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListInksResponse, str | int]:
        """Iterate over all results of `list_inks`, fetching pages on demand.

        Takes the same arguments as `list_inks`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST_INKS,
            {},
            **options,
        )

    def list_inks_iter_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListInksResponse, str | int]:
        """Async version of `list_inks_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_INKS,
            {},
            **options,
        )

    def list_boxes(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.ListBoxesResponse:
        """Call `GET /boxes`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A box, and where the next is.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_BOXES,
            {},
            **options,
        )

    async def list_boxes_async(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.ListBoxesResponse:
        """Call `GET /boxes`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A box, and where the next is.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_BOXES,
            {},
            **options,
        )

    def list_boxes_iter(
        self,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListBoxesResponse, operations.ListBoxesResponse]:
        """Iterate over all pages of `list_boxes`, fetching pages on demand.

        Takes the same arguments as `list_boxes`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST_BOXES,
            {},
            **options,
        )

    def list_boxes_iter_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListBoxesResponse, operations.ListBoxesResponse]:
        """Async version of `list_boxes_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST_BOXES,
            {},
            **options,
        )

    def list_scans(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """Call `GET /scans`.

        Args:
            after: The value of `after`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some scans.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_SCANS,
            {
                "after": after,
            },
            **options,
        )

    async def list_scans_async(
        self,
        *,
        after: str | None = None,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """Call `GET /scans`.

        Args:
            after: The value of `after`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some scans.

        Raises:
            errors.PaginationDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_SCANS,
            {
                "after": after,
            },
            **options,
        )


class LettersWithRawResponse:
    """The methods of `Letters`, returning a `types.RawResponse`."""

    def __init__(self, methods: Letters) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.find_letters = raw(methods.find_letters)
        self.find_letters_async = raw_async(methods.find_letters_async)
        self.list_stamps = raw(methods.list_stamps)
        self.list_stamps_async = raw_async(methods.list_stamps_async)
        self.list_envelopes = raw(methods.list_envelopes)
        self.list_envelopes_async = raw_async(methods.list_envelopes_async)
        self.list_seals = raw(methods.list_seals)
        self.list_seals_async = raw_async(methods.list_seals_async)
        self.find_seals = raw(methods.find_seals)
        self.find_seals_async = raw_async(methods.find_seals_async)
        self.list_tags = raw(methods.list_tags)
        self.list_tags_async = raw_async(methods.list_tags_async)
        self.list_inks = raw(methods.list_inks)
        self.list_inks_async = raw_async(methods.list_inks_async)
        self.list_boxes = raw(methods.list_boxes)
        self.list_boxes_async = raw_async(methods.list_boxes_async)
        self.list_scans = raw(methods.list_scans)
        self.list_scans_async = raw_async(methods.list_scans_async)


class LettersWithStreamingResponse:
    """The methods of `Letters`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Letters) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.find_letters = streamed(methods.find_letters)
        self.find_letters_async = streamed_async(methods.find_letters_async)
        self.list_stamps = streamed(methods.list_stamps)
        self.list_stamps_async = streamed_async(methods.list_stamps_async)
        self.list_envelopes = streamed(methods.list_envelopes)
        self.list_envelopes_async = streamed_async(methods.list_envelopes_async)
        self.list_seals = streamed(methods.list_seals)
        self.list_seals_async = streamed_async(methods.list_seals_async)
        self.find_seals = streamed(methods.find_seals)
        self.find_seals_async = streamed_async(methods.find_seals_async)
        self.list_tags = streamed(methods.list_tags)
        self.list_tags_async = streamed_async(methods.list_tags_async)
        self.list_inks = streamed(methods.list_inks)
        self.list_inks_async = streamed_async(methods.list_inks_async)
        self.list_boxes = streamed(methods.list_boxes)
        self.list_boxes_async = streamed_async(methods.list_boxes_async)
        self.list_scans = streamed(methods.list_scans)
        self.list_scans_async = streamed_async(methods.list_scans_async)
