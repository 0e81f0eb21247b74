"""The `Parcels` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_SEND_PARCEL: Operation[None] = Operation(
    "sendParcel",
    "POST",
    "/parcels",
    query=("tell",),
    required=("tell",),
    returns={204: None},
)


class Parcels(Resource):
    """The `Parcels` operations."""

    @property
    def with_raw_response(self) -> ParcelsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ParcelsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ParcelsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ParcelsWithStreamingResponse(self._streamed())

    def send_parcel(
        self,
        *,
        tell: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parcels`.

        Args:
            tell: The value of `tell`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is on its way.

        Raises:
            errors.WebhooksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PARCEL,
            {
                "tell": tell,
            },
            **options,
        )

    async def send_parcel_async(
        self,
        *,
        tell: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parcels`.

        Args:
            tell: The value of `tell`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is on its way.

        Raises:
            errors.WebhooksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PARCEL,
            {
                "tell": tell,
            },
            **options,
        )


class ParcelsWithRawResponse:
    """The methods of `Parcels`, returning a `types.RawResponse`."""

    def __init__(self, methods: Parcels) -> None:
        self.send_parcel = raw(methods.send_parcel)
        self.send_parcel_async = raw_async(methods.send_parcel_async)


class ParcelsWithStreamingResponse:
    """The methods of `Parcels`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Parcels) -> None:
        self.send_parcel = streamed(methods.send_parcel)
        self.send_parcel_async = streamed_async(methods.send_parcel_async)
