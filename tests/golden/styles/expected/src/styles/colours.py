"""The `Colours` operations."""

from __future__ import annotations

from typing import Any, Unpack

from . import operations
from ._runtime.client import Resource
from ._runtime.http.wire import Styled
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_IN_SIMPLE_STYLE: Operation[None] = Operation(
    "inSimpleStyle",
    "GET",
    "/simple/{list}/{map}/{exploded}",
    path_parameters={
        "list": Styled("list", "simple"),
        "map": Styled("map", "simple"),
        "exploded": Styled("exploded", "simple", explode=True),
    },
    returns={204: None},
)

_IN_OTHER_STYLES: Operation[None] = Operation(
    "inOtherStyles",
    "GET",
    "/label/{list}/{map}/matrix/{one}/{many}",
    path_parameters={
        "list": Styled("list", "label", explode=True),
        "map": Styled("map", "label"),
        "one": Styled("one", "matrix"),
        "many": Styled("many", "matrix", explode=True),
    },
    returns={204: None},
)

_QUERY: Operation[None] = Operation(
    "query",
    "GET",
    "/query",
    query=(
        "repeated",
        Styled("joined", "form"),
        Styled("spaced", "spaceDelimited"),
        Styled("piped", "pipeDelimited"),
        Styled("spread", "form", explode=True),
        Styled("filter", "deepObject", explode=True),
        Styled("json", "json"),
        Styled("link", "form", explode=True, reserved=True),
        "page",
        Styled("anything", "form", explode=True),
    ),
    returns={204: None},
)

_IN_HEADERS: Operation[None] = Operation(
    "inHeaders",
    "GET",
    "/headers",
    headers=(
        Styled("X-List", "simple"),
        Styled("X-Map", "simple", explode=True),
        Styled("X-Json", "json"),
    ),
    cookies=("session", Styled("shades", "form")),
    returns={204: None},
)

_WITH_NAMES: Operation[None] = Operation(
    "withNames",
    "GET",
    "/names/{id}/{undeclared}",
    query=(
        Styled("id", "form", explode=True, key="query:id"),
        "StartTime",
        "StartTime<",
        "StartTime>",
        "filter[name]",
        "class",
        "2nd",
        "größe",
    ),
    headers=(Styled("id", "simple", key="header:id"),),
    cookies=(Styled("id", "form", explode=True, key="cookie:id"),),
    returns={204: None},
)

_GET_FILE: Operation[None] = Operation(
    "getFile",
    "GET",
    "/files/{bucket}/{Key}",
    path_parameters={
        "Key": Styled("Key", "segments"),
    },
    returns={204: None},
)

_FIND_NAMES: Operation[None] = Operation(
    "findNames",
    "GET",
    "/names/{path}",
    path_parameters={
        "path": Styled("path", "segments"),
    },
    query=("q",),
    returns={204: None},
)


