"""Things that are made of others."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_SET_PART: Operation[components.Whole] = Operation(
    "setPart",
    "PUT",
    "/parts",
    body="properties",
    required_properties=("id",),
    nullable=("size", "note"),
    returns={200: lambda: components.Whole},
)

_ADD_VEHICLE: Operation[list[components.Vehicle]] = Operation(
    "addVehicle",
    "POST",
    "/vehicles",
    body="value",
    returns={200: lambda: list[components.Vehicle]},
)

_LIST_MESSAGES: Operation[list[components.Message]] = Operation(
    "listMessages",
    "GET",
    "/messages",
    returns={200: lambda: list[components.Message]},
)


class Parts(Resource):
    """Things that are made of others."""

    @property
    def with_raw_response(self) -> PartsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PartsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PartsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PartsWithStreamingResponse(self._streamed())

    def set_part(
        self,
        *,
        id: int,
        size: float | None,
        note: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> components.Whole:
        """Set a part.

        Args:
            id: A number.
            size: How large it is, in metres.
            note: What there is to say.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The part.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_PART,
            {},
            {
                "id": id,
                "size": size,
                "note": note,
            },
            **options,
        )

    async def set_part_async(
        self,
        *,
        id: int,
        size: float | None,
        note: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> components.Whole:
        """Set a part.

        Args:
            id: A number.
            size: How large it is, in metres.
            note: What there is to say.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The part.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_PART,
            {},
            {
                "id": id,
                "size": size,
                "note": note,
            },
            **options,
        )

    def add_vehicle(
        self,
        *,
        request_body: components.Vehicle,
        **options: Unpack[CallOptions],
    ) -> list[components.Vehicle]:
        """Add a vehicle, which says what it is.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All vehicles.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_VEHICLE,
            {},
            request_body,
            **options,
        )

    async def add_vehicle_async(
        self,
        *,
        request_body: components.Vehicle,
        **options: Unpack[CallOptions],
    ) -> list[components.Vehicle]:
        """Add a vehicle, which says what it is.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All vehicles.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_VEHICLE,
            {},
            request_body,
            **options,
        )

    def list_messages(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Message]:
        """List messages.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All messages.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_MESSAGES,
            {},
            **options,
        )

    async def list_messages_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Message]:
        """List messages.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All messages.

        Raises:
            errors.MergesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_MESSAGES,
            {},
            **options,
        )


class PartsWithRawResponse:
    """The methods of `Parts`, returning a `types.RawResponse`."""

    def __init__(self, methods: Parts) -> None:
        self.set_part = raw(methods.set_part)
        self.set_part_async = raw_async(methods.set_part_async)
        self.add_vehicle = raw(methods.add_vehicle)
        self.add_vehicle_async = raw_async(methods.add_vehicle_async)
        self.list_messages = raw(methods.list_messages)
        self.list_messages_async = raw_async(methods.list_messages_async)


class PartsWithStreamingResponse:
    """The methods of `Parts`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Parts) -> None:
        self.set_part = streamed(methods.set_part)
        self.set_part_async = streamed_async(methods.set_part_async)
        self.add_vehicle = streamed(methods.add_vehicle)
        self.add_vehicle_async = streamed_async(methods.add_vehicle_async)
        self.list_messages = streamed(methods.list_messages)
        self.list_messages_async = streamed_async(methods.list_messages_async)
