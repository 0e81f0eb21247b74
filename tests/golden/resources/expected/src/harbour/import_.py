"""The `import` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_IMPORT_BOAT: Operation[None] = Operation(
    "importBoat",
    "GET",
    "/f",
    returns={
        204: None,
    },
    authenticated=False,
)


class Import(Resource):
    """The `import` operations."""

    def import_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /f`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _IMPORT_BOAT,
            {},
            **options,
        )

    async def import_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `import_boat`."""
        return await self._call_async(
            _IMPORT_BOAT,
            {},
            **options,
        )
