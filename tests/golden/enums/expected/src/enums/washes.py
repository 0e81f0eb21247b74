"""The `Washes` operations."""

from __future__ import annotations

from typing import Any, Unpack

from . import components, operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_START_WASH: Operation[operations.StartWashResponse] = Operation(
    "startWash",
    "POST",
    "/washes",
    body="properties",
    required_properties=("programme",),
    nullable=("scent",),
    returns={200: lambda: operations.StartWashResponse},
)


class Washes(Resource):
    """The `Washes` operations."""

    @property
    def with_raw_response(self) -> WashesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return WashesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> WashesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return WashesWithStreamingResponse(self._streamed())

    def start_wash(
        self,
        *,
        programme: components.Programme,
        temperature: operations.Temperature | None = None,
        spin: operations.Spin | None = None,
        scent: operations.Scent | UnsetType | None = UNSET,
        level: operations.Level | None = None,
        only: operations.Only | None = None,
        load: float | None = None,
        door: operations.Door | None = None,
        mode: list[operations.Mode] | None = None,
        filter: list[Any] | None = None,
        start: operations.Start | None = None,
        water: dict[str, Any] | None = None,
        old: operations.Old | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.StartWashResponse:
        """Start a wash.

        Args:
            programme: How to wash. There will be more programmes. One of 'wool', 'cotton';
                others may be added.
            temperature: In degrees Celsius. One of 30, 40, 60.
            spin: The value of `spin`. One of 'none', 'soft', 'full', "it's", 'a "b"', 'c\\\\d',
                ''.
            scent: Null is no scent. One of 'rose', 'lemon'.
            level: The value of `level`. One of 1, 2; others may be added.
            only: The value of `only`. One of 'eco'.
            load: In kilograms. One of `2.5`, `5`.
            door: The value of `door`. One of 1, 2.
            mode: The value of `mode`.
            filter: The value of `filter`. One of `[["x"], ["y"]]`, `[["z"]]`.
            start: Now, or later.
            water: The value of `water`. Always `{"hard": 1}`.
            old: Text whose quotes are missing. One of '1', '2'.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The wash.

        Raises:
            errors.EnumsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _START_WASH,
            {},
            {
                "programme": programme,
                "temperature": temperature,
                "spin": spin,
                "scent": scent,
                "level": level,
                "only": only,
                "load": load,
                "door": door,
                "mode": mode,
                "filter": filter,
                "start": start,
                "water": water,
                "old": old,
            },
            **options,
        )

    async def start_wash_async(
        self,
        *,
        programme: components.Programme,
        temperature: operations.Temperature | None = None,
        spin: operations.Spin | None = None,
        scent: operations.Scent | UnsetType | None = UNSET,
        level: operations.Level | None = None,
        only: operations.Only | None = None,
        load: float | None = None,
        door: operations.Door | None = None,
        mode: list[operations.Mode] | None = None,
        filter: list[Any] | None = None,
        start: operations.Start | None = None,
        water: dict[str, Any] | None = None,
        old: operations.Old | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.StartWashResponse:
        """Start a wash.

        Args:
            programme: How to wash. There will be more programmes. One of 'wool', 'cotton';
                others may be added.
            temperature: In degrees Celsius. One of 30, 40, 60.
            spin: The value of `spin`. One of 'none', 'soft', 'full', "it's", 'a "b"', 'c\\\\d',
                ''.
            scent: Null is no scent. One of 'rose', 'lemon'.
            level: The value of `level`. One of 1, 2; others may be added.
            only: The value of `only`. One of 'eco'.
            load: In kilograms. One of `2.5`, `5`.
            door: The value of `door`. One of 1, 2.
            mode: The value of `mode`.
            filter: The value of `filter`. One of `[["x"], ["y"]]`, `[["z"]]`.
            start: Now, or later.
            water: The value of `water`. Always `{"hard": 1}`.
            old: Text whose quotes are missing. One of '1', '2'.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The wash.

        Raises:
            errors.EnumsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _START_WASH,
            {},
            {
                "programme": programme,
                "temperature": temperature,
                "spin": spin,
                "scent": scent,
                "level": level,
                "only": only,
                "load": load,
                "door": door,
                "mode": mode,
                "filter": filter,
                "start": start,
                "water": water,
                "old": old,
            },
            **options,
        )


class WashesWithRawResponse:
    """The methods of `Washes`, returning a `types.RawResponse`."""

    def __init__(self, methods: Washes) -> None:
        self.start_wash = raw(methods.start_wash)
        self.start_wash_async = raw_async(methods.start_wash_async)


class WashesWithStreamingResponse:
    """The methods of `Washes`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Washes) -> None:
        self.start_wash = streamed(methods.start_wash)
        self.start_wash_async = streamed_async(methods.start_wash_async)
