"""Webhooks and callbacks: what the API's server sends."""

from __future__ import annotations

import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import Lowered, lower_text
from tests.unit.support.origins import named


def webhooks(lowered: Lowered) -> list[tuple[str, str, str, ir.Type | None]]:
    """Show each webhook: its id, its method, what it is a callback of, and its payload."""
    return [
        (item.id, item.method, item.operation, item.payload.type if item.payload else None)
        for item in lowered.api.webhooks
    ]


def test_webhook_has_a_payload_headers_and_what_is_said_of_it() -> None:
    (found,) = lower_text("""
        webhooks:
          sent:
            parameters: [{name: X-Kind, in: header, schema: {type: string}}]
            post:
              summary: It was sent.
              parameters:
                - {name: X-Id, in: header, schema: {type: integer}}
                - {name: page, in: query, schema: {type: integer}}
              requestBody:
                description: What was sent.
                content: {application/json: {schema: {$ref: '#/components/schemas/X'}}}
        components: {schemas: {X: {type: object, properties: {a: {type: string}}}}}
        """).api.webhooks
    assert (found.name, found.method) == (ir.Name("sent"), "post")
    assert found.doc == ir.Doc(summary="It was sent.")
    assert found.source == ir.SourcePointer("/webhooks/sent/post")
    assert [item.name.wire for item in found.headers] == ["X-Kind", "X-Id"]
    assert found.payload is not None
    assert found.payload.type == named("/components/schemas/X")


def test_webhook_without_words_is_what_its_payload_is() -> None:
    (found,) = lower_text("""
        webhooks:
          sent:
            post: {requestBody: {description: What was sent., content: {text/plain: {}}}}
        """).api.webhooks
    assert found.doc == ir.Doc(description="What was sent.")


def test_inline_payload_is_named_after_the_webhook() -> None:
    lowered = lower_text("""
        webhooks:
          parcel.sent:
            post:
              requestBody:
                content:
                  application/json: {schema: {type: object, properties: {a: {type: string}}}}
        """)
    (declared,) = lowered.api.declarations
    assert (declared.package, declared.hints) == ("operations", ("ParcelSentPayload",))


def test_webhooks_of_documents_before_3_1_stand_behind_an_x() -> None:
    lowered = lower_text("x-webhooks: {sent: {post: {}}, gone: {post: {}}}")
    assert webhooks(lowered) == [("sent", "post", "", None), ("gone", "post", "", None)]


def test_webhook_by_reference_and_with_several_methods() -> None:
    lowered = lower_text("""
        webhooks: {sent: {$ref: '#/components/pathItems/Sent'}}
        components: {pathItems: {Sent: {post: {}, put: {}}}}
        """)
    assert webhooks(lowered) == [("sent", "post", "", None), ("sent put", "put", "", None)]


CALLBACKS = """
    paths:
      /a:
        post:
          operationId: a
          callbacks: {done: {'{$url}': {post: {}}}, gone: {$ref: '#/components/callbacks/Gone'}}
      /b:
        post:
          operationId: b
          callbacks:
            done: {'{$url}': {post: {}}, '{$url}/2': {post: {}}}
            gone: {$ref: '#/components/callbacks/Gone'}
      /c:
        post:
          operationId: c
          x-speakeasy-ignore: true
          callbacks: {done: {'{$url}': {post: {}}}}
    webhooks: {done: {post: {}}}
    components: {callbacks: {Gone: {'{$url}': {post: {}}}}}
    """


def test_callbacks_are_webhooks_of_their_operations() -> None:
    assert [item[:3] for item in webhooks(lower_text(CALLBACKS))] == [
        ("done", "post", ""),
        ("a done", "post", "a"),
        ("gone", "post", "a"),  # once, though two operations refer to it
        ("b done", "post", "b"),
        ("done /paths/~1b/post/callbacks/done/{$url}~12/post", "post", "b"),
    ]


