"""The `lost` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_LOSSES: Operation[None] = Operation(
    "listLosses",
    "GET",
    "/losses",
    returns={204: None},
)

_ADD_LOSS: Operation[None] = Operation(
    "addLoss",
    "POST",
    "/losses",
    returns={204: None},
    security=((), ("plain",)),
)


class Lost(Resource):
    """The `lost` operations."""

    @property
    def with_raw_response(self) -> LostWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LostWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LostWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LostWithStreamingResponse(self._streamed())

    def list_losses(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /losses`.

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
            _LIST_LOSSES,
            {},
            **options,
        )

    async def list_losses_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /losses`.

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
            _LIST_LOSSES,
            {},
            **options,
        )

    def add_loss(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /losses`.

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
            _ADD_LOSS,
            {},
            **options,
        )

    async def add_loss_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /losses`.

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
            _ADD_LOSS,
            {},
            **options,
        )


class LostWithRawResponse:
    """The methods of `Lost`, returning a `types.RawResponse`."""

    def __init__(self, methods: Lost) -> None:
        self.list_losses = raw(methods.list_losses)
        self.list_losses_async = raw_async(methods.list_losses_async)
        self.add_loss = raw(methods.add_loss)
        self.add_loss_async = raw_async(methods.add_loss_async)


class LostWithStreamingResponse:
    """The methods of `Lost`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Lost) -> None:
        self.list_losses = streamed(methods.list_losses)
        self.list_losses_async = streamed_async(methods.list_losses_async)
        self.add_loss = streamed(methods.add_loss)
        self.add_loss_async = streamed_async(methods.add_loss_async)
