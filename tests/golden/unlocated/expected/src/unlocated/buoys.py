"""The `buoys` operations."""

from __future__ import annotations

import builtins
from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST: Operation[builtins.list[str]] = Operation(
    "list",
    "GET",
    "/buoys",
    returns={200: lambda: builtins.list[str]},
)


class Buoys(Resource):
    """The `buoys` operations."""

    @property
    def with_raw_response(self) -> BuoysWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BuoysWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BuoysWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BuoysWithStreamingResponse(self._streamed())

    def list(
        self,
        **options: Unpack[CallOptions],
    ) -> builtins.list[str]:
        """Call `GET /buoys`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The buoys.

        Raises:
            errors.UnlocatedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST,
            {},
            **options,
        )

    async def list_async(
        self,
        **options: Unpack[CallOptions],
    ) -> builtins.list[str]:
        """Call `GET /buoys`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The buoys.

        Raises:
            errors.UnlocatedDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST,
            {},
            **options,
        )


class BuoysWithRawResponse:
    """The methods of `Buoys`, returning a `types.RawResponse`."""

    def __init__(self, methods: Buoys) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)


class BuoysWithStreamingResponse:
    """The methods of `Buoys`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Buoys) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
