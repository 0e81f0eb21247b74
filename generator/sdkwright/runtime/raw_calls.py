"""What stands in for the session of a resource, so that its methods return whole responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .raw import AsyncStreamedResponse, RawResponse, StreamedResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .events import AsyncEventStream, EventStream
    from .operation import Operation
    from .session import Session

T = TypeVar("T")


class RawCalls:
    """Stands in for the session of a resource: its calls return whole responses."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[T]:
        """Do as `Session.call`."""
        response = self._session.respond(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response)

    async def call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[T]:
        """Do as `Session.call_async`."""
        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response)

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[StreamedResponse[bytes]]:
        """Do as `Session.download`."""
        response = self._session.respond(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, StreamedResponse)

    async def download_async(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[AsyncStreamedResponse[bytes]]:
        """Do as `Session.download_async`."""
        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, AsyncStreamedResponse)

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> RawResponse[EventStream[T]]:
        """Do as `Session.stream`."""
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
        """Do as `Session.stream_async`."""
        from .events import AsyncEventStream

        response = await self._session.respond_async(operation, arguments, body, **options)
        return RawResponse(self._session, operation, response, AsyncEventStream)


class StreamedCalls:
    """Stands in for the session of a resource: its calls return before the body was read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[T]:
        """Do as `Session.call`."""
        response = self._session.respond(operation, arguments, body, stream=True, **options)
        return StreamedResponse(self._session, operation, response)

    async def call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[T]:
        """Do as `Session.call_async`."""
        response = await self._session.respond_async(
            operation, arguments, body, stream=True, **options
        )
        return AsyncStreamedResponse(self._session, operation, response)

    def download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[StreamedResponse[bytes]]:
        """Do as `Session.download`."""
        response = self._session.respond(operation, arguments, body, stream=True, **options)
        return StreamedResponse(self._session, operation, response, StreamedResponse)

    async def download_async(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[AsyncStreamedResponse[bytes]]:
        """Do as `Session.download_async`."""
        response = await self._session.respond_async(
            operation, arguments, body, stream=True, **options
        )
        return AsyncStreamedResponse(self._session, operation, response, AsyncStreamedResponse)

    def stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> StreamedResponse[EventStream[T]]:
        """Do as `Session.stream`."""
        from .events import EventStream

        response = self._session.respond(operation, arguments, body, stream=True, **options)
        return StreamedResponse(self._session, operation, response, EventStream)

    async def stream_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> AsyncStreamedResponse[AsyncEventStream[T]]:
        """Do as `Session.stream_async`."""
        from .events import AsyncEventStream

        response = await self._session.respond_async(
            operation, arguments, body, stream=True, **options
        )
        return AsyncStreamedResponse(self._session, operation, response, AsyncEventStream)
