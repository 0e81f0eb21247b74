"""Base classes of the SDK's client and of its resources."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, TypeAlias, TypeVar, overload

from .calls import Call, merged
from .closing import AsyncClosing, Closing
from .masking import MASK
from .operation import undocumented
from .values import CallOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self, Unpack

    from .operation import Into, Operation
    from .session import Session

A = TypeVar("A")
R = TypeVar("R")
T = TypeVar("T")

OPTIONS: Final = frozenset(CallOptions.__annotations__)
"""The options of every call."""

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

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds credentials and connections and can't be copied or "
            "pickled; create a client in each process."
        )

    @staticmethod
    def _hold(name: str, holder: _Holder, class_: type[Resource]) -> object:
        # Threads may create it at the same time; all of them use the first one stored.
        return vars(holder).setdefault(name, class_(holder._session))


def _class(package: str, module: str, name: str) -> type[Resource]:
    found: type[Resource] = getattr(importlib.import_module(module, package), name)
    return found


def _call_of(
    session: Session,
    operation: Operation[R, A],
    arguments: Mapping[str, Any],
    body: Any,
    options: CallOptions,
) -> Call[R, A]:
    """Return a call with its own options, and those of the client for all others.

    Raises:
        TypeError: There is no such option.
    """
    if options:
        _check(options)
    defaults = session.options
    return Call(operation, arguments, body, **(merged(defaults, options) if defaults else options))


def _check(options: CallOptions) -> None:
    if not OPTIONS.issuperset(options):
        from .arguments import unexpected

        raise unexpected(options.keys(), OPTIONS)


class Resource(_Holder):
    """A group of operations, reached as an attribute of the client or of another resource."""

    _wrap: Callable[[Into | None], Into] | None = None
    _call_of = staticmethod(_call_of)

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
        return self._session.run(
            _call_of(self._session, operation, arguments, body, options), self._wrap
        )

    async def _run_async(
        self,
        operation: Operation[Any, A],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> A:
        """Async version of `_run`."""
        call = _call_of(self._session, operation, arguments, body, options)
        return await self._session.run_async(call, self._wrap)


class Client(_Holder, Closing, AsyncClosing):
    """A client of the API; owns the settings and the connections of all its resources."""

    def __repr__(self) -> str:
        session: Session | None = vars(self).get("_session")  # not yet there in a failed __init__
        arguments = () if session is None else session.keyring.arguments
        return f"{type(self).__name__}({', '.join(f'{name}={MASK}' for name in arguments)})"

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return a client that shares its connections with this one, with options for all calls.

        Closing one of them closes both.

        Args:
            **options: Those of each method, such as `max_retries` or `http_headers`. A call's own
                options override them; headers, `extra_query` and `extra_body` are merged.

        Raises:
            TypeError: If there is no such option.
            ValueError: If a value is invalid.

        Example:
            ```python
            client.with_options(max_retries=0, timeout_ms=5_000)
            ```
        """
        _check(options)
        made = object.__new__(type(self))
        created = {name for kind in type(self).__mro__ for name in vars(kind).get("_resources", ())}
        vars(made).update({name: v for name, v in vars(self).items() if name not in created})
        made._session = self._session.with_options(options)
        return made

    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        into: type[T],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        into: None = None,
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Any: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        into: Any = None,
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call an endpoint that has no method, with the credentials and retries of this client.

        Args:
            method: The HTTP method, such as `"GET"`.
            path: The path after the base URL, such as `"/keys"`, percent-encoded.
            into: The type of the response, such as a model; None for plain values of JSON.
            body: The body, which is sent as JSON; None for none.
            **options: Those of each method; `extra_query` has the parameters of the query.

        Returns:
            The response, decoded from JSON; None if it has the status 204.

        Raises:
            ResponseError: If the status is an error, or the response is not JSON.
            NoResponseError: If there is no response, or a timeout.
            ValueError: If the method, the path or a value can't be sent.

        Example:
            ```python
            client.request("GET", "/new", extra_query={"limit": 10})
            ```
        """
        operation = undocumented(method, path, into, body)
        return self._session.run(_call_of(self._session, operation, {}, body, options))

    @overload
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        into: type[T],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> T: ...
    @overload
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        into: None = None,
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Any: ...
    async def request_async(
        self,
        method: str,
        path: str,
        *,
        into: Any = None,
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Async version of `request`."""
        operation = undocumented(method, path, into, body)
        operation = undocumented(method, path, into, body)
        call = _call_of(self._session, operation, {}, body, options)
        return await self._session.run_async(call)

    def close(self) -> None:
        """Close all connections. The client can't be used afterwards."""
        self._session.pools.close()

    async def aclose(self) -> None:
        """Close all connections, and wait until those of this event loop are closed."""
        await self._session.pools.aclose()

    async def _end(self) -> None:
        await self.aclose()
