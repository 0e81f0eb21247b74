"""The `Recordings` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_RECORDING: Operation[components.Recording] = Operation(
    "getRecording",
    "GET",
    "/recordings/{id}",
    returns={200: lambda: components.Recording},
)


class Recordings(Resource):
    """The `Recordings` operations."""

    @property
    def with_raw_response(self) -> RecordingsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return RecordingsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> RecordingsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return RecordingsWithStreamingResponse(self._streamed())

    def get_recording(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> components.Recording:
        """Call `GET /recordings/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The recording.

        Raises:
            errors.StudioDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_RECORDING,
            {
                "id": id,
            },
            **options,
        )

    async def get_recording_async(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> components.Recording:
        """Call `GET /recordings/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The recording.

        Raises:
            errors.StudioDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_RECORDING,
            {
                "id": id,
            },
            **options,
        )


class RecordingsWithRawResponse:
    """The methods of `Recordings`, returning a `types.RawResponse`."""

    def __init__(self, methods: Recordings) -> None:
        self.get_recording = raw(methods.get_recording)
        self.get_recording_async = raw_async(methods.get_recording_async)


class RecordingsWithStreamingResponse:
    """The methods of `Recordings`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Recordings) -> None:
        self.get_recording = streamed(methods.get_recording)
        self.get_recording_async = streamed_async(methods.get_recording_async)
