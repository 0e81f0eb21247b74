"""Limits and defaults: what is said of a value to people."""

from __future__ import annotations

import pytest

from generator import ir
from tests.unit.frontend.lowering import SCHEMA, lower_schemas


def doc_of(schema: str) -> ir.Doc:
    """Lower a schema as the property `p` of a model."""
    lowered = lower_schemas(
        f"X: {{type: object, properties: {{p: {schema}}}}}\n"
        "Y: {type: integer, minimum: 1, default: 2}"
    )
    return lowered.model(f"{SCHEMA}/X").fields[0].doc


@pytest.mark.parametrize(
    ("schema", "limits"),
    [
        ("{type: integer, minimum: 1, maximum: 100}", ("at least 1", "at most 100")),
        ("{type: number, exclusiveMinimum: 0.5, multipleOf: 0.1}",
         ("more than 0.5", "a multiple of 0.1")),
        ("{type: integer, maximum: 5, exclusiveMaximum: true}", ("less than 5",)),
        ("{type: string, minLength: 1}", ("not empty",)),
        ("{type: string, minLength: 0, maxLength: 1}", ("at most 1 character",)),
        ("{type: string, minLength: 2, maxLength: 2}", ("exactly 2 characters",)),
        ("{type: string, pattern: '^a+$'}", ("of the pattern `^a+$`",)),
        ("{type: string, pattern: '`'}", ()),
        ("{type: string, format: duration, maxLength: 9}",
         ("a duration as in ISO 8601", "at most 9 characters")),
        ("{type: string, format: uuid}", ()),
        ("{type: number, enum: [0.5, 2]}", ("one of `0.5`, `2`",)),
        ("{const: 1.5}", ("always `1.5`",)),
        ("{type: string, enum: [a]}", ()),
        ("{type: array, maxItems: 3, uniqueItems: true}",
         ("at most 3 elements", "no element twice")),
        ("{type: object, maxProperties: 16}", ("at most 16 properties",)),
        ("{$ref: '#/components/schemas/Y'}", ("at least 1",)),
        ("{anyOf: [{type: integer, minimum: 7}, {type: 'null'}]}", ("at least 7",)),
    ],
)  # fmt: skip
def test_limits_are_phrases(schema: str, limits: tuple[str, ...]) -> None:
    assert doc_of(schema).limits == limits


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ("{type: integer, default: 20}", "20"),
        ("{type: string, default: asc}", '"asc"'),
        ("{type: string, default: null}", None),
        ("{$ref: '#/components/schemas/Y'}", "2"),
        ("{$ref: '#/components/schemas/Y', default: 3}", "3"),
        ("{allOf: [{$ref: '#/components/schemas/Y'}], default: 4}", "4"),
    ],
)
def test_defaults_are_json(schema: str, default: str | None) -> None:
    assert doc_of(schema).default == default
