"""Limits and defaults: what is said of a value to people."""

from __future__ import annotations

import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import SCHEMA, lower_schemas


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
        ("{type: string, pattern: '^a+$'}", ("must match `^a+$`",)),
        ("{type: string, pattern: '`'}", ()),
        ("{type: string, format: duration, maxLength: 9}",
         ("an ISO 8601 duration", "at most 9 characters")),
        ("{type: string, format: uuid}", ()),
        ("{type: number, enum: [0.5, 2]}", ("one of `0.5`, `2`",)),
        ("{const: 1.5}", ("always `1.5`",)),
        ("{type: string, enum: [a]}", ()),
        ("{type: array, maxItems: 3, uniqueItems: true}",
         ("at most 3 elements", "no duplicates")),
        ("{type: object, maxProperties: 16}", ("at most 16 properties",)),
        ("{$ref: '#/components/schemas/Y'}", ("at least 1",)),
        ("{anyOf: [{type: integer, minimum: 7}, {type: 'null'}]}", ("at least 7",)),
    ],
)  # fmt: skip
def test_limits_are_phrases(schema: str, limits: tuple[str, ...]) -> None:
    assert doc_of(schema).limits == limits


C = ir.Constraints


@pytest.mark.parametrize(
    ("schema", "constraints"),
    [
        ("{type: integer}", ir.FREE),
        ("{type: integer, minimum: 1, maximum: 2.5, multipleOf: 3}",
         C(minimum=1, maximum=2.5, multiple_of=3)),
        ("{type: number, minimum: 1, exclusiveMinimum: true}", C(exclusive_minimum=1)),
        ("{type: string, minLength: 1, maxLength: 2, pattern: a}",
         C(min_length=1, max_length=2, patterns=("a",))),
        ("{type: string, format: uuid}", ir.FREE),
        ("{type: array, minItems: 1, maxItems: 2, uniqueItems: true}",
         C(min_items=1, max_items=2, unique_items=True)),
        ("{type: array, items: {type: array, items: {type: string, maxLength: 3}}}",
         C(items=C(items=C(max_length=3)))),
        ("{type: object, maxProperties: 1, additionalProperties: {type: integer, minimum: 0}}",
         C(max_properties=1, values=C(minimum=0))),
        ("{type: object, maxProperties: 1, properties: {a: {}}}", ir.FREE),
        ("{$ref: '#/components/schemas/Y'}", C(minimum=1)),
        ("{$ref: '#/components/schemas/Y', minimum: 5, maximum: 9}", C(minimum=5, maximum=9)),
        ("{allOf: [{$ref: '#/components/schemas/Y'}, {maximum: 7}, {maximum: 6}]}",
         C(minimum=1, maximum=6)),
        ("{allOf: [{type: string, pattern: a}, {pattern: b}]}", C(patterns=("a", "b"))),
        ("{anyOf: [{type: integer, minimum: 7}, {type: 'null'}]}", C(minimum=7)),
        ("{anyOf: [{type: integer, minimum: 7}, {type: string, maxLength: 2}]}",
         C(minimum=7, max_length=2)),
        ("{anyOf: [{type: string, minLength: 7}, {type: string, maxLength: 2}]}", ir.FREE),
        ("{oneOf: [{type: integer, minimum: 7}, {type: number, maximum: 2}]}", ir.FREE),
        ("{type: array, items: {$ref: '#/components/schemas/Loop'}}", C(items=C(max_items=2))),
    ],
)  # fmt: skip
def test_limits_are_data(schema: str, constraints: ir.Constraints) -> None:
    lowered = lower_schemas(
        f"X: {{type: object, properties: {{p: {schema}}}}}\n"
        "Y: {type: integer, minimum: 1}\n"
        "Loop: {type: array, maxItems: 2}"
    )
    assert lowered.model(f"{SCHEMA}/X").fields[0].constraints == constraints


def test_lists_of_themselves_have_an_end() -> None:
    lowered = lower_schemas(
        "X: {type: object, properties: {p: {$ref: '#/components/schemas/Loop'}}}\n"
        "Loop: {type: array, maxItems: 2, items: {$ref: '#/components/schemas/Loop'}}"
    )
    constraints = lowered.model(f"{SCHEMA}/X").fields[0].constraints
    assert constraints.items is not None
    assert constraints.items.max_items == 2


def test_a_model_keeps_what_is_said_of_its_properties() -> None:
    lowered = lower_schemas("""
        X:
          type: object
          minProperties: 2
          properties: {a: {type: string}}
          additionalProperties: {type: integer, minimum: 0}
        """)
    assert lowered.model(f"{SCHEMA}/X").constraints == C(min_properties=2, values=C(minimum=0))


def test_a_pattern_that_python_reads_otherwise_is_told_once() -> None:
    lowered = lower_schemas(r"""
        X:
          type: object
          properties: {a: {$ref: '#/components/schemas/P'}, b: {$ref: '#/components/schemas/P'}}
        P: {type: string, pattern: '\p{L}'}
        """)
    assert [(code, at) for code, _, at in lowered.said] == [
        ("unchecked-pattern", f"{SCHEMA}/P/pattern")
    ]


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
