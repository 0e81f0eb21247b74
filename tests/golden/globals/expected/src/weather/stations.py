"""The `Stations` operations."""

from __future__ import annotations

from typing import Unpack

from . import operations
from ._runtime.client import Resource
from ._runtime.http.servers import Template, Variable
from ._runtime.http.wire import Styled
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GLOBAL_HEADERS = ("X-Caller", "X-Trace", "X-Debug")

_LIST_STATIONS: Operation[None] = Operation(
    "listStations",
    "GET",
    "/stations",
    query=("near", "limit"),
    headers=_GLOBAL_HEADERS,
    required=("near",),
    returns={204: None},
)

_SUMMARIZE: Operation[None] = Operation(
    "summarize",
    "GET",
    "/networks/{network}/summary",
    query=("units", "decimals", Styled("layers", "form")),
    headers=_GLOBAL_HEADERS,
    required=("units",),
    returns={204: None},
)

_OUTAGES: Operation[None] = Operation(
    "outages",
    "GET",
    "/networks/{network}/outages",
    headers=_GLOBAL_HEADERS,
    returns={204: None},
)

_RADAR: Operation[None] = Operation(
    "radar",
    "GET",
    "/radar",
    headers=_GLOBAL_HEADERS,
    returns={204: None},
    security=(),
    server=Template(
        "https://radar.{region}.weather.example",
        {"region": Variable("region", "us", ("us", "eu", "asia"))},
    ),
)

_ABOUT: Operation[None] = Operation(
    "about",
    "GET",
    "/about",
    headers=_GLOBAL_HEADERS,
    returns={204: None},
    security=(),
)


class Stations(Resource):
    """The `Stations` operations."""

    @property
    def with_raw_response(self) -> StationsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return StationsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> StationsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return StationsWithStreamingResponse(self._streamed())

    def list_stations(
        self,
        *,
        near: str,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /stations`.

        Args:
            near: The value of `near`.
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            limit: The value of `limit`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_STATIONS,
            {
                "near": near,
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "limit": limit,
            },
            **options,
        )

    async def list_stations_async(
        self,
        *,
        near: str,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /stations`.

        Args:
            near: The value of `near`.
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            limit: The value of `limit`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_STATIONS,
            {
                "near": near,
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "limit": limit,
            },
            **options,
        )

    def summarize(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        network: str | None = None,
        units: operations.Units | None = None,
        decimals: int | None = None,
        layers: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /networks/{network}/summary`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            network: The value of `network`. Defaults to the client's `network`.
            units: Units of this summary. Defaults to the client's `units`. One of 'metric',
                'imperial'.
            decimals: The value of `decimals`. Defaults to the client's `decimals`.
            layers: The value of `layers`. Defaults to the client's `layers`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is empty.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SUMMARIZE,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "network": network,
                "units": units,
                "decimals": decimals,
                "layers": layers,
            },
            **options,
        )

    async def summarize_async(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        network: str | None = None,
        units: operations.Units | None = None,
        decimals: int | None = None,
        layers: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /networks/{network}/summary`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            network: The value of `network`. Defaults to the client's `network`.
            units: Units of this summary. Defaults to the client's `units`. One of 'metric',
                'imperial'.
            decimals: The value of `decimals`. Defaults to the client's `decimals`.
            layers: The value of `layers`. Defaults to the client's `layers`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is empty.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SUMMARIZE,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "network": network,
                "units": units,
                "decimals": decimals,
                "layers": layers,
            },
            **options,
        )

    def outages(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        network: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /networks/{network}/outages`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            network: The network of stations. Defaults to the client's `network`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _OUTAGES,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "network": network,
            },
            **options,
        )

    async def outages_async(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        network: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /networks/{network}/outages`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            network: The network of stations. Defaults to the client's `network`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _OUTAGES,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
                "network": network,
            },
            **options,
        )

    def radar(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /radar`.

        Requests go to https://radar.{region}.weather.example, unless `server_url` is set.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Clear.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RADAR,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
            },
            **options,
        )

    async def radar_async(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /radar`.

        Requests go to https://radar.{region}.weather.example, unless `server_url` is set.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Clear.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RADAR,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
            },
            **options,
        )

    def about(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /about`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Nothing to say.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ABOUT,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
            },
            **options,
        )

    async def about_async(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /about`.

        Args:
            x_caller: Who is asking. Defaults to the client's `x_caller`.
            x_trace: The value of `X-Trace`. Defaults to the client's `x_trace`.
            x_debug: Whether to explain each value. Defaults to the client's `x_debug`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Nothing to say.

        Raises:
            errors.WeatherDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ABOUT,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "X-Debug": x_debug,
            },
            **options,
        )


class StationsWithRawResponse:
    """The methods of `Stations`, returning a `types.RawResponse`."""

    def __init__(self, methods: Stations) -> None:
        self.list_stations = raw(methods.list_stations)
        self.list_stations_async = raw_async(methods.list_stations_async)
        self.summarize = raw(methods.summarize)
        self.summarize_async = raw_async(methods.summarize_async)
        self.outages = raw(methods.outages)
        self.outages_async = raw_async(methods.outages_async)
        self.radar = raw(methods.radar)
        self.radar_async = raw_async(methods.radar_async)
        self.about = raw(methods.about)
        self.about_async = raw_async(methods.about_async)


class StationsWithStreamingResponse:
    """The methods of `Stations`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Stations) -> None:
        self.list_stations = streamed(methods.list_stations)
        self.list_stations_async = streamed_async(methods.list_stations_async)
        self.summarize = streamed(methods.summarize)
        self.summarize_async = streamed_async(methods.summarize_async)
        self.outages = streamed(methods.outages)
        self.outages_async = streamed_async(methods.outages_async)
        self.radar = streamed(methods.radar)
        self.radar_async = streamed_async(methods.radar_async)
        self.about = streamed(methods.about)
        self.about_async = streamed_async(methods.about_async)
