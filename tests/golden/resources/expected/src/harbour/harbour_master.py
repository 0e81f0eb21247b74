"""The `Harbour Master` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_WAKE: Operation[None] = Operation(
    "wake",
    "GET",
    "/e",
    returns={204: None},
)


class HarbourMaster_(Resource):
    """The `Harbour Master` operations."""

    @property
    def with_raw_response(self) -> HarbourMaster_WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return HarbourMaster_WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> HarbourMaster_WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return HarbourMaster_WithStreamingResponse(self._streamed())

    def wake(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /e`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WAKE,
            {},
            **options,
        )

    async def wake_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /e`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WAKE,
            {},
            **options,
        )


class HarbourMaster_WithRawResponse:
    """The methods of `HarbourMaster_`, returning a `types.RawResponse`."""

    def __init__(self, methods: HarbourMaster_) -> None:
        self.wake = raw(methods.wake)
        self.wake_async = raw_async(methods.wake_async)


class HarbourMaster_WithStreamingResponse:
    """The methods of `HarbourMaster_`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: HarbourMaster_) -> None:
        self.wake = streamed(methods.wake)
        self.wake_async = streamed_async(methods.wake_async)
