"""Enums that contradict the type beside them."""

from __future__ import annotations

from typing import Any, Final

_SCALARS: Final = (str, int, float, bool)


def is_of_items(schema: dict[str, Any]) -> bool:
    """Return whether `enum` lists what the items of a list may be, and not what the list may be.

    No list is a text or a number, so that nothing would be valid.
    """
    values = _listed(schema)
    return bool(values) and _kinds(schema) == ["array"] and _are_scalars(values)


def items_with(schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return `items` with the enum of the list around it; None if it can't be said there."""
    items = schema.get("items", {})
    if not isinstance(items, dict) or items.keys() & {"$ref", "enum", "const"}:
        return None
    return {**items, "enum": _listed(schema)}


def is_of_another_type(schema: dict[str, Any]) -> bool:
    """Return whether none of the listed values has the type of its schema."""
    values, kinds = _listed(schema), _kinds(schema)
    if not values or not _are_scalars(values) or len(kinds) != 1 or kinds == ["array"]:
        return False
    return not any(_has_type(value, kinds[0]) for value in values)


def _listed(schema: dict[str, Any]) -> list[Any]:
    given = schema.get("enum")
    return [value for value in given if value is not None] if isinstance(given, list) else []


def _kinds(schema: dict[str, Any]) -> list[object]:
    given = schema.get("type")
    kinds = given if isinstance(given, list) else [given]
    return [kind for kind in kinds if kind is not None and kind != "null"]


def _are_scalars(values: list[Any]) -> bool:
    return all(isinstance(value, _SCALARS) for value in values)


def _has_type(value: object, kind: object) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            is_whole = isinstance(value, float) and value.is_integer()
            return is_whole or (isinstance(value, int) and not isinstance(value, bool))
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
    return kind != "object"  # what is no type is reported elsewhere
