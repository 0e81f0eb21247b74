"""The `default` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_GET_LAMP: Operation[operations.GetLampResponse] = Operation(
    "get /lamp",
    "GET",
    "/lamp",
    returns={
        200: lambda: operations.GetLampResponse,
    },
    authenticated=False,
)


class Default(Resource):
    """The `default` operations."""

    def get_lamp(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetLampResponse:
        """Call `GET /lamp`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            The state of the lamp.

        Raises:
            errors.MinimalDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _GET_LAMP,
            {},
            **options,
        )

    async def get_lamp_async(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetLampResponse:
        """Async form of `get_lamp`."""
        return await self._call_async(
            _GET_LAMP,
            {},
            **options,
        )
