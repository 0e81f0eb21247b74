"""The `default` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_ANCHOR: Operation[None] = Operation(
    "anchor",
    "GET",
    "/i",
    returns={204: None},
)


class Default(Resource):
    """The `default` operations."""

    @property
    def with_raw_response(self) -> DefaultWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return DefaultWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> DefaultWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return DefaultWithStreamingResponse(self._streamed())

    def anchor(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /i`.

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
            _ANCHOR,
            {},
            **options,
        )

    async def anchor_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /i`.

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
            _ANCHOR,
            {},
            **options,
        )


class DefaultWithRawResponse:
    """The methods of `Default`, returning a `types.RawResponse`."""

    def __init__(self, methods: Default) -> None:
        self.anchor = raw(methods.anchor)
        self.anchor_async = raw_async(methods.anchor_async)


class DefaultWithStreamingResponse:
    """The methods of `Default`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Default) -> None:
        self.anchor = streamed(methods.anchor)
        self.anchor_async = streamed_async(methods.anchor_async)
