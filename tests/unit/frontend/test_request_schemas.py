"""The schemas of requests as data: the keywords that accept or refuse values."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sdkwright.model import ir
from sdkwright.model.forbidden import KEY
from tests.unit.support.lowering import SCHEMA, lower_data, lower_schemas

X = f"{SCHEMA}/X"


def schemas(text: str) -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Return the schema at each place, and what it refers to."""
    made = lower_schemas(text)
    return {
        item.place: (json.loads(item.text), item.refers)
        for item in made.api.request_schemas
        if item.place.startswith(SCHEMA)
    }


def rules(schema: str, others: str = "") -> Any:
    return schemas(f"X: {schema}\n{others}")[X][0]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{type: string, description: no, example: a, title: A, default: b, format: date}",
            {"type": "string"},
        ),
        ("{type: [integer, 'null']}", {"type": ["integer", "null"]}),
        ("{type: [string]}", {"type": "string"}),
        ("{enum: [a, null, 1.5, [x]]}", {"enum": ["a", None, 1.5, ["x"]]}),
        ("{const: null}", {"const": None}),
        ("{type: string, enum: [a], x-speakeasy-unknown-values: allow}", {"type": "string"}),
        (
            "{minimum: 1, maximum: 9007199254740993, multipleOf: 0.5}",
            {"minimum": 1, "maximum": 9007199254740993, "multipleOf": 0.5},
        ),
        ("{exclusiveMinimum: true, minimum: 3}", {"exclusiveMinimum": 3}),
        ("{exclusiveMaximum: false, maximum: 3}", {"maximum": 3}),
        ("{exclusiveMaximum: 4}", {"exclusiveMaximum": 4}),
        ("{type: string, nullable: true}", {"type": ["string", "null"]}),
        (
            "{type: string, enum: [a], nullable: true}",
            {"anyOf": [{"enum": ["a"], "type": "string"}, {"type": "null"}]},
        ),
        ("{nullable: true}", {}),
        ("{pattern: '^a$'}", {"pattern": r"^a\Z"}),
        ("{additionalProperties: false}", {"additionalProperties": False}),
        ("{unevaluatedProperties: true}", {"unevaluatedProperties": True}),
        ("{additionalProperties: {type: string}}", {"additionalProperties": {"type": "string"}}),
        ("{not: true}", {"not": {}}),
        ("{items: false}", {"items": {"not": {}}}),
        ("{propertyNames: {maxLength: 3}}", {"propertyNames": {"maxLength": 3}}),
        ("{dependentRequired: {a: [b]}}", {"dependentRequired": {"a": ["b"]}}),
        ("{uniqueItems: false}", {}),
        (
            "{if: {required: [a]}, then: {minProperties: 2}, else: {maxProperties: 0}}",
            {
                "if": {"required": ["a"]},
                "then": {"minProperties": 2},
                "else": {"maxProperties": 0},
            },
        ),
        ("{prefixItems: [{type: string}, {}]}", {"prefixItems": [{"type": "string"}, {}]}),
        (
            f"{{properties: {{a: true}}, {KEY}: {{properties: [b]}}}}",
            {"properties": {"a": {}, "b": {"not": {}}}},
        ),
        (
            f"{{patternProperties: {{'^d$': {{}}}}, {KEY}: {{patternProperties: ['^c']}}}}",
            {"patternProperties": {r"^d\Z": {}, "^c": {"not": {}}}},
        ),
    ],
)
def test_the_keywords_that_matter_are_kept(schema: str, expected: object) -> None:
    assert rules(schema) == expected


def test_what_the_server_sets_is_not_required() -> None:
    others = "Id: {type: integer, readOnly: true}"
    schema = """
      required: [id, made, name]
      properties: {id: {$ref: '#/components/schemas/Id'}, made: {readOnly: true}, name: {}}
    """
    assert rules(f"\n  {schema}", others)["required"] == ["name"]


def test_what_one_member_of_all_of_leaves_to_the_server_none_requires() -> None:
    found = schemas("""
        X:
          allOf:
          - {$ref: '#/components/schemas/Base'}
          - {$ref: '#/components/schemas/Free'}
          - {required: [id, b], properties: {id: {}}, allOf: [{required: [id, c]}]}
        Base: {allOf: [{required: [id, a]}, {$ref: '#/components/schemas/X'}]}
        Free: {properties: {id: {readOnly: true}}}
        """)
    assert found[X][0] == {
        "allOf": [
            {"allOf": [{"allOf": [{"required": ["a"]}, {}]}]},
            {"$ref": f"{SCHEMA}/Free"},
            {"allOf": [{"required": ["c"]}], "properties": {"id": {}}, "required": ["b"]},
        ]
    }


