"""The `Plants` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_PLANT: Operation[components.Plant] = Operation(
    "getPlant",
    "GET",
    "/plants/{id}",
    returns={200: lambda: components.Plant},
)


class Plants(Resource):
    """The `Plants` operations."""

    @property
    def with_raw_response(self) -> PlantsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PlantsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PlantsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PlantsWithStreamingResponse(self._streamed())

    def get_plant(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Plant:
        """Get a plant.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The plant.

        Raises:
            errors.ModelsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_PLANT,
            {
                "id": id,
            },
            **options,
        )

    async def get_plant_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Plant:
        """Get a plant.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The plant.

        Raises:
            errors.ModelsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_PLANT,
            {
                "id": id,
            },
            **options,
        )


class PlantsWithRawResponse:
    """The methods of `Plants`, returning a `types.RawResponse`."""

    def __init__(self, methods: Plants) -> None:
        self.get_plant = raw(methods.get_plant)
        self.get_plant_async = raw_async(methods.get_plant_async)


class PlantsWithStreamingResponse:
    """The methods of `Plants`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Plants) -> None:
        self.get_plant = streamed(methods.get_plant)
        self.get_plant_async = streamed_async(methods.get_plant_async)
