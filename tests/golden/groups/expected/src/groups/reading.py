"""The `house.rooms.reading` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_ROOMS: Operation[None] = Operation(
    "listRooms",
    "GET",
    "/rooms",
    returns={204: None},
)

BOOK_ROOM_OPERATION: Operation[None] = Operation(
    "bookRoom",
    "POST",
    "/rooms",
    returns={204: None},
)


class Reading(Resource):
    """The `house.rooms.reading` operations."""

    @property
    def with_raw_response(self) -> ReadingWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ReadingWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ReadingWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ReadingWithStreamingResponse(self._streamed())

    def list_rooms(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /rooms`.

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
            _LIST_ROOMS,
            {},
            **options,
        )

    async def list_rooms_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /rooms`.

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
            _LIST_ROOMS,
            {},
            **options,
        )

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


class ReadingWithRawResponse:
    """The methods of `Reading`, returning a `types.RawResponse`."""

    def __init__(self, methods: Reading) -> None:
        self.list_rooms = raw(methods.list_rooms)
        self.list_rooms_async = raw_async(methods.list_rooms_async)
        self.book_room = raw(methods.book_room)
        self.book_room_async = raw_async(methods.book_room_async)


class ReadingWithStreamingResponse:
    """The methods of `Reading`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Reading) -> None:
        self.list_rooms = streamed(methods.list_rooms)
        self.list_rooms_async = streamed_async(methods.list_rooms_async)
        self.book_room = streamed(methods.book_room)
        self.book_room_async = streamed_async(methods.book_room_async)