@pytest.mark.parametrize(
    "section", ["callbacks: []", "callbacks: {a: 1}", "callbacks: {a: {b: 1}}"]
)
def test_callbacks_that_are_none_are_told_and_cost_no_operation(section: str) -> None:
    lowered = lower_text(f"paths: {{/a: {{get: {{{section}}}}}}}")
    assert len(lowered.operations) == 1
    assert lowered.api.webhooks == ()


def test_webhook_that_is_ignored_is_told() -> None:
    lowered = lower_text("webhooks: {sent: {post: {x-speakeasy-ignore: true}}}")
    assert lowered.api.webhooks == ()
    assert lowered.said == [
        ("ignored-operation", "excluded by `x-speakeasy-ignore`", "/webhooks/sent/post")
    ]


def test_webhook_whose_payload_leads_nowhere_is_dropped_alone() -> None:
    lowered = lower_text("""
        webhooks:
          good: {post: {}}
          bad:
            post:
              requestBody: {$ref: '#/nowhere'}
        """)
    assert [item.id for item in lowered.api.webhooks] == ["good"]
    (dropped,) = (item for item in lowered.diagnostics.items if item.code == "dropped-operation")
    assert dropped.subject == "POST bad"


def test_payload_of_a_form_is_bytes_with_a_warning() -> None:
    lowered = lower_text("""
        webhooks:
          sent: {post: {requestBody: {content: {application/x-www-form-urlencoded: {}}}}}
        """)
    assert webhooks(lowered) == [("sent", "post", "", ir.Primitive("string", "binary"))]
    assert [code for code, _, _ in lowered.said] == ["weak-type"]


def test_of_several_kinds_of_payload_json_is_taken() -> None:
    lowered = lower_text("""
        webhooks:
          sent:
            post:
              requestBody: {content: {text/plain: {}, application/json: {schema: {type: integer}}}}
        """)
    assert webhooks(lowered) == [("sent", "post", "", ir.Primitive("integer"))]
    assert [code for code, _, _ in lowered.said] == ["ignored-media-type"]


# What tells payloads apart


def events(*schemas: str) -> ir.Named | None:
    lines = [
        f"  w{number}: {{post: {{requestBody: {{content: {{application/json: "
        f"{{schema: {schema}}}}}}}}}}}"
        for number, schema in enumerate(schemas)
    ]
    return lower_text("\n".join(["webhooks:", *lines])).api.event


def of_type(type_: str, required: str = "type") -> str:
    return f"{{type: object, required: [{required}], properties: {{type: {type_}, a: {{}}}}}}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{const: x}", "{const: y}"),
        ("{enum: [x]}", "{type: string, enum: [y, z]}"),
        ("{const: x}", "{enum: [y], x-speakeasy-unknown-values: allow}"),
    ],
)
def test_constants_tell_payloads_apart(one: str, other: str) -> None:
    assert events(of_type(one), of_type(other)) == named("", "event")


@pytest.mark.parametrize(
    "schemas",
    [
        (of_type("{const: x}"),),
        (of_type("{const: x}"), of_type("{const: x}")),
        (of_type("{const: x}"), of_type("{enum: [x, y]}")),
        (of_type("{const: x}"), of_type("{type: string}")),
        (of_type("{const: x}"), of_type("{const: y}", required="a")),
        (of_type("{const: 1}"), of_type("{const: 2}")),
        (of_type("{const: x}"), of_type("{const: y}"), "{type: array}"),
        (of_type("{const: x}"), of_type("{const: y}"), "{}"),
    ],
)
def test_payloads_that_nothing_tells_apart_are_never_guessed(schemas: tuple[str, ...]) -> None:
    assert events(*schemas) is None


def test_variants_of_a_payload_are_told_apart_too() -> None:
    both = f"{{oneOf: [{of_type('{const: x}')}, {of_type('{const: y}')}]}}"
    assert events(both, of_type("{const: z}")) == named("", "event")
    assert events(both, of_type("{const: y}")) is None
