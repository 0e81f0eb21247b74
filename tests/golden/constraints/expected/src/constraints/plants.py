"""The `Plants` operations."""

from __future__ import annotations

from datetime import date
from typing import Any, Unpack

from . import components, operations
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.http.wire import Styled
from ._runtime.operation import AllBut, Encoding, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, FileInput, UnsetType

_LIST_PLANTS: Operation[list[components.Plant]] = Operation(
    "listPlants",
    "GET",
    "/plants",
    query=("limit", "min_height", "sort", "colours", "serial", "odd"),
    headers=("X-Trace",),
    returns={200: lambda: list[components.Plant]},
)

_ADD_PLANT: Operation[None] = Operation(
    "addPlant",
    "POST",
    "/plants",
    body="properties",
    required_properties=("name",),
    nullable=("height",),
    returns={204: None},
)

_REPLACE_PLANTS: Operation[None] = Operation(
    "replacePlants",
    "PUT",
    "/plants",
    body="value",
    returns={204: None},
)

_RENAME_PLANT: Operation[None] = Operation(
    "renamePlant",
    "PATCH",
    "/plants",
    body="value",
    content_type="text/plain",
    encoder=BODIES,
    returns={204: None},
)

_FIND_PLANS: Operation[None] = Operation(
    "findPlans",
    "GET",
    "/plans",
    query=("year", "open", "code", Styled("near", "deepObject")),
    returns={204: None},
)

_PUT_PLAN: Operation[None] = Operation(
    "putPlan",
    "PUT",
    "/plans",
    body="properties",
    required_properties=("id", "steps"),
    nullable=AllBut("id", "steps", "owner", "ends", "kind", "pair", "either"),
    body_types={
        "ends": lambda: date,
    },
    returns={204: None},
)

_ADD_PICTURE: Operation[None] = Operation(
    "addPicture",
    "POST",
    "/plants/{id}/picture",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    encodings={
        "picture": Encoding(is_file=True),
    },
    required_properties=("picture",),
    returns={204: None},
)


