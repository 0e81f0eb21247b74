"""The `boats` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async

if TYPE_CHECKING:
    from typing import Unpack

    from ._runtime.values import CallOptions

_FIND_BOAT: Operation[components.BoatResponse] = Operation(
    "findBoat",
    "GET",
    "/b",
    returns={200: lambda: components.BoatResponse},
)


class Boats_2(Resource):
    """The `boats` operations."""

    @property
    def with_raw_response(self) -> Boats_2WithRawResponse:
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return Boats_2WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Boats_2WithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return Boats_2WithStreamingResponse(self._streamed())

    def find_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /b`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _FIND_BOAT,
            {},
            **options,
        )

    async def find_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Async form of `find_boat`."""
        return await self._call_async(
            _FIND_BOAT,
            {},
            **options,
        )


class Boats_2WithRawResponse:
    """The methods of `Boats_2`, each returning a `types.RawResponse`."""

    def __init__(self, methods: Boats_2) -> None:
        self.find_boat = raw(methods.find_boat)
        self.find_boat_async = raw_async(methods.find_boat_async)


class Boats_2WithStreamingResponse:
    """The methods of `Boats_2`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: Boats_2) -> None:
        self.find_boat = streamed(methods.find_boat)
        self.find_boat_async = streamed_async(methods.find_boat_async)
