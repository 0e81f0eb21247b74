"""The `boats` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_FIND_BOAT: Operation[components.BoatResponse] = Operation(
    "findBoat",
    "GET",
    "/b",
    returns={
        200: lambda: components.BoatResponse,
    },
    authenticated=False,
)


class Boats_2(Resource):
    """The `boats` operations."""

    def find_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /b`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _FIND_BOAT,
            {},
            **options,
        )

    async def find_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Async form of `find_boat`."""
        return await self._call_async(
            _FIND_BOAT,
            {},
            **options,
        )
