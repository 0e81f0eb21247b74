"""The `close` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_DRIFT: Operation[None] = Operation(
    "drift",
    "GET",
    "/h",
    returns={
        204: None,
    },
    authenticated=False,
)


class Close(Resource):
    """The `close` operations."""

    def drift(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /h`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _DRIFT,
            {},
            **options,
        )

    async def drift_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `drift`."""
        return await self._call_async(
            _DRIFT,
            {},
            **options,
        )
