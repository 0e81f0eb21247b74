"""The `7 Seas` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_SAIL: Operation[None] = Operation(
    "sail",
    "GET",
    "/g",
    returns={
        204: None,
    },
    authenticated=False,
)


class Resource7Seas(Resource):
    """The `7 Seas` operations."""

    def sail(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /g`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _SAIL,
            {},
            **options,
        )

    async def sail_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `sail`."""
        return await self._call_async(
            _SAIL,
            {},
            **options,
        )
