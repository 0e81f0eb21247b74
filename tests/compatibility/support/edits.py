"""Changes of a document: what somebody does to it in an editor.

A place is named by the keys that lead to it, with spaces between them. In a list, a key is the
`name` of an item, or the item itself; `+` is the place after the last one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Edit: TypeAlias = Callable[[dict[str, Any]], None]
"""Changes a document in place."""


def put(place: str, value: object) -> Edit:
    """Add a value, or put it in the place of another."""

    def edit(document: dict[str, Any]) -> None:
        parent, key = _find(document, place)
        if key == "+":
            parent.append(value)
        else:
            parent[_key(parent, key)] = value

    return edit


def drop(place: str) -> Edit:
    """Remove what is there."""

    def edit(document: dict[str, Any]) -> None:
        parent, key = _find(document, place)
        del parent[_key(parent, key)]

    return edit


def rename(place: str, new: str) -> Edit:
    """Give a value another key, in the same position."""

    def edit(document: dict[str, Any]) -> None:
        parent, key = _find(document, place)
        items = [(new if name == key else name, value) for name, value in parent.items()]
        assert key in parent, place
        parent.clear()
        parent.update(items)

    return edit


def refer(old: str, new: str) -> Edit:
    """Let all references to a component lead to another."""

    def edit(document: dict[str, Any]) -> None:
        for value in _objects(document):
            if value.get("$ref") == f"#/components/{old}":
                value["$ref"] = f"#/components/{new}"

    return edit


def _find(document: dict[str, Any], place: str) -> tuple[Any, str]:
    *steps, last = place.split()
    value: Any = document
    for step in steps:
        value = value[_key(value, step)]
    return value, last


def _key(parent: Any, key: str) -> Any:
    if isinstance(parent, dict):
        return key
    (index,) = (
        number
        for number, item in enumerate(parent)
        if item == key or (isinstance(item, dict) and item.get("name") == key)
    )
    return index


def _objects(value: object) -> list[dict[str, Any]]:
    match value:
        case dict():
            return [value, *(found for item in value.values() for found in _objects(item))]
        case list():
            return [found for item in value for found in _objects(item)]
    return []