class Plants(Resource):
    """The `Plants` operations."""

    @property
    def with_raw_response(self) -> PlantsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PlantsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PlantsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PlantsWithStreamingResponse(self._streamed())

    def list_plants(
        self,
        *,
        limit: int | None = None,
        min_height: float | None = None,
        sort: operations.Sort | None = None,
        colours: list[operations.Colour] | None = None,
        x_trace: str | None = None,
        serial: int | None = None,
        odd: str | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Plant]:
        """Call `GET /plants`.

        Args:
            limit: The value of `limit`. At least 1, at most 100, a multiple of 5.
            min_height: The value of `min_height`. More than 0, less than 99.5.
            sort: The value of `sort`. One of 'name', 'age'.
            colours: The value of `colours`. At least 1 element, at most 3 elements, no
                duplicates.
            x_trace: The value of `X-Trace`. At least 2 characters, at most 8 characters, must
                match `^[a-f\\d]+$`.
            serial: The value of `serial`. At least -9007199254740993, at most
                9223372036854775807.
            odd: The value of `odd`. Must match `^\\p{L}$`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some plants.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_PLANTS,
            {
                "limit": limit,
                "min_height": min_height,
                "sort": sort,
                "colours": colours,
                "X-Trace": x_trace,
                "serial": serial,
                "odd": odd,
            },
            **options,
        )

    async def list_plants_async(
        self,
        *,
        limit: int | None = None,
        min_height: float | None = None,
        sort: operations.Sort | None = None,
        colours: list[operations.Colour] | None = None,
        x_trace: str | None = None,
        serial: int | None = None,
        odd: str | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Plant]:
        """Call `GET /plants`.

        Args:
            limit: The value of `limit`. At least 1, at most 100, a multiple of 5.
            min_height: The value of `min_height`. More than 0, less than 99.5.
            sort: The value of `sort`. One of 'name', 'age'.
            colours: The value of `colours`. At least 1 element, at most 3 elements, no
                duplicates.
            x_trace: The value of `X-Trace`. At least 2 characters, at most 8 characters, must
                match `^[a-f\\d]+$`.
            serial: The value of `serial`. At least -9007199254740993, at most
                9223372036854775807.
            odd: The value of `odd`. Must match `^\\p{L}$`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some plants.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_PLANTS,
            {
                "limit": limit,
                "min_height": min_height,
                "sort": sort,
                "colours": colours,
                "X-Trace": x_trace,
                "serial": serial,
                "odd": odd,
            },
            **options,
        )

    def add_plant(
        self,
        *,
        name: str,
        height: float | UnsetType | None = UNSET,
        tags: list[str] | None = None,
        kind: components.Kind | None = None,
        care: components.Care | None = None,
        code: int | None = None,
        notes: dict[str, str] | None = None,
        size: components.Size | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /plants`.

        Args:
            name: The value of `name`. At least 1 character, at most 10 characters.
            height: The value of `height`. At least 0, a multiple of 0.1.
            tags: The value of `tags`. At most 3 elements, no duplicates.
            kind: The value of `kind`. One of 'tree', 'herb'.
            care: The value of `care`. At least 1 property, at most 3 properties.
            code: The value of `code`. More than 9007199254740993.
            notes: The value of `notes`. At least 1 property, at most 2 properties.
            size: The value of `size`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_PLANT,
            {},
            {
                "name": name,
                "height": height,
                "tags": tags,
                "kind": kind,
                "care": care,
                "code": code,
                "notes": notes,
                "size": size,
            },
            **options,
        )

    async def add_plant_async(
        self,
        *,
        name: str,
        height: float | UnsetType | None = UNSET,
        tags: list[str] | None = None,
        kind: components.Kind | None = None,
        care: components.Care | None = None,
        code: int | None = None,
        notes: dict[str, str] | None = None,
        size: components.Size | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /plants`.

        Args:
            name: The value of `name`. At least 1 character, at most 10 characters.
            height: The value of `height`. At least 0, a multiple of 0.1.
            tags: The value of `tags`. At most 3 elements, no duplicates.
            kind: The value of `kind`. One of 'tree', 'herb'.
            care: The value of `care`. At least 1 property, at most 3 properties.
            code: The value of `code`. More than 9007199254740993.
            notes: The value of `notes`. At least 1 property, at most 2 properties.
            size: The value of `size`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_PLANT,
            {},
            {
                "name": name,
                "height": height,
                "tags": tags,
                "kind": kind,
                "care": care,
                "code": code,
                "notes": notes,
                "size": size,
            },
            **options,
        )

    def replace_plants(
        self,
        *,
        request_body: list[components.Plant],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /plants`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPLACE_PLANTS,
            {},
            request_body,
            **options,
        )

    async def replace_plants_async(
        self,
        *,
        request_body: list[components.Plant],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /plants`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPLACE_PLANTS,
            {},
            request_body,
            **options,
        )

    def rename_plant(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /plants`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RENAME_PLANT,
            {},
            request_body,
            **options,
        )

    async def rename_plant_async(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /plants`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RENAME_PLANT,
            {},
            request_body,
            **options,
        )

    def find_plans(
        self,
        *,
        year: int | None = None,
        open: list[bool] | None = None,
        code: str | None = None,
        near: operations.Near | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Find plans, by parameters without limits.

        Args:
            year: The value of `year`.
            open: The value of `open`.
            code: The value of `code`.
            near: The value of `near`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_PLANS,
            {
                "year": year,
                "open": open,
                "code": code,
                "near": near,
            },
            **options,
        )

    async def find_plans_async(
        self,
        *,
        year: int | None = None,
        open: list[bool] | None = None,
        code: str | None = None,
        near: operations.Near | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Find plans, by parameters without limits.

        Args:
            year: The value of `year`.
            open: The value of `open`.
            code: The value of `code`.
            near: The value of `near`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_PLANS,
            {
                "year": year,
                "open": open,
                "code": code,
                "near": near,
            },
            **options,
        )

    def put_plan(
        self,
        *,
        id: int,
        steps: list[components.Step],
        owner: dict[str, Any] | None = None,
        ends: date | None = None,
        kind: str | None = None,
        pair: list[components.PairItem] | None = None,
        either: components.Either | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Store a plan, with what no type can express.

        Args:
            id: The value of `id`.
            steps: The value of `steps`.
            owner: The value of `owner`.
            ends: The value of `ends`.
            kind: The value of `kind`.
            pair: The value of `pair`. At most 2 elements.
            either: The value of `either`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PUT_PLAN,
            {},
            {
                **(additional_properties or {}),
                "id": id,
                "steps": steps,
                "owner": owner,
                "ends": ends,
                "kind": kind,
                "pair": pair,
                "either": either,
            },
            **options,
        )

    async def put_plan_async(
        self,
        *,
        id: int,
        steps: list[components.Step],
        owner: dict[str, Any] | None = None,
        ends: date | None = None,
        kind: str | None = None,
        pair: list[components.PairItem] | None = None,
        either: components.Either | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Store a plan, with what no type can express.

        Args:
            id: The value of `id`.
            steps: The value of `steps`.
            owner: The value of `owner`.
            ends: The value of `ends`.
            kind: The value of `kind`.
            pair: The value of `pair`. At most 2 elements.
            either: The value of `either`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PUT_PLAN,
            {},
            {
                **(additional_properties or {}),
                "id": id,
                "steps": steps,
                "owner": owner,
                "ends": ends,
                "kind": kind,
                "pair": pair,
                "either": either,
            },
            **options,
        )

    def add_picture(
        self,
        *,
        id: str,
        picture: FileInput,
        caption: str | None = None,
        sizes: list[int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /plants/{id}/picture`.

        Args:
            id: The value of `id`. Must match `^p-`.
            picture: The value of `picture`. At least 1000 characters.
            caption: The value of `caption`. At most 5 characters.
            sizes: The value of `sizes`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_PICTURE,
            {
                "id": id,
            },
            {
                "picture": picture,
                "caption": caption,
                "sizes": sizes,
            },
            **options,
        )

    async def add_picture_async(
        self,
        *,
        id: str,
        picture: FileInput,
        caption: str | None = None,
        sizes: list[int] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /plants/{id}/picture`.

        Args:
            id: The value of `id`. Must match `^p-`.
            picture: The value of `picture`. At least 1000 characters.
            caption: The value of `caption`. At most 5 characters.
            sizes: The value of `sizes`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.ConstraintsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_PICTURE,
            {
                "id": id,
            },
            {
                "picture": picture,
                "caption": caption,
                "sizes": sizes,
            },
            **options,
        )


class PlantsWithRawResponse:
    """The methods of `Plants`, returning a `types.RawResponse`."""

    def __init__(self, methods: Plants) -> None:
        self.list_plants = raw(methods.list_plants)
        self.list_plants_async = raw_async(methods.list_plants_async)
        self.add_plant = raw(methods.add_plant)
        self.add_plant_async = raw_async(methods.add_plant_async)
        self.replace_plants = raw(methods.replace_plants)
        self.replace_plants_async = raw_async(methods.replace_plants_async)
        self.rename_plant = raw(methods.rename_plant)
        self.rename_plant_async = raw_async(methods.rename_plant_async)
        self.find_plans = raw(methods.find_plans)
        self.find_plans_async = raw_async(methods.find_plans_async)
        self.put_plan = raw(methods.put_plan)
        self.put_plan_async = raw_async(methods.put_plan_async)
        self.add_picture = raw(methods.add_picture)
        self.add_picture_async = raw_async(methods.add_picture_async)


class PlantsWithStreamingResponse:
    """The methods of `Plants`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Plants) -> None:
        self.list_plants = streamed(methods.list_plants)
        self.list_plants_async = streamed_async(methods.list_plants_async)
        self.add_plant = streamed(methods.add_plant)
        self.add_plant_async = streamed_async(methods.add_plant_async)
        self.replace_plants = streamed(methods.replace_plants)
        self.replace_plants_async = streamed_async(methods.replace_plants_async)
        self.rename_plant = streamed(methods.rename_plant)
        self.rename_plant_async = streamed_async(methods.rename_plant_async)
        self.find_plans = streamed(methods.find_plans)
        self.find_plans_async = streamed_async(methods.find_plans_async)
        self.put_plan = streamed(methods.put_plan)
        self.put_plan_async = streamed_async(methods.put_plan_async)
        self.add_picture = streamed(methods.add_picture)
        self.add_picture_async = streamed_async(methods.add_picture_async)
