"""The `Types` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_TYPES: Operation[None] = Operation(
    "listTypes",
    "GET",
    "/d",
    returns={204: None},
)


class Types(Resource):
    """The `Types` operations."""

    @property
    def with_raw_response(self) -> TypesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return TypesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> TypesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return TypesWithStreamingResponse(self._streamed())

    def list_types(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /d`.

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
            _LIST_TYPES,
            {},
            **options,
        )

    async def list_types_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /d`.

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
            _LIST_TYPES,
            {},
            **options,
        )


class TypesWithRawResponse:
    """The methods of `Types`, returning a `types.RawResponse`."""

    def __init__(self, methods: Types) -> None:
        self.list_types = raw(methods.list_types)
        self.list_types_async = raw_async(methods.list_types_async)


class TypesWithStreamingResponse:
    """The methods of `Types`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Types) -> None:
        self.list_types = streamed(methods.list_types)
        self.list_types_async = streamed_async(methods.list_types_async)
