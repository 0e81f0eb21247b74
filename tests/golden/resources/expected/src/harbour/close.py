"""The `close` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_DRIFT: Operation[None] = Operation(
    "drift",
    "GET",
    "/h",
    returns={204: None},
)


class Close(Resource):
    """The `close` operations."""

    @property
    def with_raw_response(self) -> CloseWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return CloseWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> CloseWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return CloseWithStreamingResponse(self._streamed())

    def drift(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /h`.

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
            _DRIFT,
            {},
            **options,
        )

    async def drift_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /h`.

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
            _DRIFT,
            {},
            **options,
        )


class CloseWithRawResponse:
    """The methods of `Close`, returning a `types.RawResponse`."""

    def __init__(self, methods: Close) -> None:
        self.drift = raw(methods.drift)
        self.drift_async = raw_async(methods.drift_async)


class CloseWithStreamingResponse:
    """The methods of `Close`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Close) -> None:
        self.drift = streamed(methods.drift)
        self.drift_async = streamed_async(methods.drift_async)
