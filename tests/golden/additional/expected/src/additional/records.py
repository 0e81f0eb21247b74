"""Objects with properties that nobody knows beforehand."""

from __future__ import annotations

from typing import Any, Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import AllBut, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_ADD_RECORD: Operation[components.Record] = Operation(
    "addRecord",
    "POST",
    "/records",
    body="properties",
    required_properties=("name",),
    nullable=AllBut("name", "additional_properties"),
    returns={200: lambda: components.Record},
)


class Records(Resource):
    """Objects with properties that nobody knows beforehand."""

    @property
    def with_raw_response(self) -> RecordsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return RecordsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> RecordsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return RecordsWithStreamingResponse(self._streamed())

    def add_record(
        self,
        *,
        name: str,
        additional_properties_: int | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Record:
        """Add a record.

        Args:
            name: The value of `name`.
            additional_properties_: The value of `additional_properties`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The record.

        Raises:
            errors.AdditionalDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_RECORD,
            {},
            {
                **(additional_properties or {}),
                "name": name,
                "additional_properties": additional_properties_,
            },
            **options,
        )

    async def add_record_async(
        self,
        *,
        name: str,
        additional_properties_: int | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Record:
        """Add a record.

        Args:
            name: The value of `name`.
            additional_properties_: The value of `additional_properties`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The record.

        Raises:
            errors.AdditionalDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_RECORD,
            {},
            {
                **(additional_properties or {}),
                "name": name,
                "additional_properties": additional_properties_,
            },
            **options,
        )


class RecordsWithRawResponse:
    """The methods of `Records`, returning a `types.RawResponse`."""

    def __init__(self, methods: Records) -> None:
        self.add_record = raw(methods.add_record)
        self.add_record_async = raw_async(methods.add_record_async)


class RecordsWithStreamingResponse:
    """The methods of `Records`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Records) -> None:
        self.add_record = streamed(methods.add_record)
        self.add_record_async = streamed_async(methods.add_record_async)
