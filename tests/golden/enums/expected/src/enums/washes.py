"""The `Washes` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from .types import UNSET

if TYPE_CHECKING:
    from typing import Unpack

    from . import components
    from ._runtime.values import CallOptions
    from .types import UnsetType

_START_WASH: Operation[operations.StartWashResponse] = Operation(
    "startWash",
    "POST",
    "/washes",
    body="properties",
    nullable=("scent",),
    returns={
        200: lambda: operations.StartWashResponse,
    },
    authenticated=False,
)


class Washes(Resource):
    """The `Washes` operations."""

    def start_wash(
        self,
        *,
        programme: components.Programme,
        temperature: operations.Temperature | None = None,
        spin: operations.Spin | None = None,
        scent: operations.Scent | UnsetType | None = UNSET,
        level: operations.Level | None = None,
        only: operations.Only | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.StartWashResponse:
        """Start a wash.

        Args:
            programme: How to wash. There will be more programmes. One of 'wool', 'cotton';
                others may be added.
            temperature: In degrees Celsius. One of 30, 40, 60.
            spin: The value of `spin`. One of 'none', 'soft', 'full', "it's", 'a "b"', 'c\\\\d',
                ''.
            scent: Null is no scent. One of 'rose', 'lemon'.
            level: The value of `level`. One of 1, 2; others may be added.
            only: The value of `only`. One of 'eco'.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            The wash.

        Raises:
            errors.EnumsDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _START_WASH,
            {},
            {
                "programme": programme,
                "temperature": temperature,
                "spin": spin,
                "scent": scent,
                "level": level,
                "only": only,
            },
            **options,
        )

    async def start_wash_async(
        self,
        *,
        programme: components.Programme,
        temperature: operations.Temperature | None = None,
        spin: operations.Spin | None = None,
        scent: operations.Scent | UnsetType | None = UNSET,
        level: operations.Level | None = None,
        only: operations.Only | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.StartWashResponse:
        """Async form of `start_wash`."""
        return await self._call_async(
            _START_WASH,
            {},
            {
                "programme": programme,
                "temperature": temperature,
                "spin": spin,
                "scent": scent,
                "level": level,
                "only": only,
            },
            **options,
        )
