"""What floats."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_BOAT: Operation[components.BoatResponse] = Operation(
    "getBoat",
    "GET",
    "/a",
    returns={200: lambda: components.BoatResponse},
)

_FIND_BOAT: Operation[components.BoatResponse] = Operation(
    "findBoat",
    "GET",
    "/b",
    returns={200: lambda: components.BoatResponse},
)


class Boats(Resource):
    """What floats."""

    @property
    def with_raw_response(self) -> BoatsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BoatsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BoatsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BoatsWithStreamingResponse(self._streamed())

    def get_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /a`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_BOAT,
            {},
            **options,
        )

    async def get_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /a`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_BOAT,
            {},
            **options,
        )

    def find_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /b`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_BOAT,
            {},
            **options,
        )

    async def find_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.BoatResponse:
        """Call `GET /b`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A boat.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_BOAT,
            {},
            **options,
        )


class BoatsWithRawResponse:
    """The methods of `Boats`, returning a `types.RawResponse`."""

    def __init__(self, methods: Boats) -> None:
        self.get_boat = raw(methods.get_boat)
        self.get_boat_async = raw_async(methods.get_boat_async)
        self.find_boat = raw(methods.find_boat)
        self.find_boat_async = raw_async(methods.find_boat_async)


class BoatsWithStreamingResponse:
    """The methods of `Boats`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Boats) -> None:
        self.get_boat = streamed(methods.get_boat)
        self.get_boat_async = streamed_async(methods.get_boat_async)
        self.find_boat = streamed(methods.find_boat)
        self.find_boat_async = streamed_async(methods.find_boat_async)
