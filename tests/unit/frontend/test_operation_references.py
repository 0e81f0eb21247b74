"""Operations that are written elsewhere, with a reference in their place."""

from __future__ import annotations

import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import lower_text

ELSEWHERE = """
    components:
      x-operations:
        get:
          operationId: getKey
          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
          responses:
            '200':
              description: A key.
              content:
                application/json:
                  schema: {type: object, properties: {name: {type: string}}}
    """
AT = "/components/x-operations/get"


def test_an_operation_can_be_a_reference() -> None:
    made = lower_text(f"""
    paths: {{'/keys/{{id}}': {{get: {{$ref: '#/components/x-operations/get'}}}}}}
    {ELSEWHERE}""")
    operation = made.operation
    assert (operation.id, operation.path, operation.source.pointer) == ("getKey", "/keys/{id}", AT)
    assert [(p.name.wire, p.type) for p in operation.parameters] == [
        ("id", ir.Primitive("integer"))
    ]
    (model,) = made.api.declarations
    assert (model.package, model.hints) == ("operations", ("GetKeyResponse",))
    assert made.said == []


def test_keys_beside_the_reference_override_those_of_its_target() -> None:
    made = lower_text(f"""
    paths:
      '/keys/{{id}}':
        parameters: [{{name: q, in: query, schema: {{type: string}}}}]
        get: {{$ref: '#/components/x-operations/get', operationId: readKey, deprecated: true}}
    {ELSEWHERE}""")
    assert made.operation.id == "readKey"
    assert made.operation.doc.deprecated is not None
    assert [p.name.wire for p in made.operation.parameters] == ["q", "id"]


def test_two_paths_can_have_one_operation() -> None:
    made = lower_text("""
    paths:
      /a: {get: {operationId: read, responses: {'204': {description: Done.}}}}
      /b: {get: {$ref: '#/paths/~1a/get'}}
    """)
    assert [(o.id, o.path) for o in made.operations] == [("read", "/a"), ("get /b", "/b")]
    assert [code for code, _, _ in made.said] == ["duplicate-operation-id"]


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        (
            "#/components/x-operations/gone",
            "`#/components/x-operations/gone` does not exist in the document",
        ),
        ("#/info/title", "`#/info/title` is not an operation"),
    ],
)
@pytest.mark.parametrize("section", ["paths", "webhooks"])
def test_a_reference_without_an_operation_is_a_dropped_operation(
    section: str, ref: str, problem: str
) -> None:
    made = lower_text(f"""
    {section}: {{/keys: {{get: {{$ref: '{ref}'}}}}}}
    """)
    assert made.operations == []
    assert made.said == [("dropped-operation", problem, f"/{section}/~1keys/get/$ref")]


def test_a_webhook_can_be_a_reference_too() -> None:
    made = lower_text("""
    webhooks: {keyMade: {post: {$ref: '#/components/x-operations/made'}}}
    components:
      x-operations:
        made:
          requestBody: {content: {application/json: {schema: {type: string}}}}
          responses: {'204': {description: Done.}}
    """)
    (webhook,) = made.api.webhooks
    assert webhook.payload is not None
    assert webhook.payload.type == ir.Primitive("string")
