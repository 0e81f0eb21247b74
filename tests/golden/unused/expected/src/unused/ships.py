"""The `ships` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_SHIP: Operation[components.Ship] = Operation(
    "getShip",
    "GET",
    "/ships/{id}",
    returns={200: lambda: components.Ship},
)


class Ships(Resource):
    """The `ships` operations."""

    @property
    def with_raw_response(self) -> ShipsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ShipsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ShipsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ShipsWithStreamingResponse(self._streamed())

    def get_ship(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Ship:
        """Call `GET /ships/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ship.

        Raises:
            errors.UnusedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_SHIP,
            {
                "id": id,
            },
            **options,
        )

    async def get_ship_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Ship:
        """Call `GET /ships/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ship.

        Raises:
            errors.UnusedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_SHIP,
            {
                "id": id,
            },
            **options,
        )


class ShipsWithRawResponse:
    """The methods of `Ships`, returning a `types.RawResponse`."""

    def __init__(self, methods: Ships) -> None:
        self.get_ship = raw(methods.get_ship)
        self.get_ship_async = raw_async(methods.get_ship_async)


class ShipsWithStreamingResponse:
    """The methods of `Ships`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Ships) -> None:
        self.get_ship = streamed(methods.get_ship)
        self.get_ship_async = streamed_async(methods.get_ship_async)
