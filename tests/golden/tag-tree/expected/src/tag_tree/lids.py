"""The `stock.boxes.lids` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_LIDS: Operation[None] = Operation(
    "listLids",
    "GET",
    "/lids",
    returns={204: None},
)


class Lids(Resource):
    """The `stock.boxes.lids` operations."""

    @property
    def with_raw_response(self) -> LidsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LidsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LidsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LidsWithStreamingResponse(self._streamed())

    def list_lids(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /lids`.

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
            _LIST_LIDS,
            {},
            **options,
        )

    async def list_lids_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /lids`.

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
            _LIST_LIDS,
            {},
            **options,
        )


class LidsWithRawResponse:
    """The methods of `Lids`, returning a `types.RawResponse`."""

    def __init__(self, methods: Lids) -> None:
        self.list_lids = raw(methods.list_lids)
        self.list_lids_async = raw_async(methods.list_lids_async)


class LidsWithStreamingResponse:
    """The methods of `Lids`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Lids) -> None:
        self.list_lids = streamed(methods.list_lids)
        self.list_lids_async = streamed_async(methods.list_lids_async)
