"""The `Version 1.0` operations."""

# pyright: reportDeprecated=false
# The views below have the deprecated methods, too.

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.deprecation import deprecated
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_CLOSE_ROOM: Operation[None] = Operation(
    "closeRoom",
    "DELETE",
    "/rooms",
    returns={204: None},
)


class Version10(Resource):
    """The `Version 1.0` operations."""

    @property
    def with_raw_response(self) -> Version10WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return Version10WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Version10WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return Version10WithStreamingResponse(self._streamed())

    @deprecated("close_room is deprecated.")
    def close_room(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /rooms`.

        Deprecated.

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
            _CLOSE_ROOM,
            {},
            **options,
        )

    @deprecated("close_room is deprecated.")
    async def close_room_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /rooms`.

        Deprecated.

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
            _CLOSE_ROOM,
            {},
            **options,
        )


class Version10WithRawResponse:
    """The methods of `Version10`, returning a `types.RawResponse`."""

    def __init__(self, methods: Version10) -> None:
        self.close_room = raw(methods.close_room)
        self.close_room_async = raw_async(methods.close_room_async)


class Version10WithStreamingResponse:
    """The methods of `Version10`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Version10) -> None:
        self.close_room = streamed(methods.close_room)
        self.close_room_async = streamed_async(methods.close_room_async)
