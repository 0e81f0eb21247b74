"""The `Harbour Master` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_WAKE: Operation[None] = Operation(
    "wake",
    "GET",
    "/e",
    returns={
        204: None,
    },
    authenticated=False,
)


class HarbourMaster_(Resource):
    """The `Harbour Master` operations."""

    def wake(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /e`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _WAKE,
            {},
            **options,
        )

    async def wake_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `wake`."""
        return await self._call_async(
            _WAKE,
            {},
            **options,
        )