class Colours(Resource):
    """The `Colours` operations."""

    @property
    def with_raw_response(self) -> ColoursWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ColoursWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ColoursWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ColoursWithStreamingResponse(self._streamed())

    def in_simple_style(
        self,
        *,
        list: list[str],
        map: dict[str, int],
        exploded: dict[str, int],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /simple/{list}/{map}/{exploded}`.

        Args:
            list: The value of `list`.
            map: The value of `map`.
            exploded: The value of `exploded`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IN_SIMPLE_STYLE,
            {
                "list": list,
                "map": map,
                "exploded": exploded,
            },
            **options,
        )

    async def in_simple_style_async(
        self,
        *,
        list: list[str],
        map: dict[str, int],
        exploded: dict[str, int],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /simple/{list}/{map}/{exploded}`.

        Args:
            list: The value of `list`.
            map: The value of `map`.
            exploded: The value of `exploded`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IN_SIMPLE_STYLE,
            {
                "list": list,
                "map": map,
                "exploded": exploded,
            },
            **options,
        )

    def in_other_styles(
        self,
        *,
        list: list[str],
        map: dict[str, int],
        one: str,
        many: list[str],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /label/{list}/{map}/matrix/{one}/{many}`.

        Args:
            list: The value of `list`.
            map: The value of `map`.
            one: The value of `one`.
            many: The value of `many`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IN_OTHER_STYLES,
            {
                "list": list,
                "map": map,
                "one": one,
                "many": many,
            },
            **options,
        )

    async def in_other_styles_async(
        self,
        *,
        list: list[str],
        map: dict[str, int],
        one: str,
        many: list[str],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /label/{list}/{map}/matrix/{one}/{many}`.

        Args:
            list: The value of `list`.
            map: The value of `map`.
            one: The value of `one`.
            many: The value of `many`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IN_OTHER_STYLES,
            {
                "list": list,
                "map": map,
                "one": one,
                "many": many,
            },
            **options,
        )

    def query(
        self,
        *,
        repeated: list[str] | None = None,
        joined: list[str] | None = None,
        spaced: list[str] | None = None,
        piped: list[str] | None = None,
        spread: dict[str, int] | None = None,
        filter: operations.Filter | None = None,
        json: dict[str, int] | None = None,
        link: str | None = None,
        page: int | None = None,
        anything: Any | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /query`.

        Args:
            repeated: The value of `repeated`.
            joined: The value of `joined`.
            spaced: The value of `spaced`.
            piped: The value of `piped`.
            spread: The value of `spread`.
            filter: The value of `filter`.
            json: The value of `json`.
            link: The value of `link`.
            page: The value of `page`. Default: `1`.
            anything: The value of `anything`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _QUERY,
            {
                "repeated": repeated,
                "joined": joined,
                "spaced": spaced,
                "piped": piped,
                "spread": spread,
                "filter": filter,
                "json": json,
                "link": link,
                "page": page,
                "anything": anything,
            },
            **options,
        )

    async def query_async(
        self,
        *,
        repeated: list[str] | None = None,
        joined: list[str] | None = None,
        spaced: list[str] | None = None,
        piped: list[str] | None = None,
        spread: dict[str, int] | None = None,
        filter: operations.Filter | None = None,
        json: dict[str, int] | None = None,
        link: str | None = None,
        page: int | None = None,
        anything: Any | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /query`.

        Args:
            repeated: The value of `repeated`.
            joined: The value of `joined`.
            spaced: The value of `spaced`.
            piped: The value of `piped`.
            spread: The value of `spread`.
            filter: The value of `filter`.
            json: The value of `json`.
            link: The value of `link`.
            page: The value of `page`. Default: `1`.
            anything: The value of `anything`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _QUERY,
            {
                "repeated": repeated,
                "joined": joined,
                "spaced": spaced,
                "piped": piped,
                "spread": spread,
                "filter": filter,
                "json": json,
                "link": link,
                "page": page,
                "anything": anything,
            },
            **options,
        )

    def in_headers(
        self,
        *,
        x_list: list[str] | None = None,
        x_map: dict[str, int] | None = None,
        x_json: dict[str, int] | None = None,
        session: str | None = None,
        shades: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /headers`.

        Args:
            x_list: The value of `X-List`.
            x_map: The value of `X-Map`.
            x_json: The value of `X-Json`.
            session: The value of `session`.
            shades: The value of `shades`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IN_HEADERS,
            {
                "X-List": x_list,
                "X-Map": x_map,
                "X-Json": x_json,
                "session": session,
                "shades": shades,
            },
            **options,
        )

    async def in_headers_async(
        self,
        *,
        x_list: list[str] | None = None,
        x_map: dict[str, int] | None = None,
        x_json: dict[str, int] | None = None,
        session: str | None = None,
        shades: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /headers`.

        Args:
            x_list: The value of `X-List`.
            x_map: The value of `X-Map`.
            x_json: The value of `X-Json`.
            session: The value of `session`.
            shades: The value of `shades`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IN_HEADERS,
            {
                "X-List": x_list,
                "X-Map": x_map,
                "X-Json": x_json,
                "session": session,
                "shades": shades,
            },
            **options,
        )

    def with_names(
        self,
        *,
        id: str,
        undeclared: str,
        query_id: str | None = None,
        header_id: str | None = None,
        cookie_id: str | None = None,
        start_time: str | None = None,
        start_time_less_than: str | None = None,
        start_time_greater_than: str | None = None,
        filter_name: str | None = None,
        class_: str | None = None,
        parameter_2nd: str | None = None,
        größe: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /names/{id}/{undeclared}`.

        Args:
            id: The value of `id`.
            undeclared: The value of `undeclared`.
            query_id: The value of `id`.
            header_id: The value of `id`.
            cookie_id: The value of `id`.
            start_time: The value of `StartTime`.
            start_time_less_than: The value of `StartTime<`.
            start_time_greater_than: The value of `StartTime>`.
            filter_name: The value of `filter[name]`.
            class_: The value of `class`.
            parameter_2nd: The value of `2nd`.
            größe: The value of `größe`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WITH_NAMES,
            {
                "id": id,
                "undeclared": undeclared,
                "query:id": query_id,
                "header:id": header_id,
                "cookie:id": cookie_id,
                "StartTime": start_time,
                "StartTime<": start_time_less_than,
                "StartTime>": start_time_greater_than,
                "filter[name]": filter_name,
                "class": class_,
                "2nd": parameter_2nd,
                "größe": größe,
            },
            **options,
        )

    async def with_names_async(
        self,
        *,
        id: str,
        undeclared: str,
        query_id: str | None = None,
        header_id: str | None = None,
        cookie_id: str | None = None,
        start_time: str | None = None,
        start_time_less_than: str | None = None,
        start_time_greater_than: str | None = None,
        filter_name: str | None = None,
        class_: str | None = None,
        parameter_2nd: str | None = None,
        größe: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /names/{id}/{undeclared}`.

        Args:
            id: The value of `id`.
            undeclared: The value of `undeclared`.
            query_id: The value of `id`.
            header_id: The value of `id`.
            cookie_id: The value of `id`.
            start_time: The value of `StartTime`.
            start_time_less_than: The value of `StartTime<`.
            start_time_greater_than: The value of `StartTime>`.
            filter_name: The value of `filter[name]`.
            class_: The value of `class`.
            parameter_2nd: The value of `2nd`.
            größe: The value of `größe`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WITH_NAMES,
            {
                "id": id,
                "undeclared": undeclared,
                "query:id": query_id,
                "header:id": header_id,
                "cookie:id": cookie_id,
                "StartTime": start_time,
                "StartTime<": start_time_less_than,
                "StartTime>": start_time_greater_than,
                "filter[name]": filter_name,
                "class": class_,
                "2nd": parameter_2nd,
                "größe": größe,
            },
            **options,
        )

    def get_file(
        self,
        *,
        bucket: str,
        key: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /files/{bucket}/{Key+}`.

        Args:
            bucket: The value of `bucket`.
            key: The value of `Key`. Slashes separate segments of the path.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_FILE,
            {
                "bucket": bucket,
                "Key": key,
            },
            **options,
        )

    async def get_file_async(
        self,
        *,
        bucket: str,
        key: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /files/{bucket}/{Key+}`.

        Args:
            bucket: The value of `bucket`.
            key: The value of `Key`. Slashes separate segments of the path.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_FILE,
            {
                "bucket": bucket,
                "Key": key,
            },
            **options,
        )

    def find_names(
        self,
        *,
        path: str,
        q: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /names/{+path}{?q}`.

        Args:
            path: The value of `path`. Slashes separate segments of the path.
            q: The value of `q`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_NAMES,
            {
                "path": path,
                "q": q,
            },
            **options,
        )

    async def find_names_async(
        self,
        *,
        path: str,
        q: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /names/{+path}{?q}`.

        Args:
            path: The value of `path`. Slashes separate segments of the path.
            q: The value of `q`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.StylesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_NAMES,
            {
                "path": path,
                "q": q,
            },
            **options,
        )


