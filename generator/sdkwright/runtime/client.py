"""Base classes of the SDK's client and of its resources."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias, TypeVar

from .calls import Call
from .closing import AsyncClosing, Closing
from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self, Unpack

    from .operation import Into, Operation
    from .paging.pages import AsyncPages, Pages
    from .session import Session
    from .values import CallOptions

A = TypeVar("A")
R = TypeVar("R")

Attributes: TypeAlias = "Mapping[str, tuple[str, str]]"
"""The module (as `importlib` takes it) and the class of each resource, by attribute name."""


class _Held:
    """A resource as an attribute, created when it is first used; of a class, it is its class.

    Args:
        load: Returns the class.
        hold: Creates it as an attribute of an object.
    """

    __slots__ = ("_hold", "_load")

    def __init__(
        self, load: Callable[[], type[Resource]], hold: Callable[[Any, type[Resource]], object]
    ) -> None:
        self._load = load
        self._hold = hold

    def __get__(self, holder: object | None, owner: type) -> object:
        # Mocks are made from a class.
        return self._load() if holder is None else self._hold(holder, self._load())


class _Holder:
    """Base of objects that have resources as attributes."""

    _resources: ClassVar[Attributes] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        package = cls.__module__.rpartition(".")[0]
        for name, (module, class_name) in vars(cls).get("_resources", {}).items():
            load = partial(_class, package, module, class_name)
            setattr(cls, name, _Held(load, partial(cls._hold, name)))

    def __init__(self, session: Session) -> None:
        self._session = session

    @staticmethod
    def _hold(name: str, holder: _Holder, class_: type[Resource]) -> object:
        # Threads may create it at the same time; all of them use the first one stored.
        return vars(holder).setdefault(name, class_(holder._session))


def _class(package: str, module: str, name: str) -> type[Resource]:
    found: type[Resource] = getattr(importlib.import_module(module, package), name)
    return found


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
        made._wrap = wrap  # an instance of the same class
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


class Client(_Holder, Closing, AsyncClosing):
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

    async def _end(self) -> None:
        await self.aclose()
