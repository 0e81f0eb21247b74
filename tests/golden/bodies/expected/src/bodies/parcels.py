"""The `Parcels` operations."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from . import components, operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_SEND_PARCEL: Operation[None] = Operation(
    "sendParcel",
    "POST",
    "/parcels",
    body="properties",
    required_properties=("to", "weight"),
    nullable=("insured_for",),
    body_types={
        "send_at": lambda: datetime,
        "on": lambda: date,
    },
    returns={204: None},
)

_REPLACE_PARCELS: Operation[None] = Operation(
    "replaceParcels",
    "PUT",
    "/parcels",
    body="value",
    returns={204: None},
)

_CHANGE_PARCEL: Operation[None] = Operation(
    "changeParcel",
    "PATCH",
    "/parcels/{id}",
    query=("weight",),
    body="properties",
    body_required=False,
    required_properties=("weight",),
    nullable=("note",),
    returns={204: None},
)

_LABEL_PARCEL: Operation[None] = Operation(
    "labelParcel",
    "PUT",
    "/parcels/{id}",
    body="value",
    body_required=False,
    returns={204: None},
)

_WEIGH_PARCEL: Operation[None] = Operation(
    "weighParcel",
    "POST",
    "/parcels/{id}",
    body="value",
    returns={204: None},
)


class Parcels(Resource):
    """The `Parcels` operations."""

    @property
    def with_raw_response(self) -> ParcelsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ParcelsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ParcelsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ParcelsWithStreamingResponse(self._streamed())

    def send_parcel(
        self,
        *,
        to: components.Address,
        weight: float,
        contents: list[operations.Content] | None = None,
        fragile: bool | None = None,
        send_at: datetime | None = None,
        on: date | None = None,
        insured_for: float | UnsetType | None = UNSET,
        from_: str | None = None,
        labels: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Send a parcel.

        Args:
            to: The value of `to`.
            weight: In kilograms.
            contents: What is inside.
            fragile: The value of `fragile`.
            send_at: The value of `send_at`.
            on: The value of `on`.
            insured_for: In euros; null is not at all.
            from_: The value of `from`.
            labels: The value of `labels`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is on its way.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PARCEL,
            {},
            {
                "to": to,
                "weight": weight,
                "contents": contents,
                "fragile": fragile,
                "send_at": send_at,
                "on": on,
                "insured_for": insured_for,
                "from": from_,
                "labels": labels,
            },
            **options,
        )

    async def send_parcel_async(
        self,
        *,
        to: components.Address,
        weight: float,
        contents: list[operations.Content] | None = None,
        fragile: bool | None = None,
        send_at: datetime | None = None,
        on: date | None = None,
        insured_for: float | UnsetType | None = UNSET,
        from_: str | None = None,
        labels: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Send a parcel.

        Args:
            to: The value of `to`.
            weight: In kilograms.
            contents: What is inside.
            fragile: The value of `fragile`.
            send_at: The value of `send_at`.
            on: The value of `on`.
            insured_for: In euros; null is not at all.
            from_: The value of `from`.
            labels: The value of `labels`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is on its way.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PARCEL,
            {},
            {
                "to": to,
                "weight": weight,
                "contents": contents,
                "fragile": fragile,
                "send_at": send_at,
                "on": on,
                "insured_for": insured_for,
                "from": from_,
                "labels": labels,
            },
            **options,
        )

    def replace_parcels(
        self,
        *,
        request_body: list[components.Address],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /parcels`.

        Args:
            request_body: All parcels there shall be.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPLACE_PARCELS,
            {},
            request_body,
            **options,
        )

    async def replace_parcels_async(
        self,
        *,
        request_body: list[components.Address],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /parcels`.

        Args:
            request_body: All parcels there shall be.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPLACE_PARCELS,
            {},
            request_body,
            **options,
        )

    def change_parcel(
        self,
        *,
        path_id: str,
        query_weight: str | None = None,
        id: str | None = None,
        weight: float | None = None,
        note: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /parcels/{id}`.

        Args:
            path_id: The value of `id`.
            query_weight: The unit of weights.
            id: The value of `id`.
            weight: The value of `weight`. Required if a body is sent.
            note: The value of `note`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CHANGE_PARCEL,
            {
                "id": path_id,
                "weight": query_weight,
            },
            {
                "id": id,
                "weight": weight,
                "note": note,
            },
            **options,
        )

    async def change_parcel_async(
        self,
        *,
        path_id: str,
        query_weight: str | None = None,
        id: str | None = None,
        weight: float | None = None,
        note: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /parcels/{id}`.

        Args:
            path_id: The value of `id`.
            query_weight: The unit of weights.
            id: The value of `id`.
            weight: The value of `weight`. Required if a body is sent.
            note: The value of `note`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CHANGE_PARCEL,
            {
                "id": path_id,
                "weight": query_weight,
            },
            {
                "id": id,
                "weight": weight,
                "note": note,
            },
            **options,
        )

    def label_parcel(
        self,
        *,
        id: str,
        request_body: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /parcels/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LABEL_PARCEL,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def label_parcel_async(
        self,
        *,
        id: str,
        request_body: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /parcels/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LABEL_PARCEL,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def weigh_parcel(
        self,
        *,
        id: str,
        request_body: float,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parcels/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WEIGH_PARCEL,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def weigh_parcel_async(
        self,
        *,
        id: str,
        request_body: float,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parcels/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.BodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WEIGH_PARCEL,
            {
                "id": id,
            },
            request_body,
            **options,
        )


class ParcelsWithRawResponse:
    """The methods of `Parcels`, returning a `types.RawResponse`."""

    def __init__(self, methods: Parcels) -> None:
        self.send_parcel = raw(methods.send_parcel)
        self.send_parcel_async = raw_async(methods.send_parcel_async)
        self.replace_parcels = raw(methods.replace_parcels)
        self.replace_parcels_async = raw_async(methods.replace_parcels_async)
        self.change_parcel = raw(methods.change_parcel)
        self.change_parcel_async = raw_async(methods.change_parcel_async)
        self.label_parcel = raw(methods.label_parcel)
        self.label_parcel_async = raw_async(methods.label_parcel_async)
        self.weigh_parcel = raw(methods.weigh_parcel)
        self.weigh_parcel_async = raw_async(methods.weigh_parcel_async)


class ParcelsWithStreamingResponse:
    """The methods of `Parcels`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Parcels) -> None:
        self.send_parcel = streamed(methods.send_parcel)
        self.send_parcel_async = streamed_async(methods.send_parcel_async)
        self.replace_parcels = streamed(methods.replace_parcels)
        self.replace_parcels_async = streamed_async(methods.replace_parcels_async)
        self.change_parcel = streamed(methods.change_parcel)
        self.change_parcel_async = streamed_async(methods.change_parcel_async)
        self.label_parcel = streamed(methods.label_parcel)
        self.label_parcel_async = streamed_async(methods.label_parcel_async)
        self.weigh_parcel = streamed(methods.weigh_parcel)
        self.weigh_parcel_async = streamed_async(methods.weigh_parcel_async)
