"""The `Loaves` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components, errors
from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_GET_LOAF: Operation[components.Loaf] = Operation(
    "getLoaf",
    "GET",
    "/loaves/{id}",
    returns={
        200: lambda: components.Loaf,
    },
    errors={
        400: lambda: errors.RefusedError,
        404: lambda: errors.GetLoafNotFoundError,
        422: lambda: errors.RefusedError,
        418: lambda: errors.BakeryDefaultError,
        "4XX": lambda: errors.FaultError,
        500: lambda: errors.BakeryDefaultError,
        "default": lambda: errors.FaultError,
    },
    authenticated=False,
)

_EAT_LOAF: Operation[None] = Operation(
    "eatLoaf",
    "DELETE",
    "/loaves/{id}",
    returns={
        204: None,
    },
    errors={
        409: lambda: errors.FaultError,
    },
    authenticated=False,
)


class Loaves(Resource):
    """The `Loaves` operations."""

    def get_loaf(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Loaf:
        """Get a loaf.

        Args:
            id: The value of `id`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            The loaf.

        Raises:
            errors.RefusedError: The order is not understood.
            errors.GetLoafNotFoundError: There is no such loaf.
            errors.BakeryDefaultError: The oven is a teapot.
            errors.FaultError: Something else is wrong with the request.
            errors.BakeryDefaultError: The oven is cold.
            errors.FaultError: Anything else.
            errors.BakeryDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _GET_LOAF,
            {
                "id": id,
            },
            **options,
        )

    async def get_loaf_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Loaf:
        """Async form of `get_loaf`."""
        return await self._call_async(
            _GET_LOAF,
            {
                "id": id,
            },
            **options,
        )

    def eat_loaf(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /loaves/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            It is gone.

        Raises:
            errors.FaultError: Somebody else has eaten it.
            errors.BakeryDefaultError: A list of who has eaten of it.
            errors.BakeryDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _EAT_LOAF,
            {
                "id": id,
            },
            **options,
        )

    async def eat_loaf_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `eat_loaf`."""
        return await self._call_async(
            _EAT_LOAF,
            {
                "id": id,
            },
            **options,
        )
