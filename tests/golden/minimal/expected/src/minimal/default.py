"""The `default` operations."""

from __future__ import annotations

from typing import Unpack

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_LAMP: Operation[operations.GetLampResponse] = Operation(
    "get /lamp",
    "GET",
    "/lamp",
    returns={200: lambda: operations.GetLampResponse},
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

    def get_lamp(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetLampResponse:
        """Call `GET /lamp`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The state of the lamp.

        Raises:
            errors.MinimalDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_LAMP,
            {},
            **options,
        )

    async def get_lamp_async(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetLampResponse:
        """Call `GET /lamp`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The state of the lamp.

        Raises:
            errors.MinimalDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_LAMP,
            {},
            **options,
        )


class DefaultWithRawResponse:
    """The methods of `Default`, returning a `types.RawResponse`."""

    def __init__(self, methods: Default) -> None:
        self.get_lamp = raw(methods.get_lamp)
        self.get_lamp_async = raw_async(methods.get_lamp_async)


class DefaultWithStreamingResponse:
    """The methods of `Default`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Default) -> None:
        self.get_lamp = streamed(methods.get_lamp)
        self.get_lamp_async = streamed_async(methods.get_lamp_async)
