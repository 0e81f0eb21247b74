"""The `house.with raw response` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .reading import BOOK_ROOM_OPERATION


class WithRawResponse(Resource):
    """The `house.with raw response` operations."""

    @property
    def with_raw_response(self) -> WithRawResponseWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return WithRawResponseWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> WithRawResponseWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return WithRawResponseWithStreamingResponse(self._streamed())

    def book_room(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /rooms`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            BOOK_ROOM_OPERATION,
            {},
            **options,
        )

    async def book_room_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /rooms`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            BOOK_ROOM_OPERATION,
            {},
            **options,
        )


class WithRawResponseWithRawResponse:
    """The methods of `WithRawResponse`, returning a `types.RawResponse`."""

    def __init__(self, methods: WithRawResponse) -> None:
        self.book_room = raw(methods.book_room)
        self.book_room_async = raw_async(methods.book_room_async)


class WithRawResponseWithStreamingResponse:
    """The methods of `WithRawResponse`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: WithRawResponse) -> None:
        self.book_room = streamed(methods.book_room)
        self.book_room_async = streamed_async(methods.book_room_async)
