"""What an installed SDK offers, read from the inside: run as a program, it prints JSON.

It runs in the environment of the SDK, so it imports nothing but the standard library, and what it
asks of a class is what both SDKs can answer: pydantic's models in one, msgspec's in the other.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import json
import re
import sys
import textwrap
import typing
from collections.abc import Iterator
from typing import Any

PACKAGES = ("components", "operations", "errors")
_NAMED = re.compile(r"\b(?:components|operations|errors)\.(\w+)")


def surface(module: str) -> dict[str, Any]:
    """Give all that callers can name."""
    package = importlib.import_module(module)
    client_class = package.OpenRouter
    return {
        "client": signature(client_class.__init__),
        "exports": sorted(exports(package)),
        "resources": dict(resources(client_class(api_key="sk-test"), "")),
        "classes": {
            f"{name}.{item}": class_
            for name in PACKAGES
            for item, class_ in classes(importlib.import_module(f"{module}.{name}"))
        },
    }


def exports(package: Any) -> Iterator[str]:
    for name in getattr(package, "__all__", None) or dir(package):
        value = getattr(package, name, None)
        is_own = getattr(value, "__module__", package.__name__).startswith(package.__name__)
        if not name.startswith("_") and is_own and not inspect.ismodule(value):
            yield name
    for name in (*PACKAGES, "types", "utils"):
        yield name


def resources(holder: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the resources of a client, or of another resource, and theirs."""
    for name in vars(type(holder)).get("__annotations__", {}):
        if name.startswith("_"):
            continue
        inner = getattr(holder, name, None)
        if inner is None or not type(inner).__module__.startswith(type(holder).__module__[:6]):
            continue
        own = f"{path}.{name}" if path else name
        yield own, {
            "class": type(inner).__name__,
            "module": type(inner).__module__,
            "methods": dict(methods(type(inner))),
        }
        yield from resources(inner, own)


def methods(kind: type) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if not inspect.isfunction(value) or name.startswith("_"):
            continue
        if not value.__module__.endswith(("basesdk", ".client")):
            yield name, {
                "async": inspect.iscoroutinefunction(value),
                "parameters": signature(value),
                "returns": returned(value),
            }


def signature(function: Any) -> list[dict[str, Any]]:
    return [
        {
            "name": item.name,
            "kind": item.kind.name.lower(),
            "required": item.default is item.empty,
            "default": None if item.default is item.empty else plain(item.default),
        }
        for item in inspect.signature(function).parameters.values()
        if item.name != "self"
    ] + [
        {"name": name, "kind": "keyword_only", "required": False, "default": "None"}
        for item in inspect.signature(function).parameters.values()
        if item.kind is item.VAR_KEYWORD
        for name in ("retries", "server_url", "timeout_ms", "http_headers")
    ]


def plain(value: object) -> str:
    text = repr(value)
    return "UNSET" if "UNSET" in text.upper() else text


def returned(function: Any) -> list[str]:
    """Give the classes in the annotation of what is returned, as they are written."""
    (made,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    written = getattr(made, "returns", None)
    return sorted({*_NAMED.findall(ast.unparse(written))}) if written else []


def classes(package: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in sorted(package.__all__):
        value = getattr(package, name)
        module = getattr(package, "_dynamic_imports", {}).get(name, "")
        yield name, {
            "kind": kind_of(value),
            "values": len(typing.get_args(value)) if kind_of(value) == "enum" else 0,
            "module": module.lstrip("."),
            "fields": dict(fields(value)),
        }


def kind_of(value: Any) -> str:
    if typing.is_typeddict(value) or type(value).__name__ == "_TypedDictMeta":
        return "typed_dict"
    if not inspect.isclass(value):
        return "enum" if "Literal[" in repr(value) and "Union" not in repr(value)[:13] else "union"
    if issubclass(value, BaseException):
        return "exception"
    if issubclass(value, enum.Enum):
        return "enum"
    return "model" if [*fields(value)] or hasattr(value, "model_dump") else "class"


def fields(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if hasattr(value, "__struct_fields__"):
        import msgspec  # noqa: PLC0415  the other SDK's environment has none

        for item in msgspec.structs.fields(value):
            yield item.name, {"required": item.required, "wire": item.encode_name}
    elif inspect.isclass(value) and hasattr(value, "model_fields"):
        for name, item in value.model_fields.items():
            yield name, {"required": item.is_required(), "wire": item.alias or name}


if __name__ == "__main__":
    sys.path[:0] = sys.argv[1:]
    json.dump(surface("openrouter"), sys.stdout)
