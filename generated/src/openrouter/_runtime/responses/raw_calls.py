"""Substitutes for a resource's session, which make its methods return whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .raw import AsyncStreamedResponse, RawResponse, StreamedResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..operation import Operation
    from ..session import Session
    from .events import AsyncEventStream, EventStream

T = TypeVar("T")


class RawCalls:
    """Substitute for a resource's session: calls return whole responses."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[T]:
        """See `Session.call`."""
        response = self._session.respond(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response)

    async def call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[T]:
        """Async version of `call`."""
        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response)

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[StreamedResponse[bytes]]:
        """See `Session.download`."""
        response = self._session.respond(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, StreamedResponse)

    async def download_async(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[AsyncStreamedResponse[bytes]]:
        """Async version of `download`."""
        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, AsyncStreamedResponse)

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[EventStream[T]]:
        """See `Session.stream`."""
        from .events import EventStream

        response = self._session.respond(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, EventStream)

    async def stream_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[AsyncEventStream[T]]:
        """Async version of `stream`."""
        from .events import AsyncEventStream

        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, AsyncEventStream)


class StreamedCalls:
    """Substitute for a resource's session: calls return before the body is read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[T]:
        """See `Session.call`."""
        response = self._session.respond(operation, arguments, body, "headers", **options)
        return StreamedResponse(self._session, operation, response)

    async def call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[T]:
        """Async version of `call`."""
        response = await self._session.respond_async(
            operation, arguments, body, "headers", **options
        )
        return AsyncStreamedResponse(self._session, operation, response)

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[StreamedResponse[bytes]]:
        """See `Session.download`."""
        response = self._session.respond(operation, arguments, body, "headers", **options)
        return StreamedResponse(self._session, operation, response, StreamedResponse)

    async def download_async(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[AsyncStreamedResponse[bytes]]:
        """Async version of `download`."""
        response = await self._session.respond_async(
            operation, arguments, body, "headers", **options
        )
        return AsyncStreamedResponse(self._session, operation, response, AsyncStreamedResponse)

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[EventStream[T]]:
        """See `Session.stream`."""
        from .events import EventStream

        response = self._session.respond(operation, arguments, body, "headers", **options)
        return StreamedResponse(self._session, operation, response, EventStream)

    async def stream_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[AsyncEventStream[T]]:
        """Async version of `stream`."""
        from .events import AsyncEventStream

        response = await self._session.respond_async(
            operation, arguments, body, "headers", **options
        )
        return AsyncStreamedResponse(self._session, operation, response, AsyncEventStream)
