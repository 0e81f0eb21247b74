"""Documents drift: mutations of what the API's document says that the server answers."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.faults.support.harness import document

Path = tuple[str | int, ...]

HUGE = (2**63, 10**40, -(10**400), 1e308, 5e-324)

OTHERS: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, "", "x", "daily", "2027-12-31", [], {}, [None], {"a": {}}, [[]]),
    *HUGE,
)


@dataclass(frozen=True)
class Mutation:
    """A body that is no longer as documented, and where.

    Attributes:
        body: The body.
        path: The place of the change, such as `$.data[0].name`.
        kind: What was done there.
        fits: Whether the document still allows it; None if that is a matter of opinion.
    """

    body: Any
    path: str
    kind: str
    fits: bool | None


def mutations(body: Any, schema: dict[str, Any]) -> st.SearchStrategy[Mutation]:
    """Change one place of a body, in one of all the ways that servers change."""
    places = list(_places(body))
    return st.builds(
        lambda path, kind, other: _mutate(body, schema, path, kind, other),
        st.sampled_from(places),
        st.sampled_from(("drop", "null", "replace", "add", "enum", "wrap", "deepen", "empty")),
        st.one_of(st.sampled_from(OTHERS), _json()),
    )


def _json() -> st.SearchStrategy[Any]:
    scalars = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=9),
    )
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=9), inner, max_size=3)
        ),
        max_leaves=6,
    )


def _places(value: Any, path: Path = ()) -> list[Path]:
    found = [path]
    if isinstance(value, dict):
        for key, item in value.items():
            found += _places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += _places(item, (*path, index))
    return found


def _mutate(body: Any, schema: dict[str, Any], path: Path, kind: str, other: Any) -> Mutation:
    changed = copy.deepcopy(body)
    if kind == "drop" and (not path or isinstance(path[-1], int)):
        kind = "null"
    if kind == "drop":
        del _at(changed, path[:-1])[path[-1]]
        required = _resolved(_schema_at(schema, path[:-1])).get("required", [])
        return Mutation(changed, _text(path), kind, path[-1] not in required)
    old = _at(changed, path)
    match kind:
        case "null":
            new = None
        case "replace":
            new = other
        case "add":
            new = {**old, "x_new": other} if isinstance(old, dict) else [other]
        case "enum":
            new = "fortnightly"
        case "wrap":
            new = [old]
        case "deepen":
            new = {"value": old}
        case _:
            new = type(old)() if isinstance(old, (dict, list, str)) else 0
    if path:
        _at(changed, path[:-1])[path[-1]] = new
    else:
        changed = new
    return Mutation(changed, _text(path), kind, fits(new, _schema_at(schema, path)))


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _text(path: Path) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "$" + "".join(steps)


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = document()["components"]["schemas"][
            schema["$ref"].rpartition("/")[2]
        ]
        return found
    return schema


def _schema_at(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    for step in path:
        schema = _resolved(schema)
        if isinstance(step, int):
            schema = schema["items"]
        else:
            schema = schema.get("properties", {}).get(step, {})
    return _resolved(schema)


DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def fits(value: Any, schema: dict[str, Any]) -> bool | None:
    """Say whether a schema allows a value; None: it depends on how numbers are read."""
    schema = _resolved(schema)
    types = schema.get("type")
    if types is None:
        return True
    types = [types] if isinstance(types, str) else types
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 2**53:
        return None if {"number", "integer"} & set(types) else False
    if not any(_has_type(value, name) for name in types):
        return False
    if isinstance(value, str) and schema.get("format") == "date-time":
        return bool(DATE_TIME.fullmatch(value))
    if isinstance(value, list):
        return _all(fits(item, schema.get("items", {})) for item in value)
    if isinstance(value, dict):
        if set(schema.get("required", [])) - set(value):
            return False
        known = schema.get("properties", {})
        return _all(fits(item, known.get(key, {})) for key, item in value.items())
    return True


def _all(parts: Any) -> bool | None:
    found = set(parts)
    if False in found:
        return False
    return None if None in found else True


def _has_type(value: Any, name: str) -> bool:
    match name:
        case "null":
            return value is None
        case "boolean":
            return isinstance(value, bool)
        case "string":
            return isinstance(value, str)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "integer":
            return not isinstance(value, bool) and (
                isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            )
        case _:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
