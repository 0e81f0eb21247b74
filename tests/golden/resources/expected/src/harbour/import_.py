"""The `import` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_IMPORT_BOAT: Operation[None] = Operation(
    "importBoat",
    "GET",
    "/f",
    returns={204: None},
)


class Import(Resource):
    """The `import` operations."""

    @property
    def with_raw_response(self) -> ImportWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ImportWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ImportWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ImportWithStreamingResponse(self._streamed())

    def import_boat(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /f`.

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
            _IMPORT_BOAT,
            {},
            **options,
        )

    async def import_boat_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /f`.

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
            _IMPORT_BOAT,
            {},
            **options,
        )


class ImportWithRawResponse:
    """The methods of `Import`, returning a `types.RawResponse`."""

    def __init__(self, methods: Import) -> None:
        self.import_boat = raw(methods.import_boat)
        self.import_boat_async = raw_async(methods.import_boat_async)


class ImportWithStreamingResponse:
    """The methods of `Import`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Import) -> None:
        self.import_boat = streamed(methods.import_boat)
        self.import_boat_async = streamed_async(methods.import_boat_async)