class ColoursWithRawResponse:
    """The methods of `Colours`, returning a `types.RawResponse`."""

    def __init__(self, methods: Colours) -> None:
        self.in_simple_style = raw(methods.in_simple_style)
        self.in_simple_style_async = raw_async(methods.in_simple_style_async)
        self.in_other_styles = raw(methods.in_other_styles)
        self.in_other_styles_async = raw_async(methods.in_other_styles_async)
        self.query = raw(methods.query)
        self.query_async = raw_async(methods.query_async)
        self.in_headers = raw(methods.in_headers)
        self.in_headers_async = raw_async(methods.in_headers_async)
        self.with_names = raw(methods.with_names)
        self.with_names_async = raw_async(methods.with_names_async)
        self.get_file = raw(methods.get_file)
        self.get_file_async = raw_async(methods.get_file_async)
        self.find_names = raw(methods.find_names)
        self.find_names_async = raw_async(methods.find_names_async)


class ColoursWithStreamingResponse:
    """The methods of `Colours`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Colours) -> None:
        self.in_simple_style = streamed(methods.in_simple_style)
        self.in_simple_style_async = streamed_async(methods.in_simple_style_async)
        self.in_other_styles = streamed(methods.in_other_styles)
        self.in_other_styles_async = streamed_async(methods.in_other_styles_async)
        self.query = streamed(methods.query)
        self.query_async = streamed_async(methods.query_async)
        self.in_headers = streamed(methods.in_headers)
        self.in_headers_async = streamed_async(methods.in_headers_async)
        self.with_names = streamed(methods.with_names)
        self.with_names_async = streamed_async(methods.with_names_async)
        self.get_file = streamed(methods.get_file)
        self.get_file_async = streamed_async(methods.get_file_async)
        self.find_names = streamed(methods.find_names)
        self.find_names_async = streamed_async(methods.find_names_async)
