"""Limits: what a value must keep to, in words (JSON Schema validation, section 6).

They are for people: the server checks them. What gives a value its type is not among them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from generator.frontend import engine, shapes
from generator.frontend.engine import DataType, Schema

_LONGEST_PATTERN: Final = 80
"""Characters of a pattern, or of some values, that a reader could still make sense of."""


_FORMATS: Final = {
    "duration": "a duration as in ISO 8601",
    "time": "a time as in RFC 3339",
}
"""Formats of text that stay text (docs/decisions/0010-formats.md), and that no name tells."""


def limits_of(schema: Schema) -> tuple[str, ...]:
    """Give the limits of a schema as phrases, such as "at least 1"."""
    found = (_of_numbers, _of_text, _of_lists, _of_values)
    return tuple(limit for limits in found for limit in limits(schema))


def _of_numbers(schema: Schema) -> Iterator[str]:
    for words, value in (
        ("at least", schema.minimum),
        ("more than", schema.exclusiveMinimum),
        ("at most", schema.maximum),
        ("less than", schema.exclusiveMaximum),
        ("a multiple of", schema.multipleOf),
    ):
        if value is not None and not isinstance(value, bool):
            yield f"{words} {value:.15g}"


def _of_text(schema: Schema) -> Iterator[str]:
    form = shapes.format_of(schema)
    if form in _FORMATS and DataType.STRING in shapes.kinds(schema):
        yield _FORMATS[form]
    yield from _of_size(schema.minLength, schema.maxLength, "character", "characters")
    pattern = engine.text(schema.pattern)
    if pattern and len(pattern) <= _LONGEST_PATTERN and "`" not in pattern:
        yield f"of the pattern `{pattern}`"


def _of_values(schema: Schema) -> Iterator[str]:
    """Name the values that no type can list, as far as there is room for them."""
    values = [f"`{json.dumps(value)}`" for value in shapes.values_of(schema)]
    written = ", ".join(values)
    if not shapes.has_values(schema) and 0 < len(written) <= _LONGEST_PATTERN:
        yield f"always {written}" if len(values) == 1 else f"one of {written}"


def _of_lists(schema: Schema) -> Iterator[str]:
    yield from _of_size(schema.minItems, schema.maxItems, "element", "elements")
    if schema.uniqueItems:
        yield "no element twice"
    yield from _of_size(schema.minProperties, schema.maxProperties, "property", "properties")


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
