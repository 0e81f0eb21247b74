"""Judges plain values by JSON Schema, draft 2020-12, as far as generated code carries it.

Formats and contents of text are annotations there (validation, sections 7 and 8) and not judged.
References are keys of one table; generated code has resolved them.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from .json.plain import spelled
from .json.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    Schema: TypeAlias = "Mapping[str, Any]"
    AnySchema: TypeAlias = "Schema | bool"

LONGEST_SEARCHED: Final = 10_000
"""Maximum characters of a text that is searched for a pattern.

The time can grow faster than the text; longer ones are left to the server.
"""

_NAMES: Final[Mapping[type, str]] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


class Problem(NamedTuple):
    """A place at which a value does not match.

    Attributes:
        place: The place, such as `$.name`.
        text: The problem, without the value.
        reason: "type" if the value is of another type, "value" if it is none of the constants: it
            is probably meant for another variant. "" otherwise.
    """

    place: str
    text: str
    reason: Literal["type", "value", ""] = ""


class Outcome:
    """What a schema says of a value.

    Attributes:
        problems: Why the value does not match; empty if it does.
        names: The properties that were looked at, for `unevaluatedProperties`.
        indexes: The elements that were looked at, for `unevaluatedItems`.
    """

    __slots__ = ("indexes", "names", "problems")

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = [*problems]
        self.names: set[str] = set()
        self.indexes: set[int] = set()

    def add(self, other: Outcome) -> None:
        """Add the outcome of another schema that the same value must match."""
        self.problems += other.problems
        self.see(other)

    def see(self, other: Outcome) -> None:
        """Add what another schema looked at, if the value matches it."""
        if not other.problems:
            self.names |= other.names
            self.indexes |= other.indexes


class Judge:
    """Judges one tree of values.

    Args:
        schemas: The schemas that `$ref` refers to.
        texts: The places of the scalars that are sent as text, so that a number is one where text
            is allowed.
    """

    def __init__(self, schemas: Mapping[str, Schema], texts: Container[str] = ()) -> None:
        self._schemas = schemas
        self._texts = texts
        # A value is judged once by each schema: each of nested choices would judge it again.
        self._known: dict[tuple[int, str], Outcome] = {}

    def judge(self, schema: Schema, value: Any, place: str) -> Outcome:
        """Judge a value by a schema."""
        key = id(schema), place
        if key not in self._known:
            self._known[key] = Outcome()  # while it is judged: a reference may lead back to itself
            self._known[key] = self._judge(schema, value, place)
        return self._known[key]

    def _judge(self, schema: Schema, value: Any, place: str) -> Outcome:
        if place in self._texts and _is_text_only(schema, value):
            value = spelled(value)
        found = Outcome(_of_value(schema, value, place))
        if found.problems and found.problems[0].reason:
            return found
        if is_object(value):
            self._object(schema, value, place, found)
        elif is_array(value):
            self._array(schema, value, place, found)
        self._combined(schema, value, place, found)
        if is_object(value) and "unevaluatedProperties" in schema:
            rest = [name for name in value if name not in found.names]
            self._properties(schema["unevaluatedProperties"], rest, value, place, found)
        if is_array(value) and "unevaluatedItems" in schema:
            left = [index for index in range(len(value)) if index not in found.indexes]
            self._items(schema["unevaluatedItems"], left, value, place, found)
        return found

    # Objects and lists

    def _object(self, schema: Schema, value: dict[str, Any], place: str, found: Outcome) -> None:
        found.problems += _missing(schema, value, place)
        for name in value if "propertyNames" in schema else ():
            if self.judge(schema["propertyNames"], name, f"{place}.{name} (name)").problems:
                found.problems.append(Problem(f"{place}.{name}", "has a name that is not allowed"))
        own = schema.get("properties", {})
        for name, inner in own.items():
            if name in value:
                self._properties(inner, (name,), value, place, found)
        known = {*own}
        for pattern, inner in schema.get("patternProperties", {}).items():
            names = [name for name in value if compiled(pattern).search(name)]
            known.update(names)
            self._properties(inner, names, value, place, found)
        if "additionalProperties" in schema:
            rest = [name for name in value if name not in known]
            self._properties(schema["additionalProperties"], rest, value, place, found)
        for name, inner in schema.get("dependentSchemas", {}).items():
            if name in value:
                found.add(self.judge(inner, value, place))

    def _properties(
        self,
        schema: AnySchema,
        names: Iterable[str],
        value: dict[str, Any],
        place: str,
        found: Outcome,
    ) -> None:
        for name in names:
            found.names.add(name)
            found.problems += self._part(schema, value[name], f"{place}.{name}")

    def _part(self, schema: AnySchema, value: Any, place: str) -> Iterable[Problem]:
        if isinstance(schema, bool):
            return () if schema else (Problem(place, "not allowed"),)
        return self.judge(schema, value, place).problems

    def _array(self, schema: Schema, value: list[Any], place: str, found: Outcome) -> None:
        first: list[Schema] = schema.get("prefixItems", [])
        for index, inner in enumerate(first[: len(value)]):
            self._items(inner, (index,), value, place, found)
        if "items" in schema:
            self._items(schema["items"], range(len(first), len(value)), value, place, found)
        if "contains" not in schema:
            return
        matching = [
            index
            for index, item in enumerate(value)
            if not self.judge(schema["contains"], item, f"{place}[{index}]").problems
        ]
        found.indexes.update(matching)
        least, most = schema.get("minContains", 1), schema.get("maxContains")
        if len(matching) < least:
            what = counted(least, "element")
            found.problems.append(Problem(place, f"must contain at least {what} of a kind"))
        if most is not None and len(matching) > most:
            what = counted(most, "element")
            found.problems.append(Problem(place, f"must contain at most {what} of a kind"))

    def _items(
        self,
        schema: AnySchema,
        indexes: Iterable[int],
        value: list[Any],
        place: str,
        found: Outcome,
    ) -> None:
        for index in indexes:
            found.indexes.add(index)
            found.problems += self._part(schema, value[index], f"{place}[{index}]")

    # Schemas for the same value

    def _combined(self, schema: Schema, value: Any, place: str, found: Outcome) -> None:
        if "$ref" in schema:
            found.add(self.judge(self._schemas[schema["$ref"]], value, place))
        for inner in schema.get("allOf", ()):
            found.add(self.judge(inner, value, place))
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                outcomes = [self.judge(inner, value, place) for inner in schema[keyword]]
                for outcome in outcomes:
                    found.see(outcome)
                found.problems += _of_choice(keyword, outcomes, place)
        if "not" in schema and not self.judge(schema["not"], value, place).problems:
            found.problems.append(Problem(place, "not allowed"))
        if "if" in schema:
            condition = self.judge(schema["if"], value, place)
            found.see(condition)
            branch = "else" if condition.problems else "then"
            if branch in schema:
                found.add(self.judge(schema[branch], value, place))


def _of_choice(keyword: str, outcomes: list[Outcome], place: str) -> list[Problem]:
    matching = sum(not outcome.problems for outcome in outcomes)
    if matching == 1 or (matching and keyword == "anyOf"):
        return []
    if matching:
        return [Problem(place, "matches several variants, of which only one may match")]

    def distance(outcome: Outcome) -> tuple[bool, int, int]:
        problems = outcome.problems
        is_other = any(item.reason and item.place == place for item in problems)
        return is_other, sum(item.reason == "value" for item in problems), len(problems)

    nearest = min(outcomes, key=distance)
    if len(outcomes) > 1 and distance(nearest)[0]:
        return [Problem(place, "it matches none of the variants", "type")]
    return nearest.problems


# Keywords that look at nothing but the value


def _missing(schema: Schema, value: dict[str, Any], place: str) -> Iterator[Problem]:
    for name in schema.get("required", ()):
        if name not in value:
            yield Problem(f"{place}.{name}", "missing")
    for name, others in schema.get("dependentRequired", {}).items():
        for other in others if name in value else ():
            if other not in value:
                yield Problem(f"{place}.{other}", f"missing, but required beside {name}")


def _of_value(schema: Schema, value: Any, place: str) -> Iterator[Problem]:
    if "type" in schema and not _is_of(schema["type"], value):
        allowed = " or ".join(_listed(schema["type"]))
        yield Problem(place, f"expected {allowed}, got {_NAMES[type(value)]}", "type")
        return
    if "const" in schema and comparable(value) != comparable(schema["const"]):
        yield Problem(place, "not one of the known values", "value")
        return
    if "enum" in schema and comparable(value) not in map(comparable, schema["enum"]):
        yield Problem(place, "not one of the known values", "value")
        return
    for text in _of_kind(schema, value):
        yield Problem(place, text)


def _of_kind(schema: Schema, value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return _of_text(schema, value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return _of_number(schema, value)
    if is_array(value):
        return _of_array(schema, value)
    return _of_object(schema, value) if is_object(value) else ()


def _listed(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


def _is_of(kinds: str | list[str], value: Any) -> bool:
    name = _NAMES[type(value)]
    allowed = _listed(kinds)
    if name in allowed:
        return True
    if name == "integer":
        return "number" in allowed
    # 1.0 is an integer too (JSON Schema, section 4.2.3).
    return name == "number" and "integer" in allowed and value == value // 1


def _is_text_only(schema: Schema, value: Any) -> bool:
    kinds = schema.get("type")
    is_scalar = isinstance(value, (bool, int, float, Decimal))
    return (
        is_scalar and kinds is not None and "string" in _listed(kinds) and not _is_of(kinds, value)
    )


def _of_number(schema: Schema, value: float | Decimal) -> Iterator[str]:
    if "minimum" in schema and value < schema["minimum"]:
        yield f"must be at least {schema['minimum']}"
    if "exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]:
        yield f"must be more than {schema['exclusiveMinimum']}"
    if "maximum" in schema and value > schema["maximum"]:
        yield f"must be at most {schema['maximum']}"
    if "exclusiveMaximum" in schema and value >= schema["exclusiveMaximum"]:
        yield f"must be less than {schema['exclusiveMaximum']}"
    # As fractions: as floats, 0.3 is not a multiple of 0.1.
    step = schema.get("multipleOf")
    if step is not None and Fraction(str(value)) % Fraction(str(step)):
        yield f"must be a multiple of {step}"


def _of_text(schema: Schema, value: str) -> Iterator[str]:
    yield from _of_count(schema, len(value), "Length", "character")
    pattern = schema.get("pattern")
    is_searched = pattern is not None and len(value) <= LONGEST_SEARCHED
    if is_searched and not compiled(pattern).search(value):
        yield f"must match the pattern {pattern}"


def _of_array(schema: Schema, value: list[Any]) -> Iterator[str]:
    yield from _of_count(schema, len(value), "Items", "element")
    if schema.get("uniqueItems") and len({*map(comparable, value)}) < len(value):
        yield "must not contain duplicates"


def _of_object(schema: Schema, value: dict[str, Any]) -> Iterator[str]:
    yield from _of_count(schema, len(value), "Properties", "property")


def _of_count(schema: Schema, count: int, what: str, unit: str) -> Iterator[str]:
    least, most = schema.get(f"min{what}"), schema.get(f"max{what}")
    if least is not None and count < least:
        yield f"must have at least {counted(least, unit)}"
    if most is not None and count > most:
        yield f"must have at most {counted(most, unit)}"


def counted(count: int, what: str) -> str:
    """Return a number of things in words."""
    several = "properties" if what == "property" else f"{what}s"
    return f"{count} {what if count == 1 else several}"


def comparable(value: Any) -> Any:
    """Return a key that is equal for equal JSON values: 1 equals 1.0, but not true."""
    if is_object(value):
        return frozenset((name, comparable(item)) for name, item in value.items())
    if is_array(value):
        return tuple(comparable(item) for item in value)
    return isinstance(value, bool), value


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that generated code has translated from ECMA-262."""
    return re.compile(pattern, re.ASCII)
