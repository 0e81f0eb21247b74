"""The `API Keys` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_KEYS: Operation[None] = Operation(
    "listKeys",
    "GET",
    "/c",
    returns={204: None},
)


class APIKeys(Resource):
    """The `API Keys` operations."""

    @property
    def with_raw_response(self) -> APIKeysWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return APIKeysWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> APIKeysWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return APIKeysWithStreamingResponse(self._streamed())

    def list_keys(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /c`.

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
            _LIST_KEYS,
            {},
            **options,
        )

    async def list_keys_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /c`.

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
            _LIST_KEYS,
            {},
            **options,
        )


class APIKeysWithRawResponse:
    """The methods of `APIKeys`, returning a `types.RawResponse`."""

    def __init__(self, methods: APIKeys) -> None:
        self.list_keys = raw(methods.list_keys)
        self.list_keys_async = raw_async(methods.list_keys_async)


class APIKeysWithStreamingResponse:
    """The methods of `APIKeys`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: APIKeys) -> None:
        self.list_keys = streamed(methods.list_keys)
        self.list_keys_async = streamed_async(methods.list_keys_async)
