"""The `7 Seas` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_SAIL: Operation[None] = Operation(
    "sail",
    "GET",
    "/g",
    returns={204: None},
)


class Resource7Seas(Resource):
    """The `7 Seas` operations."""

    @property
    def with_raw_response(self) -> Resource7SeasWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return Resource7SeasWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Resource7SeasWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return Resource7SeasWithStreamingResponse(self._streamed())

    def sail(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /g`.

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
            _SAIL,
            {},
            **options,
        )

    async def sail_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /g`.

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
            _SAIL,
            {},
            **options,
        )


class Resource7SeasWithRawResponse:
    """The methods of `Resource7Seas`, returning a `types.RawResponse`."""

    def __init__(self, methods: Resource7Seas) -> None:
        self.sail = raw(methods.sail)
        self.sail_async = raw_async(methods.sail_async)


class Resource7SeasWithStreamingResponse:
    """The methods of `Resource7Seas`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Resource7Seas) -> None:
        self.sail = streamed(methods.sail)
        self.sail_async = streamed_async(methods.sail_async)
