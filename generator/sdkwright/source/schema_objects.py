"""Finds the schemas in plain data, and those that have a name of their own.

JSON Schema lets a schema name itself, by `$anchor` or `$dynamicAnchor` (core, section 8.2.2). This
module only walks; what a name or a reference to it means is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.model import json_pointer

ANCHORS: Final = ("$anchor", "$dynamicAnchor")
"""The keywords by which a schema names itself."""

_DATA: Final = frozenset({"const", "default", "enum", "example", "examples"})
"""Keywords whose values are no schemas, whatever they look like."""

_NAMES: Final = frozenset(
    {"$defs", "definitions", "dependentSchemas", "patternProperties", "properties", "schemas"}
)
"""Keywords whose values are objects with names as keys."""


def is_resource(item: dict[str, Any]) -> bool:
    """Return whether a schema has an `$id`, whose fragment may only be empty (core, 8.2.1)."""
    name = item.get("$id")
    return isinstance(name, str) and not name.partition("#")[2] and name not in {"", "#"}


def below(item: Any, *, has_names: bool) -> Iterator[tuple[Any, Any, bool]]:
    """Yield the objects and lists in a value that can be or contain schemas.

    Args:
        item: An object or a list.
        has_names: Whether the keys of the object are names, not keywords.

    Returns:
        Each with its key or index, and with `has_names` of its own.
    """
    pairs = item.items() if isinstance(item, dict) else enumerate(item)
    for key, child in pairs:
        if isinstance(child, dict | list) and (has_names or key not in _DATA):
            is_map = not has_names and key in _NAMES and isinstance(child, dict)
            yield key, child, is_map


def objects(data: Any, pointer: str = "") -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield the objects that can be schemas, with their pointers and resources.

    A resource is the pointer of the schema with an `$id` around an object, itself included.
    """
    waiting: list[tuple[Any, str, str, bool]] = [(data, pointer, "", False)]
    while waiting:
        item, at, resource, has_names = waiting.pop()
        if not isinstance(item, dict | list):
            continue
        if isinstance(item, dict) and not has_names:
            resource = at if is_resource(item) else resource
            yield item, at, resource
        waiting += [
            (child, json_pointer.child(at, key), resource, is_map)
            for key, child, is_map in below(item, has_names=has_names)
        ]


def anchored(data: Any) -> dict[str, list[str]]:
    """Return the pointers of the schemas that name themselves, by name."""
    found: dict[str, list[str]] = {}
    for item, pointer, _ in objects(data):
        for keyword in ANCHORS:
            if isinstance(name := item.get(keyword), str):
                found.setdefault(name, []).append(pointer)
    return found
