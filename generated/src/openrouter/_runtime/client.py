"""Base classes of the SDK's client and of its resources."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

from .calls import Call
from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self, TypeAlias, Unpack

    from .operation import Into, Operation
    from .paging.pages import AsyncPages, Pages
    from .session import Session
    from .values import CallOptions

    Attributes: TypeAlias = Mapping[str, tuple[str, str]]
    """The module (as `importlib` takes it) and the class of each resource, by attribute name."""

A = TypeVar("A")
R = TypeVar("R")


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

    _wrap: Callable[[Into | None], Into] | None = None

    def _raw(self) -> Self:
        """Return this resource with calls that return whole responses, which `raw` declares."""
        from .responses.raw import Whole

        return self._wrapped(Whole)

    def _streamed(self) -> Self:
        """Return this resource with calls that return before the body is read."""
        from .responses.raw import Unread

        return self._wrapped(Unread)

    def _wrapped(self, wrap: Callable[[Into | None], Into]) -> Self:
        made = type(self)(self._session)
        made._wrap = wrap  # noqa: SLF001 - an instance of the same class
        return made

    def _run(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> R:
        """Call an operation and return its result; see `Session.run`."""
        return self._session.run(Call(operation, arguments, body, **options), self._wrap)

    async def _run_async(
        self,
        operation: Operation[Any, A],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> A:
        """Async version of `_run`."""
        call = Call(operation, arguments, body, **options)
        return await self._session.run_async(call, self._wrap)

    def _pages(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Pages[R, Any]:
        """Iterate over the results of an operation, page by page."""
        from .paging.pages import Pages

        return Pages(self._session, Call(operation, arguments, body, **options))

    def _pages_async(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[R, Any]:
        """Async version of `_pages`."""
        from .paging.pages import AsyncPages

        return AsyncPages(self._session, Call(operation, arguments, body, **options))


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
