"""Keys that have no effect are reported where they look like others, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sdkwright.diagnostics import Diagnostics
from sdkwright.source.review import review


def said(data: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    found = Diagnostics()
    review(data, found)
    return [(item.code, item.message, item.pointer) for item in found.items]


def of_schema(text: str) -> list[str]:
    data = {"components": {"schemas": {"S": yaml.safe_load(text)}}}
    return [message.partition(" is not")[0] + "→" + message.split("`")[-2]
            for code, message, _ in said(data) if code == "misspelled-key"]  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{requred: [a]}", "`requred`→required"),
        ("{readonly: true}", "`readonly`→readOnly"),
        ("{read_only: true}", "`read_only`→readOnly"),
        ("{ref: x}", "`ref`→$ref"),
        ("{oneof: []}", "`oneof`→oneOf"),
        ("{tpye: string}", "`tpye`→type"),
        ("{propertes: {}}", "`propertes`→properties"),
        ("{aditionalPropertes: true}", "`aditionalPropertes`→additionalProperties"),
        ("{minimun: 1}", "`minimun`→minimum"),
    ],
)
def test_a_misspelled_keyword_is_reported(schema: str, expected: str) -> None:
    assert of_schema(schema) == [expected]


@pytest.mark.parametrize(
    "schema",
    [
        "{x-requred: [a]}",
        "{type: string, types: [a]}",
        "{in: query}",
        "{name: a}",
        "{javaType: A}",
        "{properties: {requred: {}, tpye: {}}}",
        "{default: {requred: 1}, enum: [{tpye: 1}], example: {tpye: 1}}",
        "{minLen: 1}",
        "{1: a, '': b, '$': c}",
    ],
)
def test_other_keys_are_not(schema: str) -> None:
    assert of_schema(schema) == []


PLACES = {
    "root": ("{componets: {}}", "/componets", "OpenAPI"),
    "info": ("{info: {titel: T}}", "/info/titel", "Info"),
    "tag": ("{tags: [{nmae: a}]}", "/tags/0/nmae", "Tag"),
    "server": ("{servers: [{urls: a}]}", "", ""),
    "variable": (
        "{servers: [{variables: {a: {defualt: b}}}]}",
        "/servers/0/variables/a/defualt",
        "Server Variable",
    ),
    "components": ("{components: {schemes: {}}}", "/components/schemes", "Components"),
    "path": ("{paths: {/x: {parameter: []}}}", "/paths/~1x/parameter", "Path Item"),
    "operation": (
        "{paths: {/x: {get: {operationID: a}}}}",
        "/paths/~1x/get/operationID",
        "Operation",
    ),
    "parameter": (
        "{components: {parameters: {A: {requried: true}}}}",
        "/components/parameters/A/requried",
        "Parameter",
    ),
    "header": (
        "{components: {headers: {A: {shcema: {}}}}}",
        "/components/headers/A/shcema",
        "Header",
    ),
    "body": (
        "{paths: {/x: {post: {requestBody: {contents: {}}}}}}",
        "/paths/~1x/post/requestBody/contents",
        "Request Body",
    ),
    "media type": (
        "{components: {responses: {A: {content: {a/b: {schemas: {}}}}}}}",
        "/components/responses/A/content/a~1b/schemas",
        "Media Type",
    ),
    "encoding": (
        "{components: {requestBodies: {A: {content: {a/b: {encoding: {c: {content_type: d}}}}}}}}",
        "/components/requestBodies/A/content/a~1b/encoding/c/content_type",
        "Encoding",
    ),
    "callback": (
        "{paths: {/x: {post: {callbacks: {a: {'{$url}': {post: {requestbody: {}}}}}}}}}",
        "/paths/~1x/post/callbacks/a/{$url}/post/requestbody",
        "Operation",
    ),
    "webhook": (
        "{webhooks: {a: {post: {response: {}}}}}",
        "/webhooks/a/post/response",
        "Operation",
    ),
    "security": (
        "{components: {securitySchemes: {a: {bearerformat: b}}}}",
        "/components/securitySchemes/a/bearerformat",
        "Security Scheme",
    ),
}


@pytest.mark.parametrize(("text", "pointer", "kind"), PLACES.values(), ids=PLACES)
def test_every_object_has_its_keys(text: str, pointer: str, kind: str) -> None:
    found = said(yaml.safe_load(text))
    assert [(code, at) for code, _, at in found] == ([("misspelled-key", pointer)] if kind else [])
    assert all(f"not a key of a {kind} Object" in message for _, message, _ in found)


@pytest.mark.parametrize(
    ("text", "code", "message", "pointer"),
    [
        (
            "{parameters: {A: {in: query, schema: {}, content: {}}}}",
            "exclusive-keys",
            "`content` and `schema` exclude each other; `content` is used",
            "/components/parameters/A/schema",
        ),
        (
            "{headers: {A: {example: 1, examples: {}}}}",
            "exclusive-keys",
            "`example` and `examples` exclude each other; `example` is used",
            "/components/headers/A/examples",
        ),
        (
            "{examples: {A: {value: 1, externalValue: b}}}",
            "exclusive-keys",
            "`value` and `externalValue` exclude each other; `value` is used",
            "/components/examples/A/externalValue",
        ),
        (
            "{links: {A: {operationId: a, operationRef: b}}}",
            "exclusive-keys",
            "`operationId` and `operationRef` exclude each other; `operationId` is used",
            "/components/links/A/operationRef",
        ),
        (
            "{links: {A: {operationId: a, requestBody: b}}}",
            "ignored-key",
            "the SDK does not follow links; the body that this one describes is not sent",
            "/components/links/A/requestBody",
        ),
        (
            "{parameters: {A: {in: header, allowReserved: true}}}",
            "ignored-key",
            "`allowReserved` has no effect here",
            "/components/parameters/A/allowReserved",
        ),
        (
            "{headers: {A: {allowReserved: true}}}",
            "ignored-key",
            "`allowReserved` has no effect here",
            "/components/headers/A/allowReserved",
        ),
    ],
)
def test_keys_that_say_nothing_are_noted(text: str, code: str, message: str, pointer: str) -> None:
    assert said({"components": yaml.safe_load(text)}) == [(code, message, pointer)]


@pytest.mark.parametrize(
    "text",
    [
        "{parameters: {A: {in: query, allowReserved: true, schema: {example: 1, examples: [1]}}}}",
        "{links: {A: {operationId: a, parameters: {b: c}}}}",
    ],
)
def test_what_is_allowed_is_not(text: str) -> None:
    assert said({"components": yaml.safe_load(text)}) == []


def test_a_method_in_capitals_is_reported_and_what_is_below_it_is_read() -> None:
    item = {"GET": {"responses": {}, "operationID": "a"}, "Put": {}, "put": {}}
    assert said({"paths": {"/x": item}}) == [
        ("method-in-capitals", "`GET` is read as `get`", "/paths/~1x/GET"),
        (
            "misspelled-key",
            (
                "`operationID` is not a key of a Operation Object and has no effect; "
                "`operationId` may be meant"
            ),
            "/paths/~1x/GET/operationID",
        ),
    ]


def test_an_object_that_contains_itself_is_read_once() -> None:
    schema: dict[str, Any] = {"requred": []}
    schema["properties"] = {"a": schema, "b": schema}
    assert len(said({"components": {"schemas": {"S": schema, "T": schema}}})) == 1


@pytest.mark.parametrize(
    ("version", "place", "expected"),
    [
        ("3.2.0", "path", []),
        ("3.2.0", "cookie", []),
        ("3.1.0", "path", ["ignored-key"]),
        ("3.0.3", "cookie", ["ignored-key"]),
    ],
)
def test_reserved_characters_stay_in_more_places_since_3_2(
    version: str, place: str, expected: list[str]
) -> None:
    parameter = {"name": "a", "in": place, "allowReserved": True}
    data = {"openapi": version, "components": {"parameters": {"A": parameter}}}
    assert [code for code, _, _ in said(data)] == expected
