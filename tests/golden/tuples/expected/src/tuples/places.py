"""The `places` operations."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Unpack

from . import components, errors
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.http.wire import Styled
from ._runtime.operation import BodyReader, Operation
from ._runtime.responses.forms import read_parts
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, Number, UnsetType

_FIND_PLACES: Operation[list[components.Place]] = Operation(
    "findPlaces",
    "GET",
    "/places",
    query=(Styled("box", "form", explode=True), Styled("since", "form")),
    headers=(Styled("X-Range", "simple"),),
    types={
        "since": lambda: tuple[date, datetime],
    },
    returns={200: lambda: list[components.Place]},
    errors={"4XX": lambda: errors.FindPlacesClientError},
)

_ADD_PLACE: Operation[components.Tree] = Operation(
    "addPlace",
    "POST",
    "/places",
    body="properties",
    required_properties=("name", "at"),
    nullable=("owner",),
    body_types={
        "opened": lambda: tuple[date, components.OpenedItem],
    },
    returns={200: lambda: components.Tree},
)

_SEND_FORM: Operation[None] = Operation(
    "sendForm",
    "POST",
    "/forms",
    body="properties",
    content_type="application/x-www-form-urlencoded",
    encoder=BODIES,
    returns={204: None},
)

_SEND_PARTS: Operation[None] = Operation(
    "sendParts",
    "POST",
    "/parts",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    returns={204: None},
)

_SEND_MIXED: Operation[tuple[components.Person, int]] = Operation(
    "sendMixed",
    "POST",
    "/mixed",
    body="value",
    content_type="multipart/mixed",
    encoder=BODIES,
    body_types={
        "": lambda: tuple[components.Person, date],
    },
    returns={200: BodyReader(lambda: tuple[components.Person, int], read_parts)},
    accept="multipart/mixed; boundary=b",
)


class Places(Resource):
    """The `places` operations."""

    @property
    def with_raw_response(self) -> PlacesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PlacesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PlacesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PlacesWithStreamingResponse(self._streamed())

    def find_places(
        self,
        *,
        box: tuple[Number, Number, Number, Number] | None = None,
        since: tuple[date, datetime] | None = None,
        x_range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Place]:
        """Call `GET /places`.

        Args:
            box: Two corners, as latitude and longitude. Exactly 4 elements.
            since: The value of `since`. Exactly 2 elements.
            x_range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The places.

        Raises:
            errors.FindPlacesClientError: The places that are wrong.
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_PLACES,
            {
                "box": box,
                "since": since,
                "X-Range": x_range,
            },
            **options,
        )

    async def find_places_async(
        self,
        *,
        box: tuple[Number, Number, Number, Number] | None = None,
        since: tuple[date, datetime] | None = None,
        x_range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Place]:
        """Call `GET /places`.

        Args:
            box: Two corners, as latitude and longitude. Exactly 4 elements.
            since: The value of `since`. Exactly 2 elements.
            x_range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The places.

        Raises:
            errors.FindPlacesClientError: The places that are wrong.
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_PLACES,
            {
                "box": box,
                "since": since,
                "X-Range": x_range,
            },
            **options,
        )

    def add_place(
        self,
        *,
        name: str,
        at: tuple[Number, Number],
        owner: tuple[components.Person, components.OwnerItem, Any] | UnsetType | None = UNSET,
        opened: tuple[date, components.OpenedItem] | None = None,
        log: list[tuple[int, components.Person]] | None = None,
        either: components.Either | None = None,
        rest: list[components.RestItem | None] | None = None,
        shorter: list[components.ShorterItem] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Call `POST /places`.

        Args:
            name: The value of `name`.
            at: Latitude and longitude. Exactly 2 elements.
            owner: The value of `owner`. Exactly 3 elements.
            opened: The value of `opened`. Exactly 2 elements.
            log: The value of `log`.
            either: The value of `either`.
            rest: At least a text and an integer, then anything. At least 2 elements.
            shorter: Up to two elements. At most 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A pair as a whole body.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_PLACE,
            {},
            {
                "name": name,
                "at": at,
                "owner": owner,
                "opened": opened,
                "log": log,
                "either": either,
                "rest": rest,
                "shorter": shorter,
            },
            **options,
        )

    async def add_place_async(
        self,
        *,
        name: str,
        at: tuple[Number, Number],
        owner: tuple[components.Person, components.OwnerItem, Any] | UnsetType | None = UNSET,
        opened: tuple[date, components.OpenedItem] | None = None,
        log: list[tuple[int, components.Person]] | None = None,
        either: components.Either | None = None,
        rest: list[components.RestItem | None] | None = None,
        shorter: list[components.ShorterItem] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Call `POST /places`.

        Args:
            name: The value of `name`.
            at: Latitude and longitude. Exactly 2 elements.
            owner: The value of `owner`. Exactly 3 elements.
            opened: The value of `opened`. Exactly 2 elements.
            log: The value of `log`.
            either: The value of `either`.
            rest: At least a text and an integer, then anything. At least 2 elements.
            shorter: Up to two elements. At most 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A pair as a whole body.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_PLACE,
            {},
            {
                "name": name,
                "at": at,
                "owner": owner,
                "opened": opened,
                "log": log,
                "either": either,
                "rest": rest,
                "shorter": shorter,
            },
            **options,
        )

    def send_form(
        self,
        *,
        range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /forms`.

        Args:
            range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Sent.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_FORM,
            {},
            {
                "range": range,
            },
            **options,
        )

    async def send_form_async(
        self,
        *,
        range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /forms`.

        Args:
            range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Sent.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_FORM,
            {},
            {
                "range": range,
            },
            **options,
        )

    def send_parts(
        self,
        *,
        range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parts`.

        Args:
            range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Sent.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PARTS,
            {},
            {
                "range": range,
            },
            **options,
        )

    async def send_parts_async(
        self,
        *,
        range: tuple[str, int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parts`.

        Args:
            range: A unit and a number of it. Exactly 2 elements.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Sent.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PARTS,
            {},
            {
                "range": range,
            },
            **options,
        )

    def send_mixed(
        self,
        *,
        request_body: tuple[components.Person, date],
        **options: Unpack[CallOptions],
    ) -> tuple[components.Person, int]:
        """Call `POST /mixed`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A part for each place.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_MIXED,
            {},
            request_body,
            **options,
        )

    async def send_mixed_async(
        self,
        *,
        request_body: tuple[components.Person, date],
        **options: Unpack[CallOptions],
    ) -> tuple[components.Person, int]:
        """Call `POST /mixed`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A part for each place.

        Raises:
            errors.TuplesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_MIXED,
            {},
            request_body,
            **options,
        )


class PlacesWithRawResponse:
    """The methods of `Places`, returning a `types.RawResponse`."""

    def __init__(self, methods: Places) -> None:
        self.find_places = raw(methods.find_places)
        self.find_places_async = raw_async(methods.find_places_async)
        self.add_place = raw(methods.add_place)
        self.add_place_async = raw_async(methods.add_place_async)
        self.send_form = raw(methods.send_form)
        self.send_form_async = raw_async(methods.send_form_async)
        self.send_parts = raw(methods.send_parts)
        self.send_parts_async = raw_async(methods.send_parts_async)
        self.send_mixed = raw(methods.send_mixed)
        self.send_mixed_async = raw_async(methods.send_mixed_async)


class PlacesWithStreamingResponse:
    """The methods of `Places`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Places) -> None:
        self.find_places = streamed(methods.find_places)
        self.find_places_async = streamed_async(methods.find_places_async)
        self.add_place = streamed(methods.add_place)
        self.add_place_async = streamed_async(methods.add_place_async)
        self.send_form = streamed(methods.send_form)
        self.send_form_async = streamed_async(methods.send_form_async)
        self.send_parts = streamed(methods.send_parts)
        self.send_parts_async = streamed_async(methods.send_parts_async)
        self.send_mixed = streamed(methods.send_mixed)
        self.send_mixed_async = streamed_async(methods.send_mixed_async)
