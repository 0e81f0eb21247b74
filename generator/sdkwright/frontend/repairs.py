"""Repairs of objects that the engine rejects, unless they affect what is sent or received.

The engine reads an operation as a whole: a tag that is not a list, or an example in the wrong
place, would drop the operation. Invalid documentation is ignored with a warning; an invalid keyword
of a schema makes the type looser; a number in place of text becomes text. Whatever affects requests
is never guessed: that is up to the author of the document.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sdkwright.frontend.engine import Violation
from sdkwright.model.json_pointer import steps

Code: TypeAlias = Literal["", "ignored-fault", "weak-type", "missing-description", "read-as-text"]
"""The code of the diagnostic; "" for what is valid but unknown to the engine: no diagnostic."""

_TEXTS: Final = frozenset({"description", "operationId", "summary", "title"})
_DOCUMENTATION: Final = frozenset(
    {"allowEmptyValue", "callbacks", "deprecated", "example", "examples", "externalDocs", "headers",
     "links", "tags", "xml", *_TEXTS}
)  # fmt: skip
"""Keys that can be removed without changing anything else."""

_KEYWORDS: Final = frozenset(
    {"additionalProperties", "const", "default", "discriminator", "enum", "exclusiveMaximum",
     "exclusiveMinimum", "format", "items", "maxItems", "maxLength", "maxProperties", "maximum",
     "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "nullable",
     "pattern", "prefixItems", "readOnly", "required", "type", "uniqueItems", "writeOnly"}
)  # fmt: skip
"""Keys that can be removed, which makes the type looser."""

_NAMED: Final = frozenset({"properties", "patternProperties", "$defs", "schemas"})
"""The keys of objects whose own keys are names, and may look like any keyword."""

_SCHEMA_PLACES: Final = frozenset({"schema", "items", "additionalProperties", "not"})
_EMPTY: Final[dict[str, dict[str, Any]]] = {
    "responses": {"description": ""},
    "content": {},
    "encoding": {},
    "properties": {},
}
"""The value to assume for a key without one, by the key of the object around it."""


_MAPS: Final = frozenset(
    {"callbacks", "content", "encoding", "headers", "links", "mapping", "patternProperties",
     "properties", "responses", "variables"}
)  # fmt: skip
"""Keys whose values are maps of any names. Some languages write an empty one as `[]`."""

_COMBINATIONS: Final = frozenset({"allOf", "anyOf", "oneOf"})
_COLLECTIONS: Final = frozenset({"examples", "headers", "links", "tags"})
"""Keys of which only the invalid part is removed."""

_LOCATIONS: Final = frozenset({"query", "header", "path", "cookie"})
_COMPONENTS: Final = ["components", "schemas"]
_LISTS: Final = frozenset({"enum", "required"})
_GAP: Final = object()

_Report: TypeAlias = tuple[Code, str]


@dataclass(frozen=True, slots=True)
class Repair:
    """What was repaired, at which JSON pointer."""

    code: Code
    message: str
    pointer: str


def repair(
    value: object, violations: Sequence[Violation], at: str
) -> tuple[object, list[Repair]] | None:
    """Repair an object, so that the engine can try again.

    Args:
        value: The object, as plain data; it is not changed.
        violations: Why the engine cannot read it.
        at: Its JSON pointer.

    Returns:
        The object with all violations repaired, and what was done; None if one cannot be repaired.
    """
    if value is None and [*steps(at)[:-1]] == _COMPONENTS:
        return {}, [Repair("ignored-fault", "the schema has no value; it is read as empty", at)]
    repaired = copy.deepcopy(value)
    done: dict[str, Repair] = {}
    for violation in violations:
        if violation.pointer in done:
            continue  # each member of the engine's unions reports a violation
        path = steps(violation.pointer)[len(steps(at)) :]
        found = (
            _complete(repaired, path, violation)
            or _empty(repaired, path)
            or _replace(repaired, path)
            or _remove_invalid(repaired, path)
        )
        if found is None:
            return None
        done[violation.pointer] = Repair(*found, violation.pointer)
    return _without_gaps(repaired), list(done.values())


def _complete(root: object, path: Sequence[str], violation: Violation) -> _Report | None:
    """Add a missing key whose value may be empty."""
    child = _value_at(root, path)
    match violation.missing, child:
        case "description", dict():
            child["description"] = ""
            return "missing-description", "the response has no `description`"
        case "content", dict():
            child["content"] = {}
            return "ignored-fault", "the request body has no `content`; no body is sent"
    return None


def _empty(root: object, path: Sequence[str]) -> _Report | None:
    """Replace what has no value, or is an empty list in place of an empty object."""
    above, key = path[:-1], path[-1] if path else ""
    parent, where = _value_at(root, above), above[-1] if above else ""
    if where == "allOf" and isinstance(parent, list) and parent[int(key)] is None:
        parent[int(key)] = {}
        return "ignored-fault", "an item of `allOf` has no value; it is read as empty"
    if not isinstance(parent, dict) or key not in parent:
        return None
    match parent[key]:
        case [] if key in _MAPS and where not in _NAMED:
            parent[key] = {}
            return "ignored-fault", f"`{key}` is an empty list; it is read as an empty object"
        case None if where in _EMPTY:
            parent[key] = dict(_EMPTY[where])
        case None if key == "content" and where not in _NAMED:
            parent[key] = {}
        case None if where.isdecimal() and "security" in above[-2:-1]:
            parent[key] = []
        case _:
            return None
    return "ignored-fault", f"`{key}` has no value; it is read as empty"


def _replace(root: object, path: Sequence[str]) -> _Report | None:
    """Replace a value that can only mean one thing."""
    if not path:
        return None
    parent, key, where = _value_at(root, path[:-1]), path[-1], path[-2] if len(path) > 1 else ""
    if not isinstance(parent, dict):
        return None
    child = parent[key]
    is_schema = where in _NAMED or key in _SCHEMA_PLACES
    match child:
        case bool() if is_schema:
            parent[key] = {}
            if child:
                return "", "`true` allows any value (JSON Schema 2020-12, section 4.3.2)"
            return "weak-type", f"`{key}` is `false`, which allows no value; typed as `Any`"
        case dict() if key in _COMBINATIONS and where not in _NAMED:
            parent[key] = [child]
            return "ignored-fault", f"`{key}` is an object; it is read as a list of one item"
        case str() if key == "in" and where not in _NAMED and child.lower() in _LOCATIONS:
            parent[key] = child.lower()
            return "ignored-fault", f"`{child}` is read as `{child.lower()}`"
        case str() if key == "tags":
            parent[key] = [child]
            return "read-as-text", f"`{key}` is a string; it is read as a list of one item"
        case int() | float() if key in _TEXTS:
            parent[key] = str(child)
            return "read-as-text", f"`{key}` is a number; it is read as a string"
    return None


def _remove_invalid(root: object, path: Sequence[str]) -> _Report | None:
    """Remove the invalid part, if nothing depends on it."""
    for index, key in enumerate(path):
        if key in _DOCUMENTATION and not (index and path[index - 1] in _NAMED):
            part = path[: index + (2 if key in _COLLECTIONS else 1)]
            _remove(root, part)
            return "ignored-fault", f"`{'/'.join(part[index:])}` is invalid and is ignored"
    *above, key = path or [""]
    is_name = bool(above) and above[-1] in _NAMED
    if key in _KEYWORDS and not is_name:
        _remove(root, path)
        return "weak-type", f"`{key}` is invalid and is ignored; the type is less precise"
    if is_name or not above:
        return None
    if above[-1] == "parameters" and _value_at(root, path) is None:
        _remove(root, path)
        return "ignored-fault", "an item of `parameters` has no value and is ignored"
    if above[-1] in _LISTS and isinstance(_value_at(root, above), list):
        _remove(root, path)
        return "weak-type", f"an item of `{above[-1]}` is invalid and is ignored"
    return None


def _value_at(root: object, path: Sequence[str]) -> Any:
    value: Any = root
    for step in path:
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            case _:
                return None
    return value


def _remove(root: object, path: Sequence[str]) -> None:
    match _value_at(root, path[:-1]):
        case dict() as parent:
            parent.pop(path[-1], None)
        case list() as parent if path[-1].isdecimal():
            parent[int(path[-1])] = _GAP  # the other elements keep their indexes until all is done


def _without_gaps(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_gaps(item) for key, item in value.items()}
        case list():
            return [_without_gaps(item) for item in value if item is not _GAP]
    return value
