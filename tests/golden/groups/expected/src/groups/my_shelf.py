"""What a reader keeps."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_OPEN: Operation[None] = Operation(
    "readShelf",
    "GET",
    "/shelf",
    returns={204: None},
)

_FILL_SHELF: Operation[None] = Operation(
    "fillShelf",
    "PUT",
    "/shelf",
    returns={204: None},
)

_EMPTY: Operation[None] = Operation(
    "clearShelf",
    "DELETE",
    "/shelf",
    returns={204: None},
)


class MyShelf(Resource):
    """What a reader keeps."""

    @property
    def with_raw_response(self) -> MyShelfWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return MyShelfWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> MyShelfWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return MyShelfWithStreamingResponse(self._streamed())

    def open(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /shelf`.

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
            _OPEN,
            {},
            **options,
        )

    async def open_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /shelf`.

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
            _OPEN,
            {},
            **options,
        )

    def fill_shelf(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /shelf`.

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
            _FILL_SHELF,
            {},
            **options,
        )

    async def fill_shelf_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /shelf`.

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
            _FILL_SHELF,
            {},
            **options,
        )

    def empty(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /shelf`.

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
            _EMPTY,
            {},
            **options,
        )

    async def empty_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /shelf`.

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
            _EMPTY,
            {},
            **options,
        )


class MyShelfWithRawResponse:
    """The methods of `MyShelf`, returning a `types.RawResponse`."""

    def __init__(self, methods: MyShelf) -> None:
        self.open = raw(methods.open)
        self.open_async = raw_async(methods.open_async)
        self.fill_shelf = raw(methods.fill_shelf)
        self.fill_shelf_async = raw_async(methods.fill_shelf_async)
        self.empty = raw(methods.empty)
        self.empty_async = raw_async(methods.empty_async)


class MyShelfWithStreamingResponse:
    """The methods of `MyShelf`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: MyShelf) -> None:
        self.open = streamed(methods.open)
        self.open_async = streamed_async(methods.open_async)
        self.fill_shelf = streamed(methods.fill_shelf)
        self.fill_shelf_async = streamed_async(methods.fill_shelf_async)
        self.empty = streamed(methods.empty)
        self.empty_async = streamed_async(methods.empty_async)
