"""Operations: parameters, bodies, responses and security; what is dropped, and why."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
import yaml

from sdkwright import passes
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from tests.unit.support.lowering import CONFIG, Lowered, lower_data, lower_text

AT = "/paths/~1x/get"
DONE = {"204": {"description": "Done."}}


def lower_get(operation: str, **root: Any) -> Lowered:
    """Lower a document with the one operation GET /x."""
    made = {"responses": DONE, **(yaml.safe_load(textwrap.dedent(operation)) or {})}
    return lower_data({"paths": {"/x": {"get": made}}, **root})


def dropped(lowered: Lowered) -> list[tuple[str, str, str | None]]:
    """Why operations were dropped: subject, message and place."""
    return [
        (item.subject, item.message, item.pointer)
        for item in lowered.diagnostics.items
        if item.code == "dropped-operation"
    ]


def test_the_whole_of_an_operation() -> None:
    lowered = lower_text("""
        servers: [{url: https://e.example, description: Live., x-speakeasy-server-id: production}]
        security: [{key: []}]
        tags: [{name: API Keys, description: About keys.}]
        paths:
          /keys/{hash}:
            get:
              operationId: getKey
              x-speakeasy-name-override: get
              tags: [API Keys]
              summary: Get a key
              description: One of them.
              deprecated: true
              parameters:
                - {name: hash, in: path, required: true, schema: {type: string}, example: abc}
              responses:
                '200':
                  description: The key.
                  content: {application/json: {schema: {type: string}, example: k}}
        components:
          securitySchemes: {key: {type: http, scheme: bearer, description: A key.}}
        """)
    at = "/paths/~1keys~1{hash}/get"
    assert lowered.said == []
    assert lowered.api == ir.Api(
        title="T",
        version="1",
        doc=ir.Doc(),
        servers=(
            ir.Server("production", "https://e.example", "Live.", ir.SourcePointer("/servers/0")),
        ),
        security_schemes=(
            ir.BearerScheme(
                "key",
                (ir.Name("token"),),
                ir.Doc(description="A key."),
                ir.SourcePointer("/components/securitySchemes/key"),
            ),
        ),
        globals=(),
        resources=(
            ir.Resource(
                name=ir.Name("API Keys"),
                doc=ir.Doc(description="About keys."),
                source=ir.SourcePointer("/tags/0"),
                operations=(
                    ir.Operation(
                        id="getKey",
                        name=ir.Name("get"),
                        method="get",
                        path="/keys/{hash}",
                        doc=ir.Doc(summary="Get a key", description="One of them.", deprecated=""),
                        source=ir.SourcePointer(at),
                        parameters=(
                            ir.Parameter(
                                name=ir.Name("hash"),
                                location="path",
                                type=ir.Primitive("string"),
                                required=True,
                                doc=ir.Doc(example=ir.JsonText('"abc"')),
                                source=ir.SourcePointer(f"{at}/parameters/0"),
                            ),
                        ),
                        body=None,
                        responses=(
                            ir.Response(
                                status="200",
                                media_types=(
                                    ir.MediaType(
                                        "application/json",
                                        ir.Primitive("string"),
                                        ir.JsonText('"k"'),
                                    ),
                                ),
                                doc=ir.Doc(description="The key."),
                                source=ir.SourcePointer(f"{at}/responses/200"),
                            ),
                        ),
                        errors=(),
                        security=((ir.Requirement("key"),),),
                        retries=None,
                        pagination=None,
                    ),
                ),
            ),
        ),
        declarations=(),
        errors=(),
        retries=None,
        security=((ir.Requirement("key"),),),
    )


def test_operations_keep_the_order_of_the_document() -> None:
    done = {"responses": DONE}
    lowered = lower_data({"paths": {"/b": {"post": done, "get": done}, "/a": {"get": done}}})
    assert [operation.id for operation in lowered.operations] == ["post /b", "get /b", "get /a"]


def test_an_operation_without_a_tag_is_in_the_default_resource() -> None:
    (resource,) = lower_get("").api.resources
    assert resource.name == ir.Name("default")


def test_an_operation_id_that_is_given_twice_counts_once() -> None:
    done = {"responses": DONE, "operationId": "same"}
    lowered = lower_data({"paths": {"/a": {"get": done}, "/b": {"get": done}}})
    assert [operation.id for operation in lowered.operations] == ["same", "get /b"]
    assert [(code, at) for code, _, at in lowered.said] == [
        ("duplicate-operation-id", "/paths/~1b/get/operationId")
    ]


def test_a_path_item_may_be_a_reference() -> None:
    lowered = lower_data(
        {
            "paths": {"/x": {"$ref": "#/components/pathItems/X"}},
            "components": {"pathItems": {"X": {"get": {"responses": DONE}}}},
        }
    )
    assert lowered.operation.source == ir.SourcePointer("/components/pathItems/X/get")
    assert lowered.operation.path == "/x"


# Parameters


def test_a_parameter_of_the_operation_overrides_that_of_its_path() -> None:
    lowered = lower_text("""
        paths:
          /x:
            parameters:
              - {name: a, in: query, schema: {type: string}}
              - {name: b, in: query, schema: {type: string}}
            get:
              parameters: [{name: a, in: query, schema: {type: integer}}]
              responses: {'204': {description: Done.}}
        """)
    assert [(p.name.wire, p.type, p.source.pointer) for p in lowered.operation.parameters] == [
        ("a", ir.Primitive("integer"), f"{AT}/parameters/0"),
        ("b", ir.Primitive("string"), "/paths/~1x/parameters/1"),
    ]


def test_what_a_parameter_leaves_out_its_schema_says() -> None:
    lowered = lower_get(
        "parameters: [{name: a, in: query, schema: {type: string, description: D., example: e}}]"
    )
    assert lowered.operation.parameters[0].doc == ir.Doc(
        description="D.", example=ir.JsonText('"e"')
    )


def test_the_first_of_named_examples_is_taken() -> None:
    lowered = lower_get(
        "parameters: [{name: a, in: query, schema: {}, examples: {one: {value: 1}}}]".replace(
            "schema: {}", "schema: {type: integer}"
        )
    )
    assert lowered.operation.parameters[0].doc.example == ir.JsonText("1")


def test_a_referred_parameter_is_declared_where_it_stands() -> None:
    lowered = lower_get(
        "parameters: [{$ref: '#/components/parameters/A'}]",
        components={"parameters": {"A": {"name": "a", "in": "query", "schema": {"enum": ["x"]}}}},
    )
    (parameter,) = lowered.operation.parameters
    assert parameter.source == ir.SourcePointer("/components/parameters/A")
    (enum,) = lowered.api.declarations
    assert (enum.package, enum.hints) == ("components", ("A", "ParameterA"))


def test_a_parameter_that_may_be_null_is_left_out_instead() -> None:
    lowered = lower_get("parameters: [{name: a, in: query, schema: {type: [string, 'null']}}]")
    assert lowered.operation.parameters[0].type == ir.Primitive("string")


def test_the_merge_of_a_parameter_may_be_null_too() -> None:
    lowered = lower_get(
        "parameters: [{name: a, in: query, schema: {nullable: true, allOf: [{type: string}]}}]"
    )
    (parameter,) = lowered.operation.parameters
    assert parameter.type == ir.Primitive("string")


def test_global_parameters_are_in_every_operation_after_its_own() -> None:
    lowered = lower_get(
        "parameters: [{name: x-app, in: header, schema: {type: string}},"
        " {name: q, in: query, schema: {type: string}}]",
        **yaml.safe_load("""
            x-speakeasy-globals:
              parameters:
                - {name: X-App, in: header, schema: {type: string}, x-speakeasy-name-override: app}
                - {name: tenant, in: path, required: true, schema: {type: string}}
            """),
    )
    assert [parameter.name for parameter in lowered.api.globals] == [
        ir.Name("X-App"),
        ir.Name("tenant"),
    ]
    assert [item.code for item in lowered.diagnostics.items] == ["unsupported-extension"]
    assert [(p.name.wire, p.is_global) for p in lowered.operation.parameters] == [
        ("q", False),
        ("X-App", True),
    ]


def test_a_global_parameter_that_cannot_be_one_is_an_error() -> None:
    lowered = lower_get("", **{"x-speakeasy-globals": {"parameters": [{"in": "cookie"}]}})
    assert lowered.said == [
        (
            "invalid-global",
            "a required property is missing",
            "/x-speakeasy-globals/parameters/0",
        )
    ]


@pytest.mark.parametrize(
    ("parameter", "style", "explode"),
    [
        ("{in: query}", None, None),
        ("{in: query, style: form, explode: true}", None, None),
        ("{in: query, explode: false}", None, False),
        ("{in: query, style: deepObject, explode: true}", "deepObject", True),
        ("{in: query, style: pipeDelimited}", "pipeDelimited", None),
        ("{in: path, style: matrix, explode: true}", "matrix", True),
        ("{in: header, explode: true}", None, True),
        ("{in: cookie, explode: false}", None, False),
        ("{in: query, content: {application/json: {}}}", "json", None),
        ("{in: header, content: {text/plain: {}}}", None, None),
    ],
)
def test_what_its_place_does_not_have_by_default_is_said_of_a_parameter(
    parameter: str, style: str | None, explode: bool | None  # noqa: FBT001  one of a table
) -> None:
    lowered = lower_data(
        {
            "paths": {
                "/x/{a}": {
                    "parameters": [{"name": "a", **yaml.safe_load(parameter)}],
                    "get": {"responses": DONE},
                }
            }
        }
    )
    made = next(item for item in lowered.operation.parameters if item.source.pointer[-1] == "0")
    assert (made.style, made.explode) == (style, explode)


def test_a_style_of_another_place_is_the_default_of_its_own() -> None:
    lowered = lower_get("parameters: [{name: a, in: query, style: matrix, schema: {}}]")
    assert lowered.operation.parameters[0].style is None
    assert lowered.said == [
        (
            "invalid-style",
            "the query parameter `a` has the style `matrix`, and is given `form`",
            f"{AT}/parameters/0/style",
        )
    ]


def test_a_place_in_the_path_that_is_not_declared_is_any_text() -> None:
    lowered = lower_data({"paths": {"/x/{id}": {"get": {"responses": DONE}}}})
    (made,) = lowered.operation.parameters
    assert (made.name.wire, made.location, made.required) == ("id", "path", True)
    assert lowered.said == [
        (
            "undeclared-parameter",
            "the path parameter `id` is not declared, so it is any text",
            "/paths/~1x~1{id}/get",
        )
    ]


@pytest.mark.parametrize(
    ("parameters", "code", "index"),
    [
        ("[{name: Accept, in: header, schema: {type: string}}]", "ignored-parameter", 0),
        (
            "[{name: a, in: query, x-speakeasy-ignore: true, schema: {type: string}}]",
            "ignored-parameter",
            0,
        ),
        ("[{name: a, in: path, required: true, schema: {type: string}}]", "unused-parameter", 0),
    ],
)
def test_a_parameter_that_is_left_out_is_named(parameters: str, code: str, index: int) -> None:
    lowered = lower_get(f"parameters: {parameters}")
    assert lowered.operation.parameters == ()
    assert [(code, at) for code, _, at in lowered.said] == [(code, f"{AT}/parameters/{index}")]


def test_the_first_of_equal_parameters_counts() -> None:
    lowered = lower_get(
        "parameters: [{name: a, in: query, schema: {type: string}},"
        " {name: a, in: query, schema: {type: integer}}]"
    )
    assert [p.type for p in lowered.operation.parameters] == [ir.Primitive("string")]
    assert [(code, at) for code, _, at in lowered.said] == [
        ("duplicate-parameter", f"{AT}/parameters/1")
    ]


def test_reserved_characters_are_allowed_in_the_query() -> None:
    lowered = lower_get(
        "parameters: [{name: a, in: query, allowReserved: true, schema: {type: string}}]"
    )
    assert lowered.operation.parameters[0].allow_reserved
    assert lowered.said == []


# Bodies


def test_a_request_body() -> None:
    lowered = lower_get("""
        operationId: sendX
        requestBody:
          description: What to send.
          required: true
          content:
            application/json:
              schema: {type: object, properties: {a: {type: string}}}
              example: {a: b}
        """)
    at = f"{AT}/requestBody"
    schema = f"{at}/content/application~1json/schema"
    assert lowered.operation.body == ir.RequestBody(
        media_types=(
            ir.MediaType("application/json", ir.Named(schema), ir.JsonText('{"a": "b"}')),
        ),
        required=True,
        doc=ir.Doc(description="What to send."),
        source=ir.SourcePointer(at),
    )
    assert lowered.declaration(schema).hints == ("SendXRequestBody",)


def test_a_shared_body_is_named_after_its_component() -> None:
    lowered = lower_get(
        "requestBody: {$ref: '#/components/requestBodies/Pet'}",
        components=yaml.safe_load("""
            requestBodies:
              Pet:
                content:
                  application/json: {schema: {type: object, properties: {a: {type: string}}}}
            """),
    )
    (model,) = lowered.api.declarations
    assert (model.package, model.hints) == ("components", ("PetRequestBody",))


def test_json_is_taken_of_several_media_types() -> None:
    lowered = lower_get("requestBody: {content: {application/xml: {}, application/vnd.a+json: {}}}")
    assert lowered.operation.body is not None
    assert [m.name for m in lowered.operation.body.media_types] == ["application/vnd.a+json"]
    assert [(code, at) for code, _, at in lowered.said] == [
        ("ignored-media-type", f"{AT}/requestBody/content/application~1xml")
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("application/json", "json"),
        ("application/problem+json; charset=utf-8", "json"),
        ("text/json", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("multipart/mixed", "multipart"),
        ("text/plain", "text"),
        ("text/csv", "text"),
        ("application/xml", "text"),
        ("application/atom+xml", "text"),
        ("application/octet-stream", "binary"),
        ("image/*", "binary"),
        ("*/*", "binary"),
        ("text/event-stream", "events"),
        ("application/x-ndjson", "lines"),
        ("application/jsonl", "lines"),
    ],
)
def test_what_kind_of_content_a_media_type_is(name: str, content: str) -> None:
    lowered = lower_get(f"""
        responses: {{'200': {{description: Fine., content: {{'{name}': {{}}}}}}}}
        """)
    (media,) = lowered.operation.responses[0].media_types
    assert (media.name, media.content) == (name, content)
    assert lowered.said == []


def test_any_content_with_an_object_in_it_is_json() -> None:
    lowered = lower_get("""
        responses: {'200': {description: Fine., content: {'*/*': {schema: {type: object}}}}}
        """)
    assert lowered.operation.responses[0].media_types[0].content == "json"


def test_a_media_type_that_is_none_is_left_out() -> None:
    lowered = lower_get(r"""
        responses: {'200': {description: Fine., content: {"a/b\r\nX: y": {}}}}
        """)
    assert lowered.operation.responses[0].media_types == ()
    assert [code for code, _, _ in lowered.said] == ["invalid-media-type"]


def test_bodies_with_schemas_of_their_own_are_methods_of_their_own() -> None:
    lowered = lower_get("""
        operationId: send
        requestBody:
          content:
            multipart/form-data: {schema: {type: object, properties: {file: {type: string}}}}
            application/json: {schema: {type: object, properties: {text: {type: string}}}}
            image/png: {schema: {type: string, format: binary}}
        """)
    made = [
        (operation.id, operation.name.wire, operation.body.media_types[0].name)
        for operation in lowered.operations
        if operation.body is not None
    ]
    assert made == [
        ("send", "send", "application/json"),
        ("send_multipart", "send_multipart", "multipart/form-data"),
        ("send_raw", "send_raw", "image/png"),
    ]


def test_bodies_with_one_schema_are_one_method() -> None:
    schema = "{schema: {type: object, properties: {a: {type: string}}}}"
    names = ("application/xml", "application/json", "application/x-www-form-urlencoded")
    lowered = lower_get(
        f"requestBody: {{content: {{{', '.join(f'{name}: {schema}' for name in names)}}}}}"
    )
    assert lowered.operation.body is not None
    assert [m.name for m in lowered.operation.body.media_types] == ["application/json"]
    assert [code for code, _, _ in lowered.said] == ["ignored-media-type"] * 2


@pytest.mark.parametrize(
    "file",
    [
        "{type: string, format: binary}",
        "{type: array, items: {type: string, format: binary}}",
        "{oneOf: [{type: array, items: {type: string, format: binary}}, {type: string}]}",
        "{$ref: '#/components/schemas/X'}",
    ],
)
def test_files_are_sent_in_parts_where_json_has_the_same_schema(file: str) -> None:
    schema = f"{{schema: {{type: object, properties: {{a: {file}}}}}}}"
    lowered = lower_data(
        {
            "paths": {
                "/x": {
                    "post": yaml.safe_load(
                        f"requestBody: {{content: {{application/json: {schema}, "
                        f"multipart/form-data: {schema}}}}}"
                    )
                }
            },
            "components": {"schemas": {"X": {"type": "string", "format": "binary"}}},
        }
    )
    assert lowered.operation.body is not None
    assert [m.name for m in lowered.operation.body.media_types] == ["multipart/form-data"]
    assert [message for _, message, _ in lowered.said][:1] == [
        "the request is taken as multipart/form-data; application/json is left out"
    ]


EVENTS = """
    requestBody:
      content: {application/json: {schema: {type: object, properties: {stream: {type: STREAM}}}}}
    responses:
      '200':
        description: Both.
        content:
          application/json: {schema: {type: string}}
          text/event-stream:
            schema: {type: object, properties: {data: {type: integer}}}
            x-speakeasy-sse-sentinel: '[END]'
    """


def test_events_come_where_the_body_asks_for_them() -> None:
    lowered = lower_get(EVENTS.replace("STREAM", "boolean"))
    assert lowered.operation.stream == "stream"
    _, events = lowered.operation.responses[0].media_types
    assert (events.type, events.content, events.sentinel, events.is_wrapped) == (
        ir.Primitive("integer"),
        "events",
        "[END]",
        False,
    )


def test_events_that_nothing_asks_for_are_left_out() -> None:
    lowered = lower_get(EVENTS.replace("STREAM", "string"))
    assert lowered.operation.stream == ""
    assert [m.content for m in lowered.operation.responses[0].media_types] == ["json"]
    assert [code for code, _, _ in lowered.said] == ["ignored-media-type"]


def test_the_encoding_of_a_property() -> None:
    lowered = lower_get("""
        requestBody:
          content:
            multipart/form-data:
              schema: {type: object, properties: {a: {type: string}}}
              encoding: {a: {contentType: 'image/png, image/jpeg', style: deepObject}}
        """)
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].encodings == (
        ir.Encoding("a", "image/png, image/jpeg", "deepObject"),
    )


def test_the_example_of_a_body_may_be_that_of_its_schema() -> None:
    lowered = lower_get("""
        responses:
          '200':
            description: Fine.
            content: {application/json: {schema: {type: string, example: e}}}
        """)
    assert lowered.operation.responses[0].media_types[0].example == ir.JsonText('"e"')


def statuses(lowered: Lowered) -> tuple[list[str], list[str]]:
    operation = lowered.operation
    return [r.status for r in operation.responses], [e.status for e in operation.errors]


@pytest.mark.parametrize(
    ("documented", "successes", "failures"),
    [
        (["200", "404", "5XX"], ["200"], ["404", "5XX"]),
        (["2xx", "4xx"], ["2XX"], ["4XX"]),
        (["200", "default"], ["200"], ["default"]),
        (["default"], ["default"], []),
        (["302"], ["302"], []),
        (["404", "default"], ["default"], ["404"]),
    ],
)
def test_statuses_are_successes_or_failures(
    documented: list[str], successes: list[str], failures: list[str]
) -> None:
    responses = {status: {"description": "R."} for status in documented}
    assert statuses(lower_get(f"responses: {responses}")) == (successes, failures)


def test_a_redirect_beside_a_success_is_never_returned() -> None:
    lowered = lower_get("responses: {'200': {description: R.}, '302': {description: R.}}")
    assert statuses(lowered) == (["200"], [])
    assert [(code, at) for code, _, at in lowered.said] == [
        ("ignored-response", f"{AT}/responses/302")
    ]


def test_a_success_that_is_not_documented_returns_nothing() -> None:
    lowered = lower_get("responses: {'404': {description: Gone.}}")
    assert lowered.operation.responses == (ir.Response("2XX", (), ir.Doc(), ir.SourcePointer(AT)),)
    assert [code for code, _, _ in lowered.said] == ["undocumented-success"]


def test_successes_that_are_read_in_different_ways_are_warned_of() -> None:
    lowered = lower_get("""
        responses:
          '200': {description: Some., content: {application/json: {schema: {type: string}}}}
          '206': {description: A part., content: {application/octet-stream: {}}}
        """)
    assert lowered.said == [
        (
            "weak-type",
            "another success comes bit by bit, and so does that of 200",
            f"{AT}/responses/200",
        )
    ]


# Errors

PROBLEM = "{type: object, properties: {message: {type: string}}}"


def test_a_component_as_the_body_of_an_error() -> None:
    lowered = lower_get(
        """
        responses:
          '204': {description: Done.}
          '401':
            description: Who are you?
            content: {application/json: {schema: {$ref: '#/components/schemas/Unauthorized'}}}
        """,
        components={"schemas": {"Unauthorized": yaml.safe_load(PROBLEM)}},
    )
    at = "/components/schemas/Unauthorized"
    assert lowered.operation.errors == (
        ir.ErrorResponse(
            status="401",
            media_type=ir.MediaType("application/json", ir.Named(f"errors:{at}"), None),
            error=f"raised:{at}",
            doc=ir.Doc(description="Who are you?"),
            source=ir.SourcePointer(f"{AT}/responses/401"),
        ),
    )
    assert lowered.api.errors == (
        ir.ErrorType(
            id=f"raised:{at}",
            hints=("UnauthorizedError",),
            body=ir.Named(f"errors:{at}"),
            doc=ir.Doc(description="Who are you?"),
            source=ir.SourcePointer(at),
            name=ir.Name("Unauthorized"),
            module="",
        ),
    )
    body = lowered.model(f"errors:{at}")
    assert (body.package, body.hints) == ("errors", ("UnauthorizedErrorData",))


def test_an_inline_error_is_named_after_its_operation_and_status() -> None:
    lowered = lower_get(f"""
        operationId: makeX
        responses:
          '204': {{description: Done.}}
          '409': {{description: C., content: {{application/json: {{schema: {PROBLEM}}}}}}}
          '500': {{description: S., content: {{application/json: {{schema: {PROBLEM}}}}}}}
          default: {{description: D., content: {{application/json: {{schema: {PROBLEM}}}}}}}
        """)
    assert [error.hints for error in lowered.api.errors] == [
        ("MakeXConflictError",),
        ("MakeXInternalServerError",),
        ("MakeXDefaultError",),
    ]


def test_an_inline_error_of_a_shared_response_is_named_after_that() -> None:
    shared = f"{{description: Gone., content: {{application/json: {{schema: {PROBLEM}}}}}}}"
    lowered = lower_get(
        "responses: {'204': {description: D.}, '404': {$ref: '#/components/responses/Gone'}}",
        components={"responses": {"Gone": yaml.safe_load(shared)}},
    )
    assert [error.hints for error in lowered.api.errors] == [("GoneError",)]
    assert lowered.operation.errors[0].source == ir.SourcePointer("/components/responses/Gone")


def test_the_same_component_is_one_error_and_may_be_a_model_too() -> None:
    lowered = lower_get(
        """
        responses:
          '200': &r
            description: R.
            content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}
          '400': *r
          '404': *r
        """,
        components={"schemas": {"P": yaml.safe_load(PROBLEM)}},
    )
    assert [error.id for error in lowered.api.errors] == ["raised:/components/schemas/P"]
    assert {(item.id, item.package) for item in lowered.api.declarations} == {
        ("/components/schemas/P", "components"),
        ("errors:/components/schemas/P", "errors"),
    }


def test_a_component_that_is_an_error_and_a_model_keeps_both_names() -> None:
    lowered = lower_get(
        """
        responses:
          '200': &r
            description: R.
            content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
          '400': *r
        """,
        components={"schemas": {"Fault": yaml.safe_load(PROBLEM)}},
    )
    made = passes.run(lowered.api, CONFIG, Diagnostics())
    assert [(d.package, d.name.python, d.module) for d in made.declarations] == [
        ("components", "Fault", "fault"),
        ("errors", "FaultErrorData", "fault_error"),
    ]
    assert [(e.name.python, e.module) for e in made.errors] == [("FaultError", "fault_error")]


@pytest.mark.parametrize(
    "content", ["{text/plain: {}}", "{application/json: {schema: {type: string}}}"]
)
def test_an_error_that_is_no_object_has_no_class(content: str) -> None:
    lowered = lower_get(f"""
        responses:
          '204': {{description: Done.}}
          '404': {{description: Gone., content: {content}}}
        """)
    assert [error.error for error in lowered.operation.errors] == [None]
    assert [code for code, _, _ in lowered.said] == ["untyped-error"]


# Security

SCHEMES = yaml.safe_load("""
securitySchemes:
  key: {type: http, scheme: Bearer}
  other: {type: http, scheme: bearer}
  basic: {type: http, scheme: basic, description: A name and a password.}
  custom: {type: http, scheme: Token}
  digest: {type: http, scheme: digest}
  mutual: {type: mutualTLS}
  header: {type: apiKey, in: header, name: X-Key}
  query: {type: apiKey, in: query, name: key}
  cookie: {type: apiKey, in: cookie, name: sid}
  injected: {type: apiKey, in: header, name: "X-Key: a"}
  nowhere: {type: apiKey, in: body, name: x}
  oidc: {type: openIdConnect, openIdConnectUrl: https://e.example}
  fetched:
    type: oauth2
    flows: {clientCredentials: {tokenUrl: https://e.example/token, scopes: {read: Read.}}}
  asked:
    type: oauth2
    flows: {implicit: {authorizationUrl: https://e.example/auth, scopes: {read: Read.}}}
""")


def required(*alternatives: tuple[str, ...]) -> tuple[tuple[ir.Requirement, ...], ...]:
    return tuple(tuple(map(ir.Requirement, together)) for together in alternatives)


@pytest.mark.parametrize(
    ("security", "expected"),
    [
        ("[{key: []}]", required(("key",))),
        ("[{key: []}, {}]", required(("key",), ())),
        ("[]", required(())),
        ("[{basic: []}, {key: []}]", required(("basic",), ("key",))),
        ("[{key: [], header: []}]", required(("key", "header"))),
        ("[{fetched: [read]}]", ((ir.Requirement("fetched", ("read",)),),)),
        ("[{asked: [read]}]", required(("asked",))),
    ],
)
def test_security(security: str, expected: tuple[tuple[ir.Requirement, ...], ...]) -> None:
    lowered = lower_get(f"security: {security}", components=SCHEMES)
    assert lowered.operation.security == expected
    assert lowered.said == []


@pytest.mark.parametrize(
    ("scheme", "kind", "arguments", "more"),
    [
        ("key", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("custom", ir.BearerScheme, ["token"], {"prefix": "Token"}),
        ("oidc", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("asked", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("basic", ir.BasicScheme, ["username", "password"], {}),
        ("header", ir.ApiKeyScheme, ["key"], {"location": "header", "key": "X-Key"}),
        ("query", ir.ApiKeyScheme, ["key"], {"location": "query", "key": "key"}),
        ("cookie", ir.ApiKeyScheme, ["key"], {"location": "cookie", "key": "sid"}),
        (
            "fetched",
            ir.ClientCredentialsScheme,
            ["token", "client_id", "client_secret", "token_url"],
            {"token_url": "https://e.example/token"},
        ),
    ],
)
def test_a_security_scheme_is_of_a_kind(
    scheme: str, kind: type[ir.Scheme], arguments: list[str], more: dict[str, str]
) -> None:
    lowered = lower_get(f"security: [{{{scheme}: []}}]", components=SCHEMES)
    (made,) = lowered.api.security_schemes
    assert type(made) is kind
    assert [name.wire for name in made.arguments] == arguments
    assert {key: getattr(made, key) for key in more} == more


def test_an_operation_without_security_has_that_of_the_document() -> None:
    lowered = lower_get("", components=SCHEMES, security=[{"key": []}])
    assert lowered.operation.security == lowered.api.security == required(("key",))


@pytest.mark.parametrize(
    ("scheme", "why"),
    [
        ("digest", "it is of type http digest"),
        ("mutual", "it is of type mutualTLS"),
        ("injected", "it is of type apiKey"),
        ("nowhere", "it is of type apiKey"),
    ],
)
def test_a_scheme_that_nothing_can_be_sent_for_is_left_to_the_caller(scheme: str, why: str) -> None:
    lowered = lower_get(f"security: [{{{scheme}: [], key: []}}]", components=SCHEMES)
    assert lowered.operation.security == required(("key",))
    assert lowered.said == [
        (
            "unsupported-security",
            f"the SDK sends nothing for the security `{scheme}`: {why}",
            f"/components/securitySchemes/{scheme}",
        )
    ]


def test_a_security_scheme_that_is_not_declared_is_left_out() -> None:
    lowered = lower_get("security: [{nobody: []}]")
    assert lowered.operation.security == ((),)
    assert lowered.said == [
        (
            "unknown-security-scheme",
            "there is no security scheme `nobody`, so no credentials are sent for it",
            f"{AT}/security/0/nobody",
        )
    ]


# The rest


def test_an_ignored_operation_is_noted() -> None:
    lowered = lower_get("x-speakeasy-ignore: true")
    assert lowered.operations == []
    assert [(i.severity, i.code, i.subject) for i in lowered.diagnostics.items] == [
        ("note", "ignored-operation", "GET /x")
    ]


def url_of(operation: ir.Operation) -> str:
    return operation.server.url if operation.server else ""


def test_an_operation_has_a_server_of_its_own() -> None:
    variables = "variables: {region: {default: eu}}"
    lowered = lower_get(f"servers: [{{url: 'https://{{region}}.e.example', {variables}}}]")
    assert url_of(lowered.operation) == "https://{region}.e.example"


def test_of_several_servers_of_its_own_the_first_is_called() -> None:
    lowered = lower_get("servers: [{url: https://a.example}, {url: https://b.example}]")
    assert url_of(lowered.operation) == "https://a.example"
    assert lowered.said == [
        ("first-server", "of its own servers the first is called", f"{AT}/servers")
    ]


def test_a_path_has_a_server_of_its_own() -> None:
    item = {"servers": [{"url": "https://a.example"}], "get": {"responses": {}}}
    assert url_of(lower_data({"paths": {"/x": item}}).operation) == "https://a.example"


def test_a_server_of_its_own_without_a_host_drops_an_operation() -> None:
    lowered = lower_get("servers: [{url: /v2}]")
    assert dropped(lowered) == [("GET /x", "its own server has no host", f"{AT}/servers/0")]


def test_the_same_servers_again_change_nothing() -> None:
    url = "https://e.example"
    lowered = lower_get(f"servers: [{{url: '{url}'}}]", servers=[{"url": url}])
    assert lowered.said == []


def test_all_reasons_are_given_at_once() -> None:
    lowered = lower_get("""
        parameters: [{$ref: '#/nowhere'}, {$ref: '#/elsewhere'}]
        responses: {'200': {description: Done.}}
        """)
    ((_, message, at),) = dropped(lowered)
    assert message == (
        "`#/nowhere` does not exist in the document; `#/elsewhere` does not exist in the document"
    )
    assert at == f"{AT}/parameters/0/$ref"


def test_an_operation_that_is_none_is_dropped() -> None:
    lowered = lower_data({"paths": {"/x": {"get": 3}}})
    assert [(subject, at) for subject, _, at in dropped(lowered)] == [("GET /x", AT)]


def test_a_path_without_a_slash_drops_its_operations() -> None:
    lowered = lower_data({"paths": {"x": {"get": {"responses": DONE}}}})
    assert dropped(lowered) == [("GET x", "the path does not begin with `/`", "/paths/x")]


# Resources


@pytest.mark.parametrize(
    ("tags", "root", "expected"),
    [
        ("[B]", [{"name": "A"}, {"name": "B"}], "/tags/1"),
        ("[B]", [{"name": "A"}], f"{AT}/tags/0"),
        ("[]", [], AT),
    ],
)
def test_a_resource_is_where_its_tag_is(tags: str, root: list[Any], expected: str) -> None:
    lowered = lower_get(f"tags: {tags}", tags=root)
    assert [item.source for item in lowered.api.resources] == [ir.SourcePointer(expected)]


# Documentation of bodies


def test_an_inline_body_that_says_nothing_says_what_its_request_or_response_says() -> None:
    inline = "{application/json: {schema: {type: object, properties: {a: {}}}}}"
    lowered = lower_get(f"""
        requestBody: {{description: What to make., content: {inline}}}
        responses:
          '201': {{description: What was made., content: {inline}}}
          '409': {{description: It is there already., content: {inline}}}
        """)
    assert [item.doc.description for item in lowered.api.declarations] == [
        "What to make.",
        "What was made.",
        "It is there already.",
    ]


def test_a_body_with_a_description_of_its_own_keeps_it() -> None:
    lowered = lower_get("""
        requestBody:
          description: What to make.
          content:
            application/json: {schema: {type: object, description: Mine., properties: {a: {}}}}
        """)
    assert [item.doc.description for item in lowered.api.declarations] == ["Mine."]


def test_what_a_body_says_is_not_said_of_a_component_or_an_item() -> None:
    lowered = lower_get(
        """
        requestBody:
          description: All of them.
          content:
            application/json: {schema: {type: array, items: {type: object, properties: {a: {}}}}}
        responses:
          '200':
            description: One of them.
            content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}
        """,
        components={"schemas": {"P": yaml.safe_load(PROBLEM)}},
    )
    assert [item.doc.description for item in lowered.api.declarations] == ["", ""]


@pytest.mark.parametrize(
    ("status", "content", "walked"),
    [
        ("206", "image/png: {}", False),
        ("206", "application/x-ndjson: {}", True),
        ("404", "image/png: {}", True),
        ("206", "application/json: {}", True),
    ],
)
def test_pages_are_walked_only_where_all_answers_are_json(
    *, status: str, content: str, walked: bool
) -> None:
    lowered = lower_get(f"""
        parameters: [{{name: offset, in: query, schema: {{type: integer}}}}]
        x-speakeasy-pagination:
          type: offsetLimit
          inputs: [{{name: offset, in: parameters, type: offset}}]
          outputs: {{results: $.data}}
        responses:
          '200':
            description: A page.
            content:
              application/json:
                schema: {{type: object, properties: {{data: {{type: array, items: {{}}}}}}}}
          '{status}': {{description: Another., content: {{{content}}}}}
        """)
    assert (lowered.operation.pagination is not None) is walked
    assert ("unsupported-pagination" in {code for code, _, _ in lowered.said}) is not walked
