"""The `Records` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_RECORDS: Operation[None] = Operation(
    "listRecords",
    "GET",
    "/records",
    returns={204: None},
)

_ADD_RECORD: Operation[None] = Operation(
    "addRecord",
    "POST",
    "/records",
    returns={204: None},
    security=((("person", "records.read", "records.write"),),),
)

_REMOVE_RECORDS: Operation[None] = Operation(
    "removeRecords",
    "DELETE",
    "/records",
    returns={204: None},
    security=(("television",), (("anyone", "all"),), ("machine",)),
)

_REPAIR_RECORDS: Operation[None] = Operation(
    "repairRecords",
    "PATCH",
    "/records",
    returns={204: None},
    security=(("incomplete",),),
)


class Records(Resource):
    """The `Records` operations."""

    @property
    def with_raw_response(self) -> RecordsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return RecordsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> RecordsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return RecordsWithStreamingResponse(self._streamed())

    def list_records(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_RECORDS,
            {},
            **options,
        )

    async def list_records_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_RECORDS,
            {},
            **options,
        )

    def add_record(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_RECORD,
            {},
            **options,
        )

    async def add_record_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_RECORD,
            {},
            **options,
        )

    def remove_records(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REMOVE_RECORDS,
            {},
            **options,
        )

    async def remove_records_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REMOVE_RECORDS,
            {},
            **options,
        )

    def repair_records(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPAIR_RECORDS,
            {},
            **options,
        )

    async def repair_records_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.LoginsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPAIR_RECORDS,
            {},
            **options,
        )


class RecordsWithRawResponse:
    """The methods of `Records`, returning a `types.RawResponse`."""

    def __init__(self, methods: Records) -> None:
        self.list_records = raw(methods.list_records)
        self.list_records_async = raw_async(methods.list_records_async)
        self.add_record = raw(methods.add_record)
        self.add_record_async = raw_async(methods.add_record_async)
        self.remove_records = raw(methods.remove_records)
        self.remove_records_async = raw_async(methods.remove_records_async)
        self.repair_records = raw(methods.repair_records)
        self.repair_records_async = raw_async(methods.repair_records_async)


class RecordsWithStreamingResponse:
    """The methods of `Records`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Records) -> None:
        self.list_records = streamed(methods.list_records)
        self.list_records_async = streamed_async(methods.list_records_async)
        self.add_record = streamed(methods.add_record)
        self.add_record_async = streamed_async(methods.add_record_async)
        self.remove_records = streamed(methods.remove_records)
        self.remove_records_async = streamed_async(methods.remove_records_async)
        self.repair_records = streamed(methods.repair_records)
        self.repair_records_async = streamed_async(methods.repair_records_async)
