"""The `Books` operations."""

from __future__ import annotations

import builtins
from datetime import date as _date
from typing import Unpack
from uuid import UUID

from . import components as _components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import Number

_LIST: Operation[builtins.list[builtins.str]] = Operation(
    "list",
    "GET",
    "/books",
    returns={200: lambda: builtins.list[builtins.str]},
)

_DICT: Operation[builtins.dict[builtins.str, builtins.list[Number]]] = Operation(
    "dict",
    "PUT",
    "/books",
    body="properties",
    required_properties=("shelves",),
    returns={200: lambda: builtins.dict[builtins.str, builtins.list[Number]]},
)

_STR: Operation[builtins.str] = Operation(
    "str",
    "GET",
    "/books/str",
    query=("list", "int"),
    returns={200: lambda: builtins.str},
)

_IMPORT_: Operation[_components.Record] = Operation(
    "import",
    "POST",
    "/books/import",
    returns={200: lambda: _components.Record},
)

_COMPONENTS: Operation[_components.List] = Operation(
    "components",
    "GET",
    "/books/components",
    query=("on", "uuid"),
    types={
        "on": lambda: _date,
    },
    returns={200: lambda: _components.List},
)

_DATE: Operation[_date] = Operation(
    "date",
    "GET",
    "/books/date",
    query=("kind",),
    returns={200: lambda: _date},
)


class Books(Resource):
    """The `Books` operations."""

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
    ) -> builtins.list[builtins.str]:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All books.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST,
            {},
            **options,
        )

    async def list_async(
        self,
        **options: Unpack[CallOptions],
    ) -> builtins.list[builtins.str]:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All books.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST,
            {},
            **options,
        )

    def dict(
        self,
        *,
        shelves: builtins.list[builtins.list[int]],
        by_author: builtins.dict[builtins.str, builtins.list[builtins.str]] | None = None,
        str: builtins.str | None = None,
        int: int | None = None,
        type: builtins.str | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.dict[builtins.str, builtins.list[Number]]:
        """Call `PUT /books`.

        Args:
            shelves: The value of `shelves`.
            by_author: The value of `by_author`.
            str: The value of `str`.
            int: The value of `int`.
            type: The value of `type`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Books by shelf.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _DICT,
            {},
            {
                "shelves": shelves,
                "by_author": by_author,
                "str": str,
                "int": int,
                "type": type,
            },
            **options,
        )

    async def dict_async(
        self,
        *,
        shelves: builtins.list[builtins.list[int]],
        by_author: builtins.dict[builtins.str, builtins.list[builtins.str]] | None = None,
        str: builtins.str | None = None,
        int: int | None = None,
        type: builtins.str | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.dict[builtins.str, builtins.list[Number]]:
        """Call `PUT /books`.

        Args:
            shelves: The value of `shelves`.
            by_author: The value of `by_author`.
            str: The value of `str`.
            int: The value of `int`.
            type: The value of `type`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Books by shelf.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _DICT,
            {},
            {
                "shelves": shelves,
                "by_author": by_author,
                "str": str,
                "int": int,
                "type": type,
            },
            **options,
        )

    def str(
        self,
        *,
        list: builtins.str | None = None,
        int: int | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.str:
        """Call `GET /books/str`.

        Args:
            list: The value of `list`.
            int: The value of `int`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A text.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _STR,
            {
                "list": list,
                "int": int,
            },
            **options,
        )

    async def str_async(
        self,
        *,
        list: builtins.str | None = None,
        int: int | None = None,
        **options: Unpack[CallOptions],
    ) -> builtins.str:
        """Call `GET /books/str`.

        Args:
            list: The value of `list`.
            int: The value of `int`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A text.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _STR,
            {
                "list": list,
                "int": int,
            },
            **options,
        )

    def import_(
        self,
        **options: Unpack[CallOptions],
    ) -> _components.Record:
        """Call `POST /books/import`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IMPORT_,
            {},
            **options,
        )

    async def import__async(
        self,
        **options: Unpack[CallOptions],
    ) -> _components.Record:
        """Call `POST /books/import`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IMPORT_,
            {},
            **options,
        )

    def components(
        self,
        *,
        on: _date | None = None,
        uuid: builtins.str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> _components.List:
        """Call `GET /books/components`.

        Args:
            on: The value of `on`.
            uuid: The value of `uuid`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A list.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COMPONENTS,
            {
                "on": on,
                "uuid": uuid,
            },
            **options,
        )

    async def components_async(
        self,
        *,
        on: _date | None = None,
        uuid: builtins.str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> _components.List:
        """Call `GET /books/components`.

        Args:
            on: The value of `on`.
            uuid: The value of `uuid`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A list.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COMPONENTS,
            {
                "on": on,
                "uuid": uuid,
            },
            **options,
        )

    def date(
        self,
        *,
        kind: _components.Literal | None = None,
        **options: Unpack[CallOptions],
    ) -> _date:
        """Call `GET /books/date`.

        Args:
            kind: The value of `kind`. One of 'a', 'b'; others may be added.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A day.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _DATE,
            {
                "kind": kind,
            },
            **options,
        )

    async def date_async(
        self,
        *,
        kind: _components.Literal | None = None,
        **options: Unpack[CallOptions],
    ) -> _date:
        """Call `GET /books/date`.

        Args:
            kind: The value of `kind`. One of 'a', 'b'; others may be added.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A day.

        Raises:
            errors.ShadowedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _DATE,
            {
                "kind": kind,
            },
            **options,
        )


class BooksWithRawResponse:
    """The methods of `Books`, returning a `types.RawResponse`."""

    def __init__(self, methods: Books) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.dict = raw(methods.dict)
        self.dict_async = raw_async(methods.dict_async)
        self.str = raw(methods.str)
        self.str_async = raw_async(methods.str_async)
        self.import_ = raw(methods.import_)
        self.import__async = raw_async(methods.import__async)
        self.components = raw(methods.components)
        self.components_async = raw_async(methods.components_async)
        self.date = raw(methods.date)
        self.date_async = raw_async(methods.date_async)


class BooksWithStreamingResponse:
    """The methods of `Books`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Books) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.dict = streamed(methods.dict)
        self.dict_async = streamed_async(methods.dict_async)
        self.str = streamed(methods.str)
        self.str_async = streamed_async(methods.str_async)
        self.import_ = streamed(methods.import_)
        self.import__async = streamed_async(methods.import__async)
        self.components = streamed(methods.components)
        self.components_async = streamed_async(methods.components_async)
        self.date = streamed(methods.date)
        self.date_async = streamed_async(methods.date_async)
