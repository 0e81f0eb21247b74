"""Keywords beside alternatives that only some of the alternatives are about.

`items` says nothing of a text, so beside `oneOf` of a list and a text it belongs to the list (JSON
Schema Validation 2020-12, section 6: keywords for another type have no effect). Without a type
beside it, the whole would be taken for a list.
"""

from __future__ import annotations

from typing import Any, Final

_CHOICES: Final = ("oneOf", "anyOf")
_OWN: Final[dict[str, frozenset[str]]] = {
    "array": frozenset(
        {"items", "prefixItems", "contains", "maxItems", "minItems", "uniqueItems"}
    ),
    "object": frozenset(
        {"properties", "patternProperties", "additionalProperties", "required", "maxProperties",
         "minProperties"}
    ),
}  # fmt: skip
"""Keywords by the type that they are about."""


def spread(schema: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the keywords to change so that each is in the alternatives it is about.

    Returns:
        What changes, and the keywords that the schema around the alternatives loses.
    """
    held = [key for key in _CHOICES if key in schema]
    alternatives = schema[held[0]] if len(held) == 1 else None
    if "type" in schema or not isinstance(alternatives, list):
        return {}, frozenset()
    kinds = [_kinds(one) for one in alternatives]
    if not all(kinds):
        return {}, frozenset()
    lost: set[str] = set()
    made = alternatives
    for kind, own in _OWN.items():
        words = own & schema.keys()
        if words and not all(kind in each for each in kinds):
            lost |= words
            moved = {key: schema[key] for key in schema if key in words}
            made = [
                _with(one, moved) if kind in each else one
                for one, each in zip(made, kinds, strict=True)
            ]
    return ({held[0]: made}, frozenset(lost)) if lost else ({}, frozenset())


def _kinds(schema: object) -> list[object]:
    """Return the types that a schema names itself."""
    given = schema.get("type") if isinstance(schema, dict) and "$ref" not in schema else None
    return given if isinstance(given, list) else [given] if isinstance(given, str) else []


def _with(schema: dict[str, Any], moved: dict[str, Any]) -> dict[str, Any]:
    if schema.keys().isdisjoint(moved):
        return {**schema, **moved}
    return {**schema, "allOf": [*schema.get("allOf", ()), moved]}
