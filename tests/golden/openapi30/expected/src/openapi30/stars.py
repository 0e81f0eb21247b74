"""The `Stars` operations."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_ADD_STAR: Operation[components.Star] = Operation(
    "addStar",
    "POST",
    "/stars",
    body="properties",
    required_properties=("magnitude",),
    nullable=("name", "colour", "catalogue", "near"),
    body_types={
        "seen": lambda: list[datetime | None],
    },
    returns={201: lambda: components.Star},
)


class Stars(Resource):
    """The `Stars` operations."""

    @property
    def with_raw_response(self) -> StarsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return StarsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> StarsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return StarsWithStreamingResponse(self._streamed())

    def add_star(
        self,
        *,
        name: str | None,
        magnitude: float,
        colour: components.Colour | UnsetType | None = UNSET,
        catalogue: components.Entry | UnsetType | None = UNSET,
        near: components.Entry | UnsetType | None = UNSET,
        seen: list[datetime | None] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Star:
        """Call `POST /stars`.

        Args:
            name: Its name, if it has one.
            magnitude: The value of `magnitude`. More than -30.
            colour: The value of `colour`. One of 'blue', 'red'.
            catalogue: Where to find it.
            near: The value of `near`.
            seen: The value of `seen`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The star.

        Raises:
            errors.Openapi30DefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_STAR,
            {},
            {
                "name": name,
                "magnitude": magnitude,
                "colour": colour,
                "catalogue": catalogue,
                "near": near,
                "seen": seen,
            },
            **options,
        )

    async def add_star_async(
        self,
        *,
        name: str | None,
        magnitude: float,
        colour: components.Colour | UnsetType | None = UNSET,
        catalogue: components.Entry | UnsetType | None = UNSET,
        near: components.Entry | UnsetType | None = UNSET,
        seen: list[datetime | None] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Star:
        """Call `POST /stars`.

        Args:
            name: Its name, if it has one.
            magnitude: The value of `magnitude`. More than -30.
            colour: The value of `colour`. One of 'blue', 'red'.
            catalogue: Where to find it.
            near: The value of `near`.
            seen: The value of `seen`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The star.

        Raises:
            errors.Openapi30DefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_STAR,
            {},
            {
                "name": name,
                "magnitude": magnitude,
                "colour": colour,
                "catalogue": catalogue,
                "near": near,
                "seen": seen,
            },
            **options,
        )


class StarsWithRawResponse:
    """The methods of `Stars`, returning a `types.RawResponse`."""

    def __init__(self, methods: Stars) -> None:
        self.add_star = raw(methods.add_star)
        self.add_star_async = raw_async(methods.add_star_async)


class StarsWithStreamingResponse:
    """The methods of `Stars`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Stars) -> None:
        self.add_star = streamed(methods.add_star)
        self.add_star_async = streamed_async(methods.add_star_async)
