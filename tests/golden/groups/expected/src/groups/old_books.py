"""The `archive.old books` operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Unpack, overload

from . import components, operations
from ._runtime.client import Resource
from ._runtime.http.request_objects import parameters_of
from ._runtime.operation import Operation
from ._runtime.responses.events import AsyncEventStream, EventStream
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .books import (
    ASK_FOR_BOOK_OPERATION,
    ASK_FOR_BOOK_OPERATION_STREAM,
    LIST_OPERATION,
    SEARCH_OPERATION,
)

_COUNT: Operation[None] = Operation(
    "count",
    "POST",
    "/archive",
    query=("from", "to"),
    returns={204: None},
)

_FEW: Operation[None] = Operation(
    "few",
    "DELETE",
    "/archive",
    returns={204: None},
)

_LIST_2: Operation[None] = Operation(
    "list",
    "GET",
    "/archive",
    returns={204: None},
)


class OldBooks(Resource):
    """The `archive.old books` operations."""

    @property
    def with_raw_response(self) -> OldBooksWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return OldBooksWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> OldBooksWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return OldBooksWithStreamingResponse(self._streamed())

    def list(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            LIST_OPERATION,
            {},
            **options,
        )

    async def list_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            LIST_OPERATION,
            {},
            **options,
        )

    @overload
    def ask_for_book(
        self,
        *,
        title: str,
        stream: Literal[False] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book: ...

    @overload
    def ask_for_book(
        self,
        *,
        title: str,
        stream: Literal[True],
        **options: Unpack[CallOptions],
    ) -> EventStream[components.TextLine]: ...

    @overload
    def ask_for_book(
        self,
        *,
        title: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book | EventStream[components.TextLine]: ...

    def ask_for_book(
        self,
        *,
        title: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book | EventStream[components.TextLine]:
        """Call `POST /books`.

        Args:
            title: The value of `title`.
            stream: The value of `stream`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book, or its lines.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            ASK_FOR_BOOK_OPERATION.unless(stream, ASK_FOR_BOOK_OPERATION_STREAM),
            {},
            {
                "title": title,
                "stream": stream,
            },
            **options,
        )

    @overload
    async def ask_for_book_async(
        self,
        *,
        title: str,
        stream: Literal[False] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book: ...

    @overload
    async def ask_for_book_async(
        self,
        *,
        title: str,
        stream: Literal[True],
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.TextLine]: ...

    @overload
    async def ask_for_book_async(
        self,
        *,
        title: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book | AsyncEventStream[components.TextLine]: ...

    async def ask_for_book_async(
        self,
        *,
        title: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book | AsyncEventStream[components.TextLine]:
        """Call `POST /books`.

        Args:
            title: The value of `title`.
            stream: The value of `stream`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book, or its lines.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            ASK_FOR_BOOK_OPERATION.unless(stream, ASK_FOR_BOOK_OPERATION_STREAM),
            {},
            {
                "title": title,
                "stream": stream,
            },
            **options,
        )

    def search(
        self,
        *,
        request: operations.SearchRequest | Mapping[str, Any],
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `PUT /archive`.

        Args:
            request: The parameters of the request.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            SEARCH_OPERATION,
            parameters_of(operations.SearchRequest, request),
            **options,
        )

    async def search_async(
        self,
        *,
        request: operations.SearchRequest | Mapping[str, Any],
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `PUT /archive`.

        Args:
            request: The parameters of the request.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            SEARCH_OPERATION,
            parameters_of(operations.SearchRequest, request),
            **options,
        )

    def count(
        self,
        *,
        request: operations.CountRequest | Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /archive`.

        Args:
            request: The parameters of the request.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COUNT,
            parameters_of(operations.CountRequest, request),
            **options,
        )

    async def count_async(
        self,
        *,
        request: operations.CountRequest | Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /archive`.

        Args:
            request: The parameters of the request.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COUNT,
            parameters_of(operations.CountRequest, request),
            **options,
        )

    def few(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /archive`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FEW,
            {},
            **options,
        )

    async def few_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /archive`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FEW,
            {},
            **options,
        )

    def list_2(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /archive`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_2,
            {},
            **options,
        )

    async def list_2_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /archive`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_2,
            {},
            **options,
        )


class OldBooksWithRawResponse:
    """The methods of `OldBooks`, returning a `types.RawResponse`."""

    def __init__(self, methods: OldBooks) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.ask_for_book = raw(methods.ask_for_book)
        self.ask_for_book_async = raw_async(methods.ask_for_book_async)
        self.search = raw(methods.search)
        self.search_async = raw_async(methods.search_async)
        self.count = raw(methods.count)
        self.count_async = raw_async(methods.count_async)
        self.few = raw(methods.few)
        self.few_async = raw_async(methods.few_async)
        self.list_2 = raw(methods.list_2)
        self.list_2_async = raw_async(methods.list_2_async)


class OldBooksWithStreamingResponse:
    """The methods of `OldBooks`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: OldBooks) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.ask_for_book = streamed(methods.ask_for_book)
        self.ask_for_book_async = streamed_async(methods.ask_for_book_async)
        self.search = streamed(methods.search)
        self.search_async = streamed_async(methods.search_async)
        self.count = streamed(methods.count)
        self.count_async = streamed_async(methods.count_async)
        self.few = streamed(methods.few)
        self.few_async = streamed_async(methods.few_async)
        self.list_2 = streamed(methods.list_2)
        self.list_2_async = streamed_async(methods.list_2_async)
