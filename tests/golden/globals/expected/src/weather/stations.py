"""The `Stations` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_LIST_STATIONS: Operation[None] = Operation(
    "listStations",
    "GET",
    "/stations",
    query=("near", "limit"),
    headers=("X-Caller", "X-Trace"),
    returns={
        204: None,
    },
)

_ABOUT: Operation[None] = Operation(
    "about",
    "GET",
    "/about",
    headers=("X-Caller", "X-Trace"),
    returns={
        204: None,
    },
    authenticated=False,
)


class Stations(Resource):
    """The `Stations` operations."""

    def list_stations(
        self,
        *,
        near: str,
        x_caller: str | None = None,
        x_trace: str | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /stations`.

        Args:
            near: The value of `near`.
            x_caller: Who is asking.
            x_trace: The value of `X-Trace`.
            limit: The value of `limit`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            There are none.

        Raises:
            errors.WeatherDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST_STATIONS,
            {
                "near": near,
                "X-Caller": x_caller,
                "X-Trace": x_trace,
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
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `list_stations`."""
        return await self._call_async(
            _LIST_STATIONS,
            {
                "near": near,
                "X-Caller": x_caller,
                "X-Trace": x_trace,
                "limit": limit,
            },
            **options,
        )

    def about(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /about`.

        Args:
            x_caller: Who is asking.
            x_trace: The value of `X-Trace`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            Nothing to say.

        Raises:
            errors.WeatherDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _ABOUT,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
            },
            **options,
        )

    async def about_async(
        self,
        *,
        x_caller: str | None = None,
        x_trace: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `about`."""
        return await self._call_async(
            _ABOUT,
            {
                "X-Caller": x_caller,
                "X-Trace": x_trace,
            },
            **options,
        )
