"""XML: what values are in the elements around them, and what no type follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkwright.emit.xml import node_source
from sdkwright.model import ir
from tests.unit.support.lowering import AT, Lowered, lower_data

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).parent.with_name("support").joinpath("xml.yaml").read_text(encoding="utf-8")
)
SCHEMA = f"{AT}/responses/200/content/application~1xml/schema"
SCHEMAS = "/components/schemas/"
SHARED = yaml.safe_load("""
    Documentation: {type: object, properties: {content: {type: string, xml: {nodeType: cdata}}}}
    Bare:
      type: object
      xml: {nodeType: none}
      properties: {content: {type: string, xml: {nodeType: cdata}}}
    Lists: {type: array, xml: {wrapped: true}, items: {$ref: '#/components/schemas/Lists'}}
    Bad:
      type: object
      properties:
        x: {type: string, xml: {prefix: p}}
        y: {$ref: '#/components/schemas/Bad'}
    One: {type: object, properties: {a: {type: string}}}
    Two: {type: object, properties: {a: {type: string, xml: {attribute: true}}}}
    Cat: {type: object, required: [a], properties: {a: {type: string}, c: {type: integer}}}
    Dog: {type: object, required: [a], properties: {a: {type: string}, d: {type: integer}}}
    Pet:
      type: object
      required: [t]
      properties: {t: {type: string}}
      discriminator: {propertyName: t}
    Fish:
      allOf:
        - {$ref: '#/components/schemas/Pet'}
        - {type: object, properties: {c: {type: integer}}}
    Node:
      type: object
      properties:
        next: {$ref: '#/components/schemas/Node'}
        all: {type: array, items: {$ref: '#/components/schemas/Node'}}
    Text: {type: string, format: xml}
    """)

LOOSE = "XML that no schema describes is text here; elements in it are not read"


def each(table: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[table], ids=str)


def lowered(schema: Any, version: str = "3.1.0", schemas: Any = None) -> Lowered:
    response = {"description": "", "content": {"application/xml": {"schema": schema}}}
    return lower_data(
        {
            "openapi": version,
            "paths": {"/x": {"get": {"operationId": "x", "responses": {"200": response}}}},
            "components": {"schemas": schemas or SHARED},
        }
    )


def read(made: Lowered) -> tuple[str, dict[str, str]]:
    """Return the root element, and the contents that it refers to by the names of components."""
    assert {message for _, message, _ in made.said} <= {LOOSE}
    (media,) = made.operation.responses[0].media_types
    assert media.content == "xml"
    assert media.xml is not None
    contents = {
        place.removeprefix(SCHEMAS): node_source(content).text.replace(SCHEMAS, "")
        for place, content in made.api.xml_contents
    }
    return node_source(media.xml.element).text.replace(SCHEMAS, ""), contents


def document(properties: Any, version: str = "3.1.0", schemas: Any = None) -> str:
    """Return what is in an element that has these properties."""
    schema = {"type": "object", "xml": {"name": "d"}, "properties": properties}
    text, _ = read(lowered(schema, version, schemas))
    return text.removeprefix('Element("d", Fields({').removesuffix("}))")


@each("examples of 3.1")
def test_an_example_of_3_1(case: dict[str, Any]) -> None:
    assert document(case["v"]) == case["is"]


@each("examples of 3.2")
def test_an_example_of_3_2(case: dict[str, Any]) -> None:
    assert read(lowered(case["v"], "3.2.0"))[0] == case["is"]


@each("references")
def test_a_reference(case: dict[str, Any]) -> None:
    assert document(case["v"], case["version"], case["schemas"]) == case["is"]


@each("kinds")
def test_a_kind(case: dict[str, Any]) -> None:
    assert document({"v": case["v"]}) == case["is"]


def test_what_no_schema_describes_is_said() -> None:
    schema = yaml.safe_load("""
        type: object
        xml: {name: d}
        additionalProperties: true
        properties: {a: {}, b: {type: object}, c: {type: object, additionalProperties: false}}
        """)
    made = lowered(schema)
    assert read(made)[0] == (
        'Element("d", Fields({"a": Element("a", Text("any")), '
        '"b": Element("b", Fields({}, Element("", Text("any", is_nullable=True)))), '
        '"c": Element("c", Fields({}))}, Element("", Text("any", is_nullable=True))))'
    )
    assert [(code, at) for code, _, at in made.said] == [
        ("weak-type", f"{SCHEMA}/properties/a"),
        ("weak-type", f"{SCHEMA}/properties/b"),
        ("weak-type", SCHEMA),
    ]


def test_a_schema_that_contains_itself_is_written_once() -> None:
    assert read(lowered({"$ref": "#/components/schemas/Node"})) == (
        'Element("Node", Same("Node"))',
        {
            "Node": 'Fields({"next": Element("next", Same("Node")), '
            '"all": Items(Element("all", Same("Node")))})'
        },
    )


def test_an_inline_schema_can_contain_itself() -> None:
    schema = {
        "type": "object",
        "xml": {"name": "d"},
        "properties": {"next": {"$ref": f"#{SCHEMA}"}},
    }
    root, contents = read(lowered(schema))
    assert root == f'Element("d", Same("{SCHEMA}"))'
    assert contents == {SCHEMA: f'Fields({{"next": Element("d", Same("{SCHEMA}"))}})'}


def test_a_list_has_a_type_wherever_its_items_have_a_name() -> None:
    schemas = yaml.safe_load("""
        Words: {type: array, items: {type: string}}
        Book: {type: object, properties: {words: {$ref: '#/components/schemas/Words'}}}
        """)
    inline = {"type": "array", "items": {"$ref": "#/components/schemas/Words"}}
    responses = {
        status: {"description": "", "content": {"application/xml": {"schema": schema}}}
        for status, schema in (("200", inline), ("201", {"$ref": "#/components/schemas/Book"}))
    }
    made = lower_data(
        {
            "paths": {"/x": {"get": {"operationId": "x", "responses": responses}}},
            "components": {"schemas": schemas},
        }
    )
    contents = [item.media_types[0].content for item in made.operation.responses]
    assert contents == ["text", "xml"]


def test_what_contains_something_without_a_type_has_none_wherever_it_begins() -> None:
    schemas = yaml.safe_load("""
        One:
          type: object
          properties: {b: {$ref: '#/components/schemas/Two'}, x: {type: [string, integer]}}
        Two: {type: object, properties: {a: {$ref: '#/components/schemas/One'}}}
        """)
    responses = {
        status: {
            "description": "",
            "content": {"application/xml": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
        }
        for status, name in (("200", "One"), ("201", "Two"))
    }
    made = lower_data(
        {
            "paths": {"/x": {"get": {"operationId": "x", "responses": responses}}},
            "components": {"schemas": schemas},
        }
    )
    contents = [item.media_types[0].content for item in made.operation.responses]
    assert contents == ["text", "text"]
    assert [at for _, _, at in made.said] == ["/components/schemas/One/properties/x"]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_choice_of_objects_has_the_properties_of_all(keyword: str) -> None:
    refs = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    assert document({"v": {keyword: refs, "discriminator": {"propertyName": "t"}}}) == (
        '"v": Element("v", Fields({"a": Element("a"), "c": Element("c", Text("integer")), '
        '"d": Element("d", Text("integer")), "t": Element("t")}))'
    )


def test_a_family_has_the_properties_of_its_members() -> None:
    assert read(lowered({"$ref": "#/components/schemas/Pet"})) == (
        'Element("Pet", Same("Pet"))',
        {"Pet": 'Fields({"t": Element("t"), "c": Element("c", Text("integer"))})'},
    )


def test_an_element_is_not_named_after_the_schema_that_its_own_extends() -> None:
    assert read(lowered({"$ref": "#/components/schemas/Fish"}))[0] == (
        'Element("Fish", Same("Fish"))'
    )


@each("untyped")
def test_what_no_type_follows_is_text_and_said_at_its_place(case: dict[str, Any]) -> None:
    made = lowered(case["v"])
    (media,) = made.operation.responses[0].media_types
    assert (media.content, media.type, media.xml) == ("text", ir.Primitive("string"), None)
    message = f"this XML is passed as text: {case['because']}"
    assert made.said == [("weak-type", message, case["at"].replace("~", SCHEMA, 1))]


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": "string"},
        {"enum": ["a", "b"]},
        {"oneOf": [{"type": "string"}, {"const": "c"}]},
        {"$ref": "#/components/schemas/Text"},
    ],
    ids=str,
)
def test_what_is_text_to_the_document_is_text_without_a_word(schema: dict[str, Any]) -> None:
    made = lowered(schema)
    (media,) = made.operation.responses[0].media_types
    assert (media.content, media.xml, made.said) == ("text", None, [])


def test_a_problem_of_a_shared_schema_is_said_once() -> None:
    bad = {"$ref": "#/components/schemas/Bad"}
    content = {"application/xml": {"schema": bad}}
    responses = {key: {"description": "", "content": content} for key in ("200", "201", "400")}
    made = lower_data(
        {
            "paths": {"/x": {"get": {"operationId": "x", "responses": responses}}},
            "components": {"schemas": SHARED},
        }
    )
    assert [code for code, _, _ in made.said] == ["weak-type", "untyped-error"]
