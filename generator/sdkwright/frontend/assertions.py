"""Assertions: the constraints of a value besides its type (JSON Schema validation, section 6).

They are read as data, which is rendered as phrases for the documentation, and compared with those
of another version. Keywords that determine the type of a value are not among them.
`request_schemas` has what a client checks before it sends a request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import reduce
from typing import Any, Final

from sdkwright.frontend import engine, keywords
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model import exact, ir, limit_phrases
from sdkwright.model.ecma_regex import python_pattern
from sdkwright.model.formats import format_of
from sdkwright.model.json_pointer import child

_MAX_SHOWN: Final = 80
"""Maximum characters of a pattern, or of a list of values, that is shown in documentation."""

_MAX_DEPTH: Final = 8
"""Maximum depth of lists in lists, and choices in choices, that is searched for constraints."""

_KEYWORDS: Final[Mapping[str, str]] = {
    "minimum": "minimum",
    "exclusiveMinimum": "exclusive_minimum",
    "maximum": "maximum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "patterns",
    "minItems": "min_items",
    "maxItems": "max_items",
    "uniqueItems": "unique_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
"""The keywords of JSON Schema, and their names in `ir.Constraints`."""

_EXCLUSIVE: Final = {"exclusiveMaximum": "maximum", "exclusiveMinimum": "minimum"}
"""The keywords that are booleans in OpenAPI 3.0, and those that have their limit there."""

_UNCHECKED: Final = frozenset(
    {
        *("contains", "dependentRequired", "dependentSchemas", "else", "if", "maxContains"),
        *("minContains", "propertyNames", "then"),
    }
)
"""The keywords besides `not` that constrain a value and have no phrase in the documentation."""

_GREATEST: Final = frozenset({"minimum", "exclusive_minimum"}) | {
    f"min_{what}" for what in ("length", "items", "properties")
}
"""Constraints of which the greatest of several applies; for other numbers, the least does."""


def constraints_of(context: Context, parts: Iterable[Part]) -> ir.Constraints:
    """Return the constraints of a value that all of several schemas apply to.

    Args:
        context: Resolves references.
        parts: The schemas. For an object with known properties, only constraints outside of the
            object are returned: the model has the others.
    """
    return _together(_of_part(context, part, 0) for part in parts)


def of_model(schemas: Iterable[Schema]) -> ir.Constraints:
    """Return the constraints of an object as a whole, given the schemas that it is merged from."""
    own = _together(map(_own, schemas))
    return ir.Constraints(
        min_properties=own.min_properties, max_properties=own.max_properties, others=own.others
    )


def _of_format(schema: Schema) -> Iterator[str]:
    if DataType.STRING in keywords.kinds(schema):
        row = format_of(ir.Primitive("string", keywords.format_of(schema)))
        if row.explanation:
            yield row.explanation


def phrases_of(schema: Schema) -> tuple[str, ...]:
    """Return the limits of a schema as phrases, such as "at least 1"."""
    constraints = _own(schema)
    return (
        *limit_phrases.of_numbers(constraints),
        *_of_format(schema),
        *_of_text(constraints),
        *limit_phrases.of_lists(constraints),
        *_of_values(constraints),
    )


# Data


def _of_part(context: Context, part: Part, depth: int) -> ir.Constraints:
    schema, at = context.follow(part.item, Schema, part.at)
    if schema is None or depth > _MAX_DEPTH:
        return ir.FREE
    # A schema can be reached by many paths, and exponentially many lead through it.
    key = (part.at, at, depth)
    if key not in context.constraints:
        context.constraints[key] = _constraints(context, part, schema, at, depth)
    return context.constraints[key]


def _constraints(
    context: Context, part: Part, schema: Schema, at: str, depth: int
) -> ir.Constraints:
    found = [_own(schema)]
    if found[0].patterns:
        _note_pattern(context, schema, at)
    if isinstance(part.item, Reference):
        found.append(_beside(part))
    if schema.allOf or schema.oneOf or schema.anyOf:  # most schemas are not composed of others
        found += [_of_part(context, inner, depth + 1) for inner in keywords.all_of(schema, at)]
        for group in keywords.choices(schema, at):
            found += _of_choice(context, group, depth)
    result = _together(found)
    if schema.items is not None:
        inner = Part(schema.items, child(at, "items"))
        result = replace(result, items=_inside(context, result.items, inner, depth))
    others = schema.additionalProperties
    if isinstance(others, Schema | Reference) and not schema.properties:
        inner = Part(others, child(at, "additionalProperties"))
        result = replace(result, values=_inside(context, result.values, inner, depth))
    if schema.properties and result is not ir.FREE:
        result = replace(result, min_properties=None, max_properties=None, values=None, others=())
    return result


def _note_pattern(context: Context, schema: Schema, at: str) -> None:
    pattern, place = engine.text(schema.pattern), child(at, "pattern")
    if pattern and place not in context.noted and python_pattern(pattern) is None:
        context.noted.add(place)
        context.diagnostics.note(
            "unchecked-pattern",
            "the pattern is invalid or has another meaning in Python; requests are not checked "
            "against it",
            at=place,
        )


def _inside(
    context: Context, known: ir.Constraints | None, part: Part, depth: int
) -> ir.Constraints | None:
    found = _together([known or ir.FREE, _of_part(context, part, depth + 1)])
    return None if found == ir.FREE else found


def _of_choice(context: Context, group: list[Part], depth: int) -> Iterator[ir.Constraints]:
    """Yield the constraints of the variants, if each variant has a different type.

    Of two texts, one may allow more than the other, and the value need satisfy only one of them.
    """
    found: dict[DataType, ir.Constraints] = {}
    for part in group:
        schema, _ = context.follow(part.item, Schema, part.at)
        kinds = [] if schema is None else keywords.kinds(schema)
        kind = DataType.NUMBER if kinds == [DataType.INTEGER] else next(iter(kinds), None)
        if len(kinds) != 1 or kind is None or kind in found:
            return
        found[kind] = _of_part(context, part, depth + 1)
    yield from found.values()


def _beside(part: Part) -> ir.Constraints:
    """Return the constraints beside a `$ref` (OpenAPI 3.1)."""
    constraints = {
        key: value
        for key, value in engine.extras(part.item).items()
        if key in _KEYWORDS or key == exact.KEY
    }
    result = engine.read(Schema, constraints, part.at) if constraints else None
    return _own(result) if isinstance(result, Schema) else ir.FREE


def _own(schema: Schema) -> ir.Constraints:
    """Return the constraints of one schema; a keyword whose value is no limit is ignored."""
    present = _KEYWORDS.keys() & schema.model_fields_set
    values, others = keywords.values_of(schema), tuple(_unchecked(schema))
    if not present and not values and not others:
        return ir.FREE  # the most frequent case
    found: dict[str, Any] = {"others": others}
    if values and not keywords.has_values(schema):
        found["among"] = tuple(map(engine.json_text, values))
    for keyword in present:
        name, value = _KEYWORDS[keyword], getattr(schema, keyword)
        if keyword == "pattern":
            found[name] = (engine.text(value),) if engine.text(value) else ()
        elif keyword == "uniqueItems":
            found[name] = value is True
        elif value is not None and not isinstance(value, bool):
            found[name] = _exact(schema, keyword, value)
    return ir.Constraints(**found)


def _exact(schema: Schema, keyword: str, value: float) -> float:
    """Return a limit, which the engine has rounded to a float, as it is in the document."""
    if isinstance(value, int):
        return value
    if abs(value) >= exact.LARGEST_FLOAT:
        limits = engine.extras(schema).get(exact.KEY, {})
        for written in (limits.get(keyword), limits.get(_EXCLUSIVE.get(keyword))):
            if written is not None and float(written) == value:
                return int(written)
    return int(value) if value.is_integer() else value


def _unchecked(schema: Schema) -> Iterator[str]:
    """Yield the keywords that have no phrase, with their values."""
    if schema.schema_not is not None:
        denied = schema.schema_not.model_dump(by_alias=True, exclude_unset=True, mode="json")
        yield f"not: {engine.json_text(denied)}"
    extras = engine.extras(schema)
    for keyword in sorted(_UNCHECKED & extras.keys()):
        yield f"{keyword}: {engine.json_text(extras[keyword])}"


def _together(several: Iterable[ir.Constraints]) -> ir.Constraints:
    """Return the narrowest constraints that satisfy all of several."""
    return reduce(_both, several, ir.FREE)


def _both(one: ir.Constraints, other: ir.Constraints) -> ir.Constraints:
    if one is ir.FREE or other is ir.FREE:
        return other if one is ir.FREE else one
    result: dict[str, Any] = {}
    for entry in fields(ir.Constraints):
        left, right = getattr(one, entry.name), getattr(other, entry.name)
        if left is None or right is None:
            result[entry.name] = right if left is None else left
        elif isinstance(left, ir.Constraints):
            result[entry.name] = _both(left, right)
        elif entry.name == "among":
            result[entry.name] = tuple(value for value in left if value in right)
        elif isinstance(left, tuple):
            result[entry.name] = tuple(dict.fromkeys((*left, *right)))
        elif isinstance(left, bool):
            result[entry.name] = left or right
        elif entry.name == "multiple_of":
            result[entry.name] = left  # no single number expresses both
        else:
            result[entry.name] = (max if entry.name in _GREATEST else min)(left, right)
    return ir.Constraints(**result)


# Phrases


def _of_text(constraints: ir.Constraints) -> Iterator[str]:
    yield from limit_phrases.of_length(constraints)
    for pattern in constraints.patterns:
        if len(pattern) <= _MAX_SHOWN and "`" not in pattern:
            yield limit_phrases.of_pattern(pattern)


def _of_values(constraints: ir.Constraints) -> Iterator[str]:
    """Yield a phrase for values that no type can list, if it is short enough."""
    if constraints.among:
        phrase = limit_phrases.of_values(constraints.among)
        if len(phrase) <= _MAX_SHOWN:
            yield phrase
