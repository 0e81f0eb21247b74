"""The `loop` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_LOOPS: Operation[None] = Operation(
    "listLoops",
    "GET",
    "/loops",
    returns={204: None},
)


class Loop(Resource):
    """The `loop` operations."""

    @property
    def with_raw_response(self) -> LoopWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LoopWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LoopWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LoopWithStreamingResponse(self._streamed())

    def list_loops(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /loops`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TagTreeDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_LOOPS,
            {},
            **options,
        )

    async def list_loops_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /loops`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TagTreeDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_LOOPS,
            {},
            **options,
        )


class LoopWithRawResponse:
    """The methods of `Loop`, returning a `types.RawResponse`."""

    def __init__(self, methods: Loop) -> None:
        self.list_loops = raw(methods.list_loops)
        self.list_loops_async = raw_async(methods.list_loops_async)


class LoopWithStreamingResponse:
    """The methods of `Loop`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Loop) -> None:
        self.list_loops = streamed(methods.list_loops)
        self.list_loops_async = streamed_async(methods.list_loops_async)
