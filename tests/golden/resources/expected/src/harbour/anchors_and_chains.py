"""The `Anchors & Chains` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_DROP_ANCHOR: Operation[None] = Operation(
    "drop anchor",
    "GET",
    "/j",
    returns={
        204: None,
    },
    authenticated=False,
)


class AnchorsAndChains(Resource):
    """The `Anchors & Chains` operations."""

    def drop_anchor(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /j`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _DROP_ANCHOR,
            {},
            **options,
        )

    async def drop_anchor_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `drop_anchor`."""
        return await self._call_async(
            _DROP_ANCHOR,
            {},
            **options,
        )
