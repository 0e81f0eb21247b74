"""The `Anchors & Chains` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_DROP_ANCHOR: Operation[None] = Operation(
    "drop anchor",
    "GET",
    "/j",
    returns={204: None},
    server="https://quay.example/v2",
)


class AnchorsAndChains(Resource):
    """The `Anchors & Chains` operations."""

    @property
    def with_raw_response(self) -> AnchorsAndChainsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return AnchorsAndChainsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> AnchorsAndChainsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return AnchorsAndChainsWithStreamingResponse(self._streamed())

    def drop_anchor(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /j`.

        Requests go to https://quay.example/v2, unless `server_url` is set.

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
            _DROP_ANCHOR,
            {},
            **options,
        )

    async def drop_anchor_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /j`.

        Requests go to https://quay.example/v2, unless `server_url` is set.

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
            _DROP_ANCHOR,
            {},
            **options,
        )


class AnchorsAndChainsWithRawResponse:
    """The methods of `AnchorsAndChains`, returning a `types.RawResponse`."""

    def __init__(self, methods: AnchorsAndChains) -> None:
        self.drop_anchor = raw(methods.drop_anchor)
        self.drop_anchor_async = raw_async(methods.drop_anchor_async)


class AnchorsAndChainsWithStreamingResponse:
    """The methods of `AnchorsAndChains`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: AnchorsAndChains) -> None:
        self.drop_anchor = streamed(methods.drop_anchor)
        self.drop_anchor_async = streamed_async(methods.drop_anchor_async)
