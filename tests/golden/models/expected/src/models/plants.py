"""The `Plants` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_GET_PLANT: Operation[components.Plant] = Operation(
    "getPlant",
    "GET",
    "/plants/{id}",
    returns={
        200: lambda: components.Plant,
    },
    authenticated=False,
)


class Plants(Resource):
    """The `Plants` operations."""

    def get_plant(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Plant:
        """Get a plant.

        Args:
            id: The value of `id`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            The plant.

        Raises:
            errors.ModelsDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
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
        """Async form of `get_plant`."""
        return await self._call_async(
            _GET_PLANT,
            {
                "id": id,
            },
            **options,
        )
