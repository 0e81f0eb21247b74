"""What can be borrowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Unpack, overload

from . import components, operations
from ._runtime.client import Resource
from ._runtime.http.request_objects import parameters_of
from ._runtime.operation import Operation
from ._runtime.responses.events import AsyncEventStream, Elements, EventStream
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

LIST_OPERATION: Operation[components.Book] = Operation(
    "listBooks",
    "GET",
    "/books",
    returns={200: lambda: components.Book},
)

ASK_FOR_BOOK_OPERATION: Operation[components.Book] = Operation(
    "askForBook",
    "POST",
    "/books",
    body="properties",
    required_properties=("title",),
    returns={200: lambda: components.Book},
)

ASK_FOR_BOOK_OPERATION_STREAM: Operation[
    EventStream[components.TextLine], AsyncEventStream[components.TextLine]
] = Operation(
    "askForBook",
    "POST",
    "/books",
    body="properties",
    required_properties=("title",),
    returns={200: None},
    into=Elements(lambda: components.TextLine),
    accept="text/event-stream",
)

_GET_BOOK: Operation[components.Book] = Operation(
    "getBook",
    "GET",
    "/books/{id}",
    query=("lang",),
    returns={200: lambda: components.Book},
)

SEARCH_OPERATION: Operation[components.Book] = Operation(
    "search",
    "PUT",
    "/archive",
    query=("from", "to"),
    headers=("X-Reader",),
    required=("from",),
    types={
        "to": lambda: date,
    },
    returns={200: lambda: components.Book},
)


class Books(Resource):
    """What can be borrowed."""

    @property
    def with_raw_response(self) -> BooksWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BooksWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BooksWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BooksWithStreamingResponse(self._streamed())

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

    def get_book(
        self,
        *,
        id: int,
        language: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /books/{id}`.

        Args:
            id: The value of `id`.
            language: The value of `lang`. Deprecated. Use `languages` instead.
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
            _GET_BOOK,
            {
                "id": id,
                "lang": language,
            },
            **options,
        )

    async def get_book_async(
        self,
        *,
        id: int,
        language: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /books/{id}`.

        Args:
            id: The value of `id`.
            language: The value of `lang`. Deprecated. Use `languages` instead.
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
            _GET_BOOK,
            {
                "id": id,
                "lang": language,
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


class BooksWithRawResponse:
    """The methods of `Books`, returning a `types.RawResponse`."""

    def __init__(self, methods: Books) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.ask_for_book = raw(methods.ask_for_book)
        self.ask_for_book_async = raw_async(methods.ask_for_book_async)
        self.get_book = raw(methods.get_book)
        self.get_book_async = raw_async(methods.get_book_async)
        self.search = raw(methods.search)
        self.search_async = raw_async(methods.search_async)


class BooksWithStreamingResponse:
    """The methods of `Books`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Books) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.ask_for_book = streamed(methods.ask_for_book)
        self.ask_for_book_async = streamed_async(methods.ask_for_book_async)
        self.get_book = streamed(methods.get_book)
        self.get_book_async = streamed_async(methods.get_book_async)
        self.search = streamed(methods.search)
        self.search_async = streamed_async(methods.search_async)
