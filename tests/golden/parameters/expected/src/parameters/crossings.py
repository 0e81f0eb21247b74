"""Crossings between two ports."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack
from uuid import UUID

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_CROSSING: Operation[None] = Operation(
    "getCrossing",
    "GET",
    "/ports/{from}/crossings/{crossing-id}",
    query=(
        "class",
        "id",
        "self",
        "retries",
        "page-size",
        "page_size",
        "filter[open]",
        "max fare",
        "since",
        "on",
        "harbour",
        "order",
        "tariff",
        "unit",
    ),
    headers=("X-Request-ID",),
    required=("max fare",),
    types={
        "since": lambda: datetime,
        "on": lambda: date,
    },
    returns={204: None},
)


class Crossings(Resource):
    """Crossings between two ports."""

    @property
    def with_raw_response(self) -> CrossingsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return CrossingsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> CrossingsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return CrossingsWithStreamingResponse(self._streamed())

    def get_crossing(
        self,
        *,
        from_: str,
        crossing_id: str | UUID,
        max_fare: float,
        x_request_id: str | None = None,
        class_: str | None = None,
        id: int | None = None,
        self_: str | None = None,
        retries_: int | None = None,
        page_size: int | None = None,
        query_page_size: int | None = None,
        filter_open: bool | None = None,
        since: datetime | None = None,
        on: date | None = None,
        harbour: str | None = None,
        order: operations.Order | None = None,
        tariff: operations.Tariff | None = None,
        currency: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Look up a crossing.

        Args:
            from_: The value of `from`.
            crossing_id: Which crossing.
            max_fare: The value of `max fare`.
            x_request_id: Comes back in the log of the server.
            class_: The fare class.
            id: The value of `id`.
            self_: The value of `self`.
            retries_: The value of `retries`.
            page_size: The value of `page-size`. Default: `20`.
            query_page_size: The value of `page_size`.
            filter_open: The value of `filter[open]`.
            since: The value of `since`.
            on: The value of `on`.
            harbour: The port of departure. Deprecated. Use `from`.
            order: What comes first. Default: `'time'`. One of 'price', 'time'.
            tariff: The value of `tariff`. One of 1, 2; others may be added.
            currency: The value of `unit`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The crossing takes place.

        Raises:
            errors.ParametersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_CROSSING,
            {
                "from": from_,
                "crossing-id": crossing_id,
                "max fare": max_fare,
                "X-Request-ID": x_request_id,
                "class": class_,
                "id": id,
                "self": self_,
                "retries": retries_,
                "page-size": page_size,
                "page_size": query_page_size,
                "filter[open]": filter_open,
                "since": since,
                "on": on,
                "harbour": harbour,
                "order": order,
                "tariff": tariff,
                "unit": currency,
            },
            **options,
        )

    async def get_crossing_async(
        self,
        *,
        from_: str,
        crossing_id: str | UUID,
        max_fare: float,
        x_request_id: str | None = None,
        class_: str | None = None,
        id: int | None = None,
        self_: str | None = None,
        retries_: int | None = None,
        page_size: int | None = None,
        query_page_size: int | None = None,
        filter_open: bool | None = None,
        since: datetime | None = None,
        on: date | None = None,
        harbour: str | None = None,
        order: operations.Order | None = None,
        tariff: operations.Tariff | None = None,
        currency: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Look up a crossing.

        Args:
            from_: The value of `from`.
            crossing_id: Which crossing.
            max_fare: The value of `max fare`.
            x_request_id: Comes back in the log of the server.
            class_: The fare class.
            id: The value of `id`.
            self_: The value of `self`.
            retries_: The value of `retries`.
            page_size: The value of `page-size`. Default: `20`.
            query_page_size: The value of `page_size`.
            filter_open: The value of `filter[open]`.
            since: The value of `since`.
            on: The value of `on`.
            harbour: The port of departure. Deprecated. Use `from`.
            order: What comes first. Default: `'time'`. One of 'price', 'time'.
            tariff: The value of `tariff`. One of 1, 2; others may be added.
            currency: The value of `unit`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The crossing takes place.

        Raises:
            errors.ParametersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_CROSSING,
            {
                "from": from_,
                "crossing-id": crossing_id,
                "max fare": max_fare,
                "X-Request-ID": x_request_id,
                "class": class_,
                "id": id,
                "self": self_,
                "retries": retries_,
                "page-size": page_size,
                "page_size": query_page_size,
                "filter[open]": filter_open,
                "since": since,
                "on": on,
                "harbour": harbour,
                "order": order,
                "tariff": tariff,
                "unit": currency,
            },
            **options,
        )


class CrossingsWithRawResponse:
    """The methods of `Crossings`, returning a `types.RawResponse`."""

    def __init__(self, methods: Crossings) -> None:
        self.get_crossing = raw(methods.get_crossing)
        self.get_crossing_async = raw_async(methods.get_crossing_async)


class CrossingsWithStreamingResponse:
    """The methods of `Crossings`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Crossings) -> None:
        self.get_crossing = streamed(methods.get_crossing)
        self.get_crossing_async = streamed_async(methods.get_crossing_async)
