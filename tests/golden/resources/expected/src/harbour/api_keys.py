"""The `API Keys` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_LIST_KEYS: Operation[None] = Operation(
    "listKeys",
    "GET",
    "/c",
    returns={
        204: None,
    },
    authenticated=False,
)


class APIKeys(Resource):
    """The `API Keys` operations."""

    def list_keys(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /c`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST_KEYS,
            {},
            **options,
        )

    async def list_keys_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `list_keys`."""
        return await self._call_async(
            _LIST_KEYS,
            {},
            **options,
        )
