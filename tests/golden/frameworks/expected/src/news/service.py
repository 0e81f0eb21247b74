"""The `service` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_HEALTH: Operation[None] = Operation(
    "health",
    "GET",
    "/health",
    returns={204: None},
)


class Service(Resource):
    """The `service` operations."""

    @property
    def with_raw_response(self) -> ServiceWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ServiceWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ServiceWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ServiceWithStreamingResponse(self._streamed())

    def health(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /health`.

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
            _HEALTH,
            {},
            **options,
        )

    async def health_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /health`.

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
            _HEALTH,
            {},
            **options,
        )


class ServiceWithRawResponse:
    """The methods of `Service`, returning a `types.RawResponse`."""

    def __init__(self, methods: Service) -> None:
        self.health = raw(methods.health)
        self.health_async = raw_async(methods.health_async)


class ServiceWithStreamingResponse:
    """The methods of `Service`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Service) -> None:
        self.health = streamed(methods.health)
        self.health_async = streamed_async(methods.health_async)
