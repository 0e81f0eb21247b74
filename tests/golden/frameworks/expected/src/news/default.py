"""The `default` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_READ_ROOT: Operation[None] = Operation(
    "read_root",
    "GET",
    "/",
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

    def read_root(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _READ_ROOT,
            {},
            **options,
        )

    async def read_root_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _READ_ROOT,
            {},
            **options,
        )


class DefaultWithRawResponse:
    """The methods of `Default`, returning a `types.RawResponse`."""

    def __init__(self, methods: Default) -> None:
        self.read_root = raw(methods.read_root)
        self.read_root_async = raw_async(methods.read_root_async)


class DefaultWithStreamingResponse:
    """The methods of `Default`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Default) -> None:
        self.read_root = streamed(methods.read_root)
        self.read_root_async = streamed_async(methods.read_root_async)
