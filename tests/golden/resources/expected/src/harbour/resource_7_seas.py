"""The `7 Seas` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async

if TYPE_CHECKING:
    from typing import Unpack

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
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return Resource7SeasWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Resource7SeasWithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return Resource7SeasWithStreamingResponse(self._streamed())

    def sail(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /g`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`, `timeout_ms`
                and `http_headers`, for this call.

        Returns:
            None.

        Raises:
            errors.HarbourMasterDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _SAIL,
            {},
            **options,
        )

    async def sail_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `sail`."""
        return await self._call_async(
            _SAIL,
            {},
            **options,
        )


class Resource7SeasWithRawResponse:
    """The methods of `Resource7Seas`, each returning a `types.RawResponse`."""

    def __init__(self, methods: Resource7Seas) -> None:
        self.sail = raw(methods.sail)
        self.sail_async = raw_async(methods.sail_async)


class Resource7SeasWithStreamingResponse:
    """The methods of `Resource7Seas`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: Resource7Seas) -> None:
        self.sail = streamed(methods.sail)
        self.sail_async = streamed_async(methods.sail_async)
