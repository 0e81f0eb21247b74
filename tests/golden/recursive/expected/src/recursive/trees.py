"""Things that contain themselves."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_SET_TREE: Operation[components.Tree] = Operation(
    "setTree",
    "PUT",
    "/trees",
    body="properties",
    nullable=("right", "value"),
    returns={200: lambda: components.Tree},
)


class Trees(Resource):
    """Things that contain themselves."""

    @property
    def with_raw_response(self) -> TreesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return TreesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> TreesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return TreesWithStreamingResponse(self._streamed())

    def set_tree(
        self,
        *,
        left: components.Tree | None = None,
        right: components.Tree | UnsetType | None = UNSET,
        value: components.JSON | UnsetType | None = UNSET,
        rows: components.Rows | None = None,
        filter: components.Filter | None = None,
        grid: components.Grid | None = None,
        either: components.Either | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Set a tree.

        Args:
            left: The value of `left`.
            right: The value of `right`.
            value: Any JSON.
            rows: The value of `rows`.
            filter: The value of `filter`.
            grid: The value of `grid`.
            either: The value of `either`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tree.

        Raises:
            errors.RecursiveDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_TREE,
            {},
            {
                "left": left,
                "right": right,
                "value": value,
                "rows": rows,
                "filter": filter,
                "grid": grid,
                "either": either,
            },
            **options,
        )

    async def set_tree_async(
        self,
        *,
        left: components.Tree | None = None,
        right: components.Tree | UnsetType | None = UNSET,
        value: components.JSON | UnsetType | None = UNSET,
        rows: components.Rows | None = None,
        filter: components.Filter | None = None,
        grid: components.Grid | None = None,
        either: components.Either | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Set a tree.

        Args:
            left: The value of `left`.
            right: The value of `right`.
            value: Any JSON.
            rows: The value of `rows`.
            filter: The value of `filter`.
            grid: The value of `grid`.
            either: The value of `either`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tree.

        Raises:
            errors.RecursiveDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_TREE,
            {},
            {
                "left": left,
                "right": right,
                "value": value,
                "rows": rows,
                "filter": filter,
                "grid": grid,
                "either": either,
            },
            **options,
        )


class TreesWithRawResponse:
    """The methods of `Trees`, returning a `types.RawResponse`."""

    def __init__(self, methods: Trees) -> None:
        self.set_tree = raw(methods.set_tree)
        self.set_tree_async = raw_async(methods.set_tree_async)


class TreesWithStreamingResponse:
    """The methods of `Trees`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Trees) -> None:
        self.set_tree = streamed(methods.set_tree)
        self.set_tree_async = streamed_async(methods.set_tree_async)