def test_references_lead_to_what_they_refer_to_in_the_end() -> None:
    found = schemas("""
        X:
          properties:
            a: {$ref: '#/components/schemas/Y', maxLength: 3}
            b: {$ref: '#/components/schemas/X'}
        Y: {$ref: '#/components/schemas/Z'}
        Z: {type: string}
        Unused: {type: string}
        """)
    assert found == {
        X: (
            {"properties": {"a": {"$ref": f"{SCHEMA}/Z", "maxLength": 3}, "b": {"$ref": X}}},
            (f"{SCHEMA}/Z", X),
        ),
        f"{SCHEMA}/Z": ({"type": "string"}, ()),
    }


def test_a_pattern_without_an_equal_in_python_is_left_out_with_a_note() -> None:
    made = lower_schemas(r"""
        X:
          properties: {a: {pattern: '^\p{L}$'}}
          patternProperties: {'^\p{L}$': {type: string}}
          additionalProperties: false
        """)
    (schema,) = (item for item in made.api.request_schemas if item.place == X)
    assert json.loads(schema.text) == {
        "additionalProperties": False,
        "patternProperties": {"": {}},  # any name may match the pattern
        "properties": {"a": {}},
    }
    notes = [place for code, _, place in made.said if code == "unchecked-pattern"]
    assert notes == [f"{X}/properties/a/pattern", rf"{X}/patternProperties/^\p{{L}}$"]


def test_parameters_and_bodies_name_the_places_of_their_schemas() -> None:
    made = lower_schemas("X: {type: string}")
    (body,) = made.operation.body.media_types if made.operation.body else ()
    assert [item.place for item in made.api.request_schemas] == [body.schema, X]
    assert made.api.request_schemas[0] == ir.RequestSchema(
        body.schema, ir.JsonText(json.dumps({"$ref": X})), (X,)
    )


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ("{not: {$ref: '#/gone'}}", "not"),
        ("{if: {$ref: '#/gone'}, then: false}", "if"),
        ("{if: true, then: {$ref: '#/gone'}}", "then"),
        ("{if: true, else: {$ref: '#/gone'}}", "else"),
        ("{contains: {$ref: '#/gone'}}", "contains"),
        ("{propertyNames: {$ref: '#/gone'}}", "propertyNames"),
        ("{dependentSchemas: {a: {$ref: '#/gone'}}}", "dependentSchemas/a"),
        ("{unevaluatedItems: {$ref: '#/gone'}}", "unevaluatedItems"),
        ("{unevaluatedProperties: {$ref: '#/gone'}}", "unevaluatedProperties"),
    ],
)
def test_a_reference_without_a_target_that_no_type_follows_is_a_warning(
    schema: str, place: str
) -> None:
    found = [item for item in lower_schemas(f"X: {schema}").said if item[0] != "ignored-keyword"]
    text = "`#/gone` does not exist in the document; requests are not checked against it"
    assert found == [("unresolved-reference", text, f"{X}/{place}/$ref")]


def test_a_reference_without_a_target_is_reported_once() -> None:
    found = lower_schemas("X: {properties: {a: {$ref: '#/gone'}}}").said
    text = "`#/gone` does not exist in the document; typed as `Any`"
    assert found == [("unresolved-reference", text, f"{X}/properties/a/$ref")]


@pytest.mark.parametrize(
    ("uri", "codes"),
    [
        ("https://json-schema.org/draft/2020-12/schema", []),
        ("https://json-schema.org/draft/2020-12/schema#", []),
        ("https://spec.openapis.org/oas/3.1/dialect/base", []),
        ("https://spec.openapis.org/oas/3.2/dialect/2025-09-17", []),
        ("http://json-schema.org/draft-07/schema#", ["ignored-keyword"]),
        ("https://example.com/mine", ["ignored-keyword"]),
    ],
)
def test_a_dialect_by_which_nothing_is_checked_is_noted(uri: str, codes: list[str]) -> None:
    found = lower_schemas(f"X: {{$schema: '{uri}', type: string}}").said
    assert [code for code, _, at in found if at == f"{X}/$schema"] == codes
    of_all = lower_data({"paths": {}, "jsonSchemaDialect": uri}).said
    assert [code for code, _, at in of_all if at == "/jsonSchemaDialect"] == codes
