"""The `Finds` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.http.wire import Styled
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_BY_FORM: Operation[None] = Operation(
    "byForm",
    "GET",
    "/form",
    query=(Styled("filter", "wholeForm"),),
    required=("filter",),
    returns={204: None},
)

_BY_JSON: Operation[None] = Operation(
    "byJson",
    "GET",
    "/json",
    query=(Styled("filter", "wholeJson"),),
    returns={204: None},
)

_BY_TEXT: Operation[None] = Operation(
    "byText",
    "GET",
    "/text",
    query=(Styled("path", "wholeText"),),
    returns={204: None},
)

_BY_BOTH: Operation[None] = Operation(
    "byBoth",
    "GET",
    "/both",
    query=(Styled("path", "wholeText"), "page"),
    returns={204: None},
)

_COOKIES: Operation[None] = Operation(
    "cookies",
    "GET",
    "/cookies",
    cookies=(
        Styled("session", "cookie", explode=True),
        Styled("tags", "cookie", explode=True),
        Styled("list", "cookie"),
        Styled("open", "form", explode=True, reserved=True),
    ),
    returns={204: None},
)

_RESERVED: Operation[None] = Operation(
    "reserved",
    "GET",
    "/files/{path}/{ids}",
    path_parameters={
        "path": Styled("path", "simple", reserved=True),
        "ids": Styled("ids", "simple", reserved=True),
    },
    returns={204: None},
)


class Finds(Resource):
    """The `Finds` operations."""

    @property
    def with_raw_response(self) -> FindsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return FindsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> FindsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return FindsWithStreamingResponse(self._streamed())

    def by_form(
        self,
        *,
        filter: components.Filter,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /form`.

        Args:
            filter: The value of `filter`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _BY_FORM,
            {
                "filter": filter,
            },
            **options,
        )

    async def by_form_async(
        self,
        *,
        filter: components.Filter,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /form`.

        Args:
            filter: The value of `filter`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _BY_FORM,
            {
                "filter": filter,
            },
            **options,
        )

    def by_json(
        self,
        *,
        filter: components.Filter | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /json`.

        Args:
            filter: The value of `filter`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _BY_JSON,
            {
                "filter": filter,
            },
            **options,
        )

    async def by_json_async(
        self,
        *,
        filter: components.Filter | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /json`.

        Args:
            filter: The value of `filter`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _BY_JSON,
            {
                "filter": filter,
            },
            **options,
        )

    def by_text(
        self,
        *,
        path: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /text`.

        Args:
            path: The value of `path`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _BY_TEXT,
            {
                "path": path,
            },
            **options,
        )

    async def by_text_async(
        self,
        *,
        path: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /text`.

        Args:
            path: The value of `path`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _BY_TEXT,
            {
                "path": path,
            },
            **options,
        )

    def by_both(
        self,
        *,
        path: str | None = None,
        page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /both`.

        Args:
            path: The value of `path`.
            page: The value of `page`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _BY_BOTH,
            {
                "path": path,
                "page": page,
            },
            **options,
        )

    async def by_both_async(
        self,
        *,
        path: str | None = None,
        page: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /both`.

        Args:
            path: The value of `path`.
            page: The value of `page`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _BY_BOTH,
            {
                "path": path,
                "page": page,
            },
            **options,
        )

    def cookies(
        self,
        *,
        session: str | None = None,
        tags: list[str] | None = None,
        list: list[str] | None = None,
        open: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /cookies`.

        Args:
            session: The value of `session`.
            tags: The value of `tags`.
            list: The value of `list`.
            open: The value of `open`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COOKIES,
            {
                "session": session,
                "tags": tags,
                "list": list,
                "open": open,
            },
            **options,
        )

    async def cookies_async(
        self,
        *,
        session: str | None = None,
        tags: list[str] | None = None,
        list: list[str] | None = None,
        open: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /cookies`.

        Args:
            session: The value of `session`.
            tags: The value of `tags`.
            list: The value of `list`.
            open: The value of `open`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COOKIES,
            {
                "session": session,
                "tags": tags,
                "list": list,
                "open": open,
            },
            **options,
        )

    def reserved(
        self,
        *,
        path: str,
        ids: list[str],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /files/{path}/{ids}`.

        Args:
            path: The value of `path`.
            ids: The value of `ids`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RESERVED,
            {
                "path": path,
                "ids": ids,
            },
            **options,
        )

    async def reserved_async(
        self,
        *,
        path: str,
        ids: list[str],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /files/{path}/{ids}`.

        Args:
            path: The value of `path`.
            ids: The value of `ids`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.WholeQueryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RESERVED,
            {
                "path": path,
                "ids": ids,
            },
            **options,
        )


class FindsWithRawResponse:
    """The methods of `Finds`, returning a `types.RawResponse`."""

    def __init__(self, methods: Finds) -> None:
        self.by_form = raw(methods.by_form)
        self.by_form_async = raw_async(methods.by_form_async)
        self.by_json = raw(methods.by_json)
        self.by_json_async = raw_async(methods.by_json_async)
        self.by_text = raw(methods.by_text)
        self.by_text_async = raw_async(methods.by_text_async)
        self.by_both = raw(methods.by_both)
        self.by_both_async = raw_async(methods.by_both_async)
        self.cookies = raw(methods.cookies)
        self.cookies_async = raw_async(methods.cookies_async)
        self.reserved = raw(methods.reserved)
        self.reserved_async = raw_async(methods.reserved_async)


class FindsWithStreamingResponse:
    """The methods of `Finds`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Finds) -> None:
        self.by_form = streamed(methods.by_form)
        self.by_form_async = streamed_async(methods.by_form_async)
        self.by_json = streamed(methods.by_json)
        self.by_json_async = streamed_async(methods.by_json_async)
        self.by_text = streamed(methods.by_text)
        self.by_text_async = streamed_async(methods.by_text_async)
        self.by_both = streamed(methods.by_both)
        self.by_both_async = streamed_async(methods.by_both_async)
        self.cookies = streamed(methods.cookies)
        self.cookies_async = streamed_async(methods.cookies_async)
        self.reserved = streamed(methods.reserved)
        self.reserved_async = streamed_async(methods.reserved_async)
