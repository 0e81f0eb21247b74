"""Judging values by JSON Schema: what is accepted, and what is said of what is not."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.runtime.json_schema import Judge


def judged(schema: Any, value: object, **schemas: Any) -> list[tuple[str, str]]:
    """Return the places and problems of a value."""
    problems = Judge(schemas).judge(schema, value, "$").problems
    return [(problem.place, problem.text) for problem in problems]


# Against another implementation

NAMES = st.sampled_from(["a", "b", "c"])
SCALARS = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, 2.0, "", "a", "bc"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
COUNTS = st.integers(0, 3)
KINDS = st.sampled_from(["null", "boolean", "integer", "number", "string", "array", "object"])


def keywords(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a schema of a few keywords."""
    named = st.dictionaries(NAMES, inner, min_size=1, max_size=2)
    several = st.lists(inner, min_size=1, max_size=3)
    rest = inner | st.booleans()
    choices: dict[str, st.SearchStrategy[Any]] = {
        "type": KINDS | st.lists(KINDS, min_size=1, max_size=3, unique=True),
        "enum": st.lists(VALUES, min_size=1, max_size=3),
        "const": VALUES,
        **dict.fromkeys(("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"), COUNTS),
        "multipleOf": st.sampled_from([1, 2, 0.5]),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), COUNTS),
        **dict.fromkeys(("minProperties", "maxProperties"), COUNTS),
        "pattern": st.sampled_from(["^a", "c"]),
        "uniqueItems": st.booleans(),
        "required": st.lists(NAMES, max_size=2, unique=True),
        "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True)),
        **dict.fromkeys(("properties", "dependentSchemas"), named),
        "patternProperties": st.dictionaries(st.sampled_from(["^a", "b|c"]), inner, min_size=1),
        **dict.fromkeys(("additionalProperties", "unevaluatedProperties"), rest),
        "unevaluatedItems": rest,
        **dict.fromkeys(("items", "contains", "propertyNames", "not", "if", "then", "else"), inner),
        **dict.fromkeys(("minContains", "maxContains"), COUNTS),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), several),
    }
    return st.lists(st.sampled_from(sorted(choices)), min_size=1, max_size=4, unique=True).flatmap(
        lambda chosen: st.fixed_dictionaries({name: choices[name] for name in chosen})
    )


@given(st.recursive(st.just({}), keywords, max_leaves=8), VALUES)
def test_it_accepts_what_jsonschema_accepts(schema: dict[str, Any], value: Any) -> None:
    expected = jsonschema.Draft202012Validator(schema).is_valid(value)
    assert (judged(schema, value) == []) is expected


# What is said


