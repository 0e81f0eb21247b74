"""The `partners` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_ORDERS: Operation[None] = Operation(
    "listOrders",
    "GET",
    "/orders",
    returns={204: None},
)


class Partners(Resource):
    """The `partners` operations."""

    @property
    def with_raw_response(self) -> PartnersWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PartnersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PartnersWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PartnersWithStreamingResponse(self._streamed())

    def list_orders(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /orders`.

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
            _LIST_ORDERS,
            {},
            **options,
        )

    async def list_orders_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /orders`.

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
            _LIST_ORDERS,
            {},
            **options,
        )


class PartnersWithRawResponse:
    """The methods of `Partners`, returning a `types.RawResponse`."""

    def __init__(self, methods: Partners) -> None:
        self.list_orders = raw(methods.list_orders)
        self.list_orders_async = raw_async(methods.list_orders_async)


class PartnersWithStreamingResponse:
    """The methods of `Partners`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Partners) -> None:
        self.list_orders = streamed(methods.list_orders)
        self.list_orders_async = streamed_async(methods.list_orders_async)
