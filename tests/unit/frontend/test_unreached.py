"""Components that no operation uses: noted, or lowered on request."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sdkwright.model import ir
from tests.unit.support.lowering import DONE, SCHEMA, Lowered, lower_data, lower_text
from tests.unit.support.origins import named

NOTE = "unused-components"
A = {"$ref": f"#{SCHEMA}/A"}
THING = {"type": "object", "properties": {"a": {"type": "string"}}}


def body(schema: object) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def tagged(mapped: str) -> dict[str, Any]:
    return {"discriminator": {"propertyName": "k", "mapping": {"a": mapped}}}


def lower(
    schemas: str,
    operation: dict[str, Any] | None = None,
    *,
    wanted: bool = False,
    **sections: object,
) -> Lowered:
    return lower_data(
        {
            "paths": {"/x": {"get": {"responses": DONE, **(operation or {})}}},
            "components": {"schemas": yaml.safe_load(schemas), **sections},
        },
        all_components=wanted,
    )


def notes(made: Lowered) -> list[tuple[str, str | None]]:
    return [(i.message, i.pointer) for i in made.diagnostics.items if i.code == NOTE]


def test_what_no_operation_uses_is_noted_at_its_place() -> None:
    made = lower("{Event: {properties: {a: {type: string}}}}")
    assert notes(made) == [
        (
            "schema `Event` is not generated, since no operation uses it",
            f"{SCHEMA}/Event",
        )
    ]
    (item,) = made.diagnostics.items
    assert (item.severity, item.fix) == (
        "note",
        (
            "if users need classes for them, set `all_components = true` in the table `package` of "
            "sdk.toml"
        ),
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "2 schemas are not generated, since no operation uses them (`S0`, `S1`)"),
        (3, "3 schemas are not generated, since no operation uses them (`S0`, `S1`, `S2`)"),
        (
            1001,
            (
                "1,001 schemas are not generated, since no operation uses them "
                "(`S0`, `S1`, `S2` and 998 more)"
            ),
        ),
    ],
)
def test_many_are_noted_in_one_line(count: int, said: str) -> None:
    schemas = yaml.safe_dump({f"S{n}": THING for n in range(count)}, sort_keys=False)
    assert notes(lower(schemas)) == [(said, f"{SCHEMA}/S0")]


@pytest.mark.parametrize(
    "operation",
    [
        {"requestBody": body(A)},
        {"parameters": [{"name": "q", "in": "query", "schema": {"type": "array", "items": A}}]},
        {"parameters": [{"$ref": "#/components/parameters/Q"}]},
        {"requestBody": body(tagged(f"#{SCHEMA}/A"))},
        {"requestBody": body(tagged("A"))},
        {"parameters": [5], "requestBody": body(A)},  # it is dropped for another reason
        {"callbacks": {"c": {"/y": {"post": {"requestBody": body(A), "responses": DONE}}}}},
    ],
)
def test_what_anything_refers_to_is_not_noted(operation: dict[str, Any]) -> None:
    parameters = {"Q": {"name": "q", "in": "query", "schema": {"$ref": f"#{SCHEMA}/A"}}}
    schemas = "{A: {type: object, properties: {a: {type: string}}}}"
    assert notes(lower(schemas, operation, parameters=parameters)) == []


@pytest.mark.parametrize(
    "schema", ["{type: string}", "{type: array, items: {type: string}}", "{type: object}", "true"]
)
def test_what_would_have_no_class_is_not_noted(schema: str) -> None:
    assert notes(lower(f"{{A: {schema}}}")) == []


def test_the_parts_of_a_family_are_not_noted() -> None:
    made = lower_text("""
    paths:
      /x:
        get:
          responses:
            '200':
              description: OK.
              content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
    components:
      schemas:
        Pet: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {claws: {type: integer}}}]}
    """)
    assert notes(made) == []


def test_all_are_lowered_on_request() -> None:
    made = lower(
        """
        Event: {required: [id], properties: {id: {type: string}, of: {properties: {n: {}}}}}
        Kind: {enum: [a, b]}
        Either: {oneOf: [{$ref: '#/components/schemas/Event'}, {properties: {x: {}}}]}
        Copy: {$ref: '#/components/schemas/Event'}
        Text: {type: string}
        odd/na~me %41: {properties: {x: {}}}
        """,
        wanted=True,
    )
    assert made.diagnostics.items == []
    odd = f"{SCHEMA}/odd~1na~0me %41"
    kinds = [named(f"{SCHEMA}/{name}") for name in ("Event", "Kind", "Either", "Event")]
    assert made.api.components == (*kinds, ir.Primitive("string"), named(odd))
    assert isinstance(made.declaration(f"{SCHEMA}/Kind"), ir.Enum)
    assert isinstance(made.declaration(f"{SCHEMA}/Copy"), ir.Alias)
    assert made.union(f"{SCHEMA}/Either").variants[0] == kinds[0]
    event = made.model(f"{SCHEMA}/Event")
    assert [field.name.wire for field in event.fields] == ["id", "of"]
    assert made.model(f"{SCHEMA}/Event/properties/of").package == "components"


def test_one_that_cannot_be_lowered_is_skipped_with_what_contains_it() -> None:
    made = lower(
        """
        Good: {properties: {a: {type: string}}}
        Bad: {properties: {a: {properties: 5}}}
        Holder: {properties: {b: {$ref: '#/components/schemas/Bad'}}}
        """,
        wanted=True,
    )
    assert made.api.components == (named(f"{SCHEMA}/Good"),)
    at = f"{SCHEMA}/Bad/properties/a/properties"
    assert made.said == [
        ("dropped-component", "`Bad` is not generated: must be an object", at),
        ("dropped-component", "`Holder` is not generated: must be an object", at),
    ]
    assert {item.severity for item in made.diagnostics.items} == {"warning"}
