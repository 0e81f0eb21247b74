"""Base classes of the SDK's client and of its resources."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, cast

from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self, TypeAlias, Unpack

    from .operation import Operation
    from .paging.pages import AsyncPages, Pages
    from .responses.events import AsyncEventStream, EventStream
    from .responses.raw import AsyncStreamedResponse, StreamedResponse
    from .session import Session
    from .values import CallOptions

    Attributes: TypeAlias = Mapping[str, tuple[str, str]]
    """The module (as `importlib` takes it) and the class of each resource, by attribute name."""

E = TypeVar("E")
T = TypeVar("T")


class _Holder:
    """Base of objects that create their resources as attributes on first use."""

    _resources: ClassVar[Attributes] = {}

    def __init__(self, session: Session) -> None:
        self._session = session

    if not TYPE_CHECKING:  # type checkers see the attributes that the generated class declares

        def __getattr__(self, name: str) -> object:
            try:
                module, class_name = self._resources[name]
            except KeyError:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}",
                    name=name,
                    obj=self,
                ) from None
            # A subclass may be in another package; resources are beside the generated class.
            owner = next(cls for cls in type(self).__mro__ if "_resources" in vars(cls))
            package = owner.__module__.rpartition(".")[0]
            resource = getattr(importlib.import_module(module, package), class_name)
            # Threads may create it at the same time; all of them use the first one stored.
            return vars(self).setdefault(name, resource(self._session))

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._resources})


class Resource(_Holder):
    """A group of operations, reached as an attribute of the client or of another resource."""

    def _raw(self) -> Self:
        """Return this resource with calls that return whole responses, which `raw` declares."""
        from .responses.raw_calls import RawCalls

        return type(self)(cast("Session", RawCalls(self._session)))

    def _streamed(self) -> Self:
        """Return this resource with calls that return before the body is read."""
        from .responses.raw_calls import StreamedCalls

        return type(self)(cast("Session", StreamedCalls(self._session)))

    def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T:
        return self._session.call(operation, arguments, body, **options)

    async def _call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T:
        return await self._session.call_async(operation, arguments, body, **options)

    def _download(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> StreamedResponse[bytes]:
        return self._session.download(operation, arguments, body, **options)

    async def _download_async(
        self,
        operation: Operation[bytes],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamedResponse[bytes]:
        return await self._session.download_async(operation, arguments, body, **options)

    def _stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> EventStream[T]:
        return self._session.stream(operation, arguments, body, **options)

    async def _stream_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[T]:
        return await self._session.stream_async(operation, arguments, body, **options)

    def _either(
        self,
        is_stream: object,
        operation: Operation[T],
        streaming: Operation[E],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T | EventStream[E]:
        """Call the plain or the streaming version of an operation, as its body requests."""
        if is_stream is True:
            return self._session.stream(streaming, arguments, body, **options)
        return self._session.call(operation, arguments, body, **options)

    async def _either_async(
        self,
        is_stream: object,
        operation: Operation[T],
        streaming: Operation[E],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T | AsyncEventStream[E]:
        if is_stream is True:
            return await self._session.stream_async(streaming, arguments, body, **options)
        return await self._session.call_async(operation, arguments, body, **options)

    def _pages(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Pages[T, Any]:
        from .paging.pages import Pages

        return Pages(self._session, operation, arguments, body, options)

    def _pages_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[T, Any]:
        from .paging.pages import AsyncPages

        return AsyncPages(self._session, operation, arguments, body, options)


class Client(_Holder):
    """A client of the API; owns the settings and the connections of all its resources."""

    def __repr__(self) -> str:
        session: Session | None = vars(self).get("_session")  # not yet there in a failed __init__
        arguments = () if session is None else session.keyring.arguments
        return f"{type(self).__name__}({', '.join(f'{name}={MASK}' for name in arguments)})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds credentials and connections and can't be pickled; "
            "create one in each process."
        )

    def close(self) -> None:
        """Close all connections. The client can't be used afterwards."""
        self._session.pools.close()

    async def aclose(self) -> None:
        """Close all connections, and wait until those of this event loop are closed."""
        await self._session.pools.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
