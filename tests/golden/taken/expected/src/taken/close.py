"""A tag that is called as a method of the client is."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_RAW: Operation[None] = Operation(
    "raw",
    "POST",
    "/close",
    headers=("hooks",),
    returns={204: None},
)


class Close(Resource):
    """A tag that is called as a method of the client is."""

    @property
    def with_raw_response(self) -> CloseWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return CloseWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> CloseWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return CloseWithStreamingResponse(self._streamed())

    def raw(
        self,
        *,
        header_hooks: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /close`.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RAW,
            {
                "hooks": header_hooks,
            },
            **options,
        )

    async def raw_async(
        self,
        *,
        header_hooks: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /close`.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RAW,
            {
                "hooks": header_hooks,
            },
            **options,
        )


class CloseWithRawResponse:
    """The methods of `Close`, returning a `types.RawResponse`."""

    def __init__(self, methods: Close) -> None:
        self.raw = raw(methods.raw)
        self.raw_async = raw_async(methods.raw_async)


class CloseWithStreamingResponse:
    """The methods of `Close`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Close) -> None:
        self.raw = streamed(methods.raw)
        self.raw_async = streamed_async(methods.raw_async)
