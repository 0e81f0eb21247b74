"""The `Anchors & Chains` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async

if TYPE_CHECKING:
    from typing import Unpack

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
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return AnchorsAndChainsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> AnchorsAndChainsWithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return AnchorsAndChainsWithStreamingResponse(self._streamed())

    def drop_anchor(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /j`.

        It is sent to https://quay.example/v2, unless a `server_url` is given.

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
            _DROP_ANCHOR,
            {},
            **options,
        )

    async def drop_anchor_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `drop_anchor`."""
        return await self._call_async(
            _DROP_ANCHOR,
            {},
            **options,
        )


class AnchorsAndChainsWithRawResponse:
    """The methods of `AnchorsAndChains`, each returning a `types.RawResponse`."""

    def __init__(self, methods: AnchorsAndChains) -> None:
        self.drop_anchor = raw(methods.drop_anchor)
        self.drop_anchor_async = raw_async(methods.drop_anchor_async)


class AnchorsAndChainsWithStreamingResponse:
    """The methods of `AnchorsAndChains`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: AnchorsAndChains) -> None:
        self.drop_anchor = streamed(methods.drop_anchor)
        self.drop_anchor_async = streamed_async(methods.drop_anchor_async)
