"""Boxes

Each has a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Unpack

from ._runtime.client import Attributes, Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

if TYPE_CHECKING:
    from .lids import Lids

_LIST_BOXES: Operation[None] = Operation(
    "listBoxes",
    "GET",
    "/boxes",
    returns={204: None},
)


class Boxes(Resource):
    """Boxes

    Each has a number."""

    lids: Lids
    """The `stock.boxes.lids` operations."""

    _resources: ClassVar[Attributes] = {
        "lids": (".lids", "Lids"),
    }

    @property
    def with_raw_response(self) -> BoxesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BoxesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BoxesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BoxesWithStreamingResponse(self._streamed())

    def list_boxes(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /boxes`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TagTreeDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_BOXES,
            {},
            **options,
        )

    async def list_boxes_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /boxes`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TagTreeDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_BOXES,
            {},
            **options,
        )


class BoxesWithRawResponse:
    """The methods of `Boxes`, returning a `types.RawResponse`."""

    def __init__(self, methods: Boxes) -> None:
        self.list_boxes = raw(methods.list_boxes)
        self.list_boxes_async = raw_async(methods.list_boxes_async)


class BoxesWithStreamingResponse:
    """The methods of `Boxes`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Boxes) -> None:
        self.list_boxes = streamed(methods.list_boxes)
        self.list_boxes_async = streamed_async(methods.list_boxes_async)
