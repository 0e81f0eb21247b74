"""Uses a package as far as that is possible without its document: builds all decoders, makes
clients, and calls every method, sync and async, with few arguments and with all.

The answers come from functions, not from a network. What a method raises may say that the argument
or the answer is none: only an error of the generated code itself is a fault.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import datetime
import decimal
import functools
import importlib
import inspect
import logging
import traceback
import types
import typing
import uuid
from collections.abc import Callable, Iterator
from typing import Any, Final

import httpx2
import msgspec

OPTIONS: Final = frozenset(
    {
        *("self", "server", "server_url", "client", "async_client", "retry_config", "timeout_ms"),
        *("debug_logger", "response_validation", "hooks", "validate_requests", "max_retries"),
        *("max_response_bytes", "idempotency_header"),
    }
)
"""The arguments of every client; the others are credentials, parameters, and parts of servers."""

DEEPEST: Final = 20
"""How deeply a value is nested at most."""

_VALUES: Final[dict[object, object]] = {
    str: "x",
    int: 1,
    float: 1.0,
    bool: True,
    bytes: b"x",
    decimal.Decimal: decimal.Decimal(1),
    datetime.date: datetime.date(2026, 1, 2),
    datetime.datetime: datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
    datetime.time: datetime.time(1, 2),
    datetime.timedelta: datetime.timedelta(1),
    uuid.UUID: uuid.UUID(int=1),
}


def faults(package: str, modules: list[str]) -> Iterator[str]:
    """Use a package, and yield what is wrong with it.

    Args:
        package: Its name.
        modules: The names of its modules, without those of the runtime.
    """
    loaded = [importlib.import_module(name) for name in modules]
    for module in loaded:
        yield from _caught(f"the decoders of {module.__name__}", functools.partial(_build, module))
    logging.getLogger(package).disabled = True  # no answer is what its document says
    errors = importlib.import_module(f"{package}._runtime.errors")
    root = importlib.import_module(package)
    client = getattr(root, root.__all__[0])
    own = [name for name in inspect.signature(client).parameters if name not in OPTIONS]
    for given in ({}, dict.fromkeys(own, "x"), {"validate_requests": True}):
        try:
            made = _client(client, given)
        except ValueError:  # such as a server of that name
            continue
        except Exception as error:  # noqa: BLE001  whatever it is, it is what we look for
            yield f"{type(error).__name__}: {error} (in the constructor)"
            continue
        yield from _calls(made, client, (ValueError, errors.ResponseError, errors.NoResponseError))


def _caught(what: str, do: Callable[[], object]) -> Iterator[str]:
    try:
        do()
    except Exception as error:  # noqa: BLE001  as above
        yield f"{type(error).__name__}: {error} (in {what})"


def _names(module: types.ModuleType) -> dict[str, Any]:
    """Return the names that annotations of a module are written with, as far as there are such at
    run time: some imports are for type checkers only."""
    names = dict(vars(module))
    for node in ast.parse(inspect.getsource(module)).body:
        for line in node.body if isinstance(node, ast.If) else ():
            with contextlib.suppress(ImportError):
                code = compile(ast.Module([line], []), module.__name__, "exec")
                exec(code, names)
    return names


def _build(module: types.ModuleType) -> None:
    package = module.__name__.partition(".")[0]
    decoding = importlib.import_module(f"{package}._runtime.json.decoding")
    operation = importlib.import_module(f"{package}._runtime.operation").Operation
    for value in [*vars(module).values()]:  # looking at it imports more
        if isinstance(value, operation):
            for key in value.returns:
                value.decoder(key)
            for key in value.errors:
                value.error(_status(key, 500))()
            if hasattr(value.into, "type"):
                decoding.TypedDecoder(value.into.type())
        elif inspect.isclass(value) and hasattr(value, "__struct_fields__"):
            with contextlib.suppress(msgspec.ValidationError):
                decoding.TypedDecoder(value).decode(b"{}")


def _status(key: int | str, default: int) -> int:
    return key if isinstance(key, int) else int(key[0]) * 100 if key[0].isdigit() else default


def _client(client: Any, given: dict[str, Any]) -> Any:
    def answer(_request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={})

    transport = httpx2.MockTransport(answer)
    return client(
        server_url="http://127.0.0.1:9",
        client=httpx2.Client(transport=transport),
        async_client=httpx2.AsyncClient(transport=transport),
        max_retries=0,
        **given,
    )


def _calls(
    holder: Any, of: Any, allowed: tuple[type[Exception], ...], depth: int = 0
) -> Iterator[str]:
    for name, (_, _) in of._resources.items() if depth < 9 else ():
        try:
            inner = getattr(holder, name)
        except Exception as error:  # noqa: BLE001  as above
            yield f"{type(error).__name__}: {error} (in the attribute {name})"
            continue
        yield from _calls(inner, type(inner), allowed, depth + 1)
        yield from _views(inner)
        names = _names(importlib.import_module(type(inner).__module__))
        for method in [key for key, item in vars(type(inner)).items() if inspect.isfunction(item)]:
            if not method.startswith("_"):
                yield from _called(inner, method, names, allowed)


def _views(resource: Any) -> Iterator[str]:
    for name in ("with_raw_response", "with_streaming_response"):
        if name in vars(type(resource)):
            yield from _caught(name, functools.partial(getattr, resource, name))


def _called(
    resource: Any, name: str, names: dict[str, Any], allowed: tuple[type[Exception], ...]
) -> Iterator[str]:
    method = getattr(resource, name)
    parameters = [
        item
        for item in inspect.signature(method).parameters.values()
        if item.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    required = [item for item in parameters if item.default is inspect.Parameter.empty]
    for some in (required, parameters):
        given = {item.name: _value(_hint(item.annotation, names)) for item in some}
        try:
            made = method(**given)
            if inspect.iscoroutine(made):
                asyncio.run(made)
            elif name.endswith("_iter"):
                next(iter(made), None)
        except allowed:
            pass
        except Exception as error:  # noqa: BLE001  as above
            if _is_refused(error):
                continue
            yield f"{type(error).__name__}: {error} (in {type(resource).__name__}.{name})"


def _is_refused(error: Exception) -> bool:
    """Whether the runtime says that an argument is of a wrong type; a body may be anything here."""
    raised_by = traceback.extract_tb(error.__traceback__)[-1].line or ""
    return isinstance(error, TypeError) and raised_by.startswith("raise TypeError(")


def _hint(annotation: str, names: dict[str, Any]) -> Any:
    if "FileInput" in annotation:
        return bytes
    try:
        return eval(annotation, names)
    except NameError:  # it is for type checkers only
        return str


def _value(hint: Any, depth: int = 0) -> Any:
    """Return a value of a type, or of the first of several; a model may need one of itself."""
    if depth > DEEPEST:
        return None
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return arguments[0]
    if origin in {typing.Annotated, typing.Union, types.UnionType}:
        return _value(arguments[0], depth + 1)
    if hint in _VALUES:
        return _VALUES[hint]
    if inspect.isclass(origin) and issubclass(origin, tuple):
        return ()
    if inspect.isclass(origin) and hasattr(origin, "keys"):
        return {}
    if origin is not None:
        return []
    if inspect.isclass(hint) and issubclass(hint, msgspec.Struct):
        return {
            item.name: _value(item.type, depth + 1)
            for item in msgspec.structs.fields(hint)
            if item.required
        }
    return "x"