@pytest.mark.parametrize(
    ("schema", "value", "problems"),
    [
        ({"type": ["string", "null"]}, 1, [("$", "expected string or null, got integer")]),
        ({"type": "integer"}, 1.0, []),
        ({"type": "integer"}, 1.5, [("$", "expected integer, got number")]),
        ({"type": "integer"}, True, [("$", "expected integer, got boolean")]),
        ({"const": 1}, 1.0, []),
        ({"const": 1}, True, [("$", "not one of the known values")]),
        ({"enum": [{"a": [1]}]}, {"a": [1.0]}, []),
        ({"multipleOf": 0.1}, 0.3, []),
        ({"multipleOf": 0.1}, Decimal("0.35"), [("$", "must be a multiple of 0.1")]),
        ({"uniqueItems": True}, [1, True, "1"], []),
        ({"uniqueItems": True}, [{"a": 1}, {"a": 1.0}], [("$", "must not contain duplicates")]),
        (
            {"propertyNames": {"maxLength": 1}},
            {"ab": 1},
            [("$.ab", "has a name that is not allowed")],
        ),
        ({"not": {"type": "string"}}, "a", [("$", "not allowed")]),
        ({"anyOf": [{"type": "string"}]}, 1, [("$", "expected string, got integer")]),
        (
            {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            ["a", 1],
            [("$[1]", "expected string, got integer")],
        ),
        (
            {"oneOf": [{"type": "string"}, {"type": "null"}]},
            1,
            [("$", "it matches none of the variants")],
        ),
    ],
)
def test_problems_name_the_place_and_no_value(
    schema: Any, value: object, problems: list[tuple[str, str]]
) -> None:
    assert judged(schema, value) == problems


@pytest.mark.parametrize(
    ("schema", "value", "problems"),
    [
        (
            {"anyOf": [{"properties": {"a": {}}, "required": ["b"]}, {}]},
            {"a": 1},
            [("$.a", "not allowed")],  # it does not match the variant that has the property
        ),
        ({"anyOf": [{"properties": {"a": {}}}, {"required": ["b"]}]}, {"a": 1}, []),
        ({"if": {"properties": {"a": {}}}}, {"a": 1}, []),
        ({"not": {"not": {"properties": {"a": {}}}}}, {"a": 1}, [("$.a", "not allowed")]),
        ({"contains": {"type": "string"}}, ["a", 1], [("$[1]", "not allowed")]),
        ({"prefixItems": [{}], "allOf": [{"prefixItems": [{}, {}]}]}, [1, 2], []),
    ],
)
def test_what_no_schema_has_looked_at_may_be_forbidden(
    schema: dict[str, Any], value: object, problems: list[tuple[str, str]]
) -> None:
    rest = {"unevaluatedProperties": False, "unevaluatedItems": False}
    assert judged({**schema, **rest}, value) == problems


def test_of_several_variants_the_one_of_its_constants_is_reported() -> None:
    def variant(kind: str, **more: Any) -> dict[str, Any]:
        return {"properties": {"kind": {"const": kind}, **more}, "required": ["kind", *more]}

    schema = {"oneOf": [variant("cat", a={}), variant("dog", b={"type": "string"}, c={})]}
    assert judged(schema, {"kind": "dog", "b": 1}) == [
        ("$.c", "missing"),
        ("$.b", "expected string, got integer"),
    ]


def test_a_reference_is_judged_with_what_stands_beside_it() -> None:
    schema = {"$ref": "Name", "maxLength": 2}
    assert judged(schema, "abc", Name={"type": "string"}) == [
        ("$", "must have at most 2 characters")
    ]
    assert judged(schema, 1, Name={"type": "string"}) == [("$", "expected string, got integer")]


def test_references_that_lead_back_to_themselves_end() -> None:
    loop = {"anyOf": [{"$ref": "Loop"}, {"type": "string"}]}
    assert judged({"$ref": "Loop"}, "a", Loop=loop) == []
    tree = {"type": "object", "properties": {"in": {"$ref": "Tree"}}}
    assert judged({"$ref": "Tree"}, {"in": {"in": 1}}, Tree=tree) == [
        ("$.in.in", "expected object, got integer")
    ]


def test_nested_choices_take_no_exponential_time() -> None:
    inner = {"properties": {"in": {"$ref": "Any"}}, "required": ["in"]}
    schemas = {"Any": {"oneOf": [{**inner, "maxProperties": n} for n in (1, 2, 3)]}}
    value: dict[str, Any] = {}
    for _ in range(60):
        value = {"in": value}
    start = time.process_time()
    assert judged({"$ref": "Any"}, value, **schemas)
    assert time.process_time() - start < 2


def test_a_long_text_is_not_searched_for_a_pattern() -> None:
    assert judged({"pattern": "^b"}, "a" * 10_001) == []
    assert judged({"pattern": "^b"}, "a" * 10_000) == [("$", "must match the pattern ^b")]


@pytest.mark.parametrize("value", [7, 1.5, True, Decimal("1.5")])
def test_scalars_are_text_where_only_text_is_sent(value: object) -> None:
    schema = {"type": "string", "maxLength": 1}
    problems = Judge({}, {"q"}).judge(schema, value, "q").problems
    assert [item.text for item in problems] == (
        [] if value == 7 else ["must have at most 1 character"]
    )
    assert Judge({}).judge(schema, value, "q").problems
    assert Judge({}, {"other"}).judge(schema, value, "q").problems
    assert Judge({}, {"q"}).judge({"type": ["string", "number"]}, 7, "q").problems == []
