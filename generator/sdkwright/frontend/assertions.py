"""Assertions: what a value must keep to besides its type (JSON Schema validation, section 6).

They are read as data, which a client can check before it sends, and told to people as phrases that
are made of the same data. What gives a value its type is not among them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import reduce
from typing import Any, Final

from sdkwright.frontend import engine, keywords
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model import ir
from sdkwright.model.ecma_regex import python_pattern
from sdkwright.model.json_pointer import child

_LONGEST_PATTERN: Final = 80
"""Characters of a pattern, or of some values, that a reader could still make sense of."""

_DEEPEST: Final = 8
"""How far lists in lists, and choices in choices, are looked into."""

_LARGEST: Final = 2**53
"""Beyond this, a float no longer stands for one integer."""

_FORMATS: Final = {
    "duration": "a duration as in ISO 8601",
    "time": "a time as in RFC 3339",
}
"""Formats of text that stay text (docs/decisions/0010-formats.md), and that no name tells."""

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
"""The keywords of JSON Schema, and what `ir.Constraints` calls them."""

_GREATEST: Final = frozenset({"minimum", "exclusive_minimum"}) | {
    f"min_{what}" for what in ("length", "items", "properties")
}
"""Of which the greatest counts, where several hold; of others with a number it is the least."""


def constraints_of(context: Context, parts: Iterable[Part]) -> ir.Constraints:
    """Say what a value must keep to that several schemas hold together for.

    Args:
        context: Follows references.
        parts: The schemas. Of what is an object of known properties, only what stands outside of
            the object counts: the model has the rest.
    """
    return _together(_of_part(context, part, 0) for part in parts)


def of_model(schemas: Iterable[Schema]) -> ir.Constraints:
    """Say how many properties an object must have that several schemas make up."""
    own = _together(map(_own, schemas))
    return ir.Constraints(min_properties=own.min_properties, max_properties=own.max_properties)


def phrases_of(schema: Schema) -> tuple[str, ...]:
    """Give the limits of a schema as phrases, such as "at least 1"."""
    constraints = _own(schema)
    form = keywords.format_of(schema)
    is_text = DataType.STRING in keywords.kinds(schema)
    return (
        *_of_numbers(constraints),
        *([_FORMATS[form]] if form in _FORMATS and is_text else []),
        *_of_text(constraints),
        *_of_lists(constraints),
        *_of_values(schema),
    )


# Data


def _of_part(context: Context, part: Part, depth: int) -> ir.Constraints:
    schema, at = context.follow(part.item, Schema, part.at)
    if schema is None or depth > _DEEPEST:
        return ir.FREE
    # There may be many ways to a schema, and exponentially many through it.
    key = (part.at, at, depth)
    if key not in context.constraints:
        context.constraints[key] = _made_of(context, part, schema, at, depth)
    return context.constraints[key]


def _made_of(context: Context, part: Part, schema: Schema, at: str, depth: int) -> ir.Constraints:
    found = [_own(schema)]
    if found[0].patterns:
        _note_pattern(context, schema, at)
    if isinstance(part.item, Reference):
        found.append(_beside(part))
    if schema.allOf or schema.oneOf or schema.anyOf:  # most are made of no others
        found += [_of_part(context, inner, depth + 1) for inner in keywords.all_of(schema, at)]
        for group in keywords.choices(schema, at):
            found += _of_choice(context, group, depth)
    made = _together(found)
    if schema.items is not None:
        inner = Part(schema.items, child(at, "items"))
        made = replace(made, items=_inside(context, made.items, inner, depth))
    others = schema.additionalProperties
    if isinstance(others, Schema | Reference) and not schema.properties:
        inner = Part(others, child(at, "additionalProperties"))
        made = replace(made, values=_inside(context, made.values, inner, depth))
    if schema.properties and made is not ir.FREE:
        made = replace(made, min_properties=None, max_properties=None, values=None)
    return made


def _note_pattern(context: Context, schema: Schema, at: str) -> None:
    pattern, place = engine.text(schema.pattern), child(at, "pattern")
    if pattern and place not in context.noted and python_pattern(pattern) is None:
        context.noted.add(place)
        context.diagnostics.note(
            "unchecked-pattern",
            "the pattern is none, or means something else in Python, so requests are not checked "
            "for it",
            at=place,
        )


def _inside(
    context: Context, known: ir.Constraints | None, part: Part, depth: int
) -> ir.Constraints | None:
    found = _together([known or ir.FREE, _of_part(context, part, depth + 1)])
    return None if found == ir.FREE else found


def _of_choice(context: Context, group: list[Part], depth: int) -> Iterator[ir.Constraints]:
    """Give what variants must keep to, if each is of a kind of its own: of two texts, one may be
    longer than the other, and the value need be one of them only."""
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
    """Read what stands beside a `$ref` (OpenAPI 3.1)."""
    given = {key: value for key, value in engine.extras(part.item).items() if key in _KEYWORDS}
    made = engine.read(Schema, given, part.at) if given else None
    return _own(made) if isinstance(made, Schema) else ir.FREE


def _own(schema: Schema) -> ir.Constraints:
    """Read the keywords of one schema; what is no limit, such as `maxLength: 0.5`, is left out."""
    said = _KEYWORDS.keys() & schema.model_fields_set
    if not said:
        return ir.FREE  # as most do
    found: dict[str, Any] = {}
    for keyword in said:
        name, value = _KEYWORDS[keyword], getattr(schema, keyword)
        if keyword == "pattern":
            found[name] = (engine.text(value),) if engine.text(value) else ()
        elif keyword == "uniqueItems":
            found[name] = value is True
        elif value is not None and not isinstance(value, bool):
            found[name] = int(value) if _is_integer(value) else value
    return ir.Constraints(**found)


def _is_integer(value: float) -> bool:
    return float(value).is_integer() and abs(value) <= _LARGEST


def _together(several: Iterable[ir.Constraints]) -> ir.Constraints:
    """Give what holds where each of some holds: the narrowest."""
    return reduce(_both, several, ir.FREE)


def _both(one: ir.Constraints, other: ir.Constraints) -> ir.Constraints:
    if one is ir.FREE or other is ir.FREE:
        return other if one is ir.FREE else one
    made: dict[str, Any] = {}
    for entry in fields(ir.Constraints):
        left, right = getattr(one, entry.name), getattr(other, entry.name)
        if left is None or right is None:
            made[entry.name] = right if left is None else left
        elif isinstance(left, ir.Constraints):
            made[entry.name] = _both(left, right)
        elif isinstance(left, tuple):
            made[entry.name] = tuple(dict.fromkeys((*left, *right)))
        elif isinstance(left, bool):
            made[entry.name] = left or right
        elif entry.name == "multiple_of":
            made[entry.name] = left  # no number says both
        else:
            made[entry.name] = (max if entry.name in _GREATEST else min)(left, right)
    return ir.Constraints(**made)


# Phrases


def _of_numbers(constraints: ir.Constraints) -> Iterator[str]:
    for words, value in (
        ("at least", constraints.minimum),
        ("more than", constraints.exclusive_minimum),
        ("at most", constraints.maximum),
        ("less than", constraints.exclusive_maximum),
        ("a multiple of", constraints.multiple_of),
    ):
        if value is not None:
            yield f"{words} {value:.15g}"


def _of_text(constraints: ir.Constraints) -> Iterator[str]:
    yield from _of_size(constraints.min_length, constraints.max_length, "character", "characters")
    for pattern in constraints.patterns:
        if len(pattern) <= _LONGEST_PATTERN and "`" not in pattern:
            yield f"of the pattern `{pattern}`"


def _of_values(schema: Schema) -> Iterator[str]:
    """Name the values that no type can list, as far as there is room for them."""
    values = [f"`{json.dumps(value)}`" for value in keywords.values_of(schema)]
    written = ", ".join(values)
    if not keywords.has_values(schema) and 0 < len(written) <= _LONGEST_PATTERN:
        yield f"always {written}" if len(values) == 1 else f"one of {written}"


def _of_lists(constraints: ir.Constraints) -> Iterator[str]:
    yield from _of_size(constraints.min_items, constraints.max_items, "element", "elements")
    if constraints.unique_items:
        yield "no element twice"
    yield from _of_size(
        constraints.min_properties, constraints.max_properties, "property", "properties"
    )


def _of_size(least: int | None, most: int | None, one: str, several: str) -> Iterator[str]:
    if least == 1 and most is None:
        yield "not empty"
        return
    if least is not None and least == most:
        yield f"exactly {least} {one if least == 1 else several}"
        return
    if least:
        yield f"at least {least} {one if least == 1 else several}"
    if most is not None:
        yield f"at most {most} {one if most == 1 else several}"
