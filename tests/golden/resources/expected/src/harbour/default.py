"""The `default` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_ANCHOR: Operation[None] = Operation(
    "anchor",
    "GET",
    "/i",
    returns={
        204: None,
    },
    authenticated=False,
)


class Default(Resource):
    """The `default` operations."""

    def anchor(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /i`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _ANCHOR,
            {},
            **options,
        )

    async def anchor_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `anchor`."""
        return await self._call_async(
            _ANCHOR,
            {},
            **options,
        )
