"""Documents with faults that real ones have: each is read, and told of at its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import lower
from sdkwright.model import ir
from sdkwright.source.document import load
from sdkwright.source.normalize import normalize
from tests.unit.support.lowering import CONFIG, lower_data

TEXT = "application/json: {schema: {type: string}}"
RESPONSES = f"responses: {{'200': {{description: Some., content: {{{TEXT}}}}}}}"
GET = f"{{get: {{{RESPONSES}}}}}"
AT = "/paths/~1x/get"
SCHEMA = f"{AT}/responses/200/content/application~1json/schema"


@dataclass(frozen=True)
class Fault:
    """A document, the operations that are made of it, and what is said.

    `head` is all but the paths, `said` one of severity, code, message and place in each line.
    """

    id: str
    paths: str
    said: tuple[tuple[str, str, str, str], ...]
    head: str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}"
    made: tuple[str, ...] = ("GET /x",)


HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}"
GET_X = f"{{/x: {GET}}}"
BODY = "requestBody/content/application~1json"
EMPTY = "`{}` has no value; it is read as empty"


def operation(text: str) -> str:
    return f"{{/x: {{get: {{{text}}}}}}}"


def with_parameter(text: str, path: str = "/x") -> str:
    return f"{{'{path}': {{get: {{parameters: [{{{text}}}], {RESPONSES}}}}}}}"


def with_schema(text: str) -> str:
    response = f"{{description: Some., content: {{application/json: {{schema: {text}}}}}}}"
    return operation(f"responses: {{'200': {response}}}")


def ignored(what: str, at: str) -> tuple[str, str, str, str]:
    return ("warning", "ignored-fault", f"`{what}` is invalid and is ignored", at)


def empty_list(what: str, at: str) -> tuple[str, str, str, str]:
    return (
        "warning",
        "ignored-fault",
        f"`{what}` is an empty list; it is read as an empty object",
        at,
    )


def weaker(what: str, at: str) -> tuple[str, str, str, str]:
    return (
        "warning",
        "weak-type",
        f"`{what}` is invalid and is ignored; the type is less precise",
        at,
    )


NO_VERSION = (
    "warning",
    "missing-version",
    "`info` has no `version`; using `0.0.0`",
    "/info",
)
NO_TITLE = ("warning", "missing-title", "`info` has no `title`; using `API`", "/info")
NO_SUCCESS = (
    "note",
    "undocumented-success",
    "no success response is documented; the method returns `None`",
    AT,
)

FAULTS = (
    # The root
    Fault("no version", f"{{/x: {GET}}}", (NO_VERSION,), "openapi: 3.1.0\ninfo: {title: T}"),
    Fault("no info", f"{{/x: {GET}}}", (NO_TITLE, NO_VERSION), "openapi: 3.1.0"),
    Fault(
        "versions that are numbers",
        f"{{/x: {GET}}}",
        (),
        "openapi: 3.1\ninfo: {title: T, version: 1.0}",
    ),
    Fault(
        "a version that is a date",
        f"{{/x: {GET}}}",
        (),
        "openapi: 3.1.0\ninfo: {title: T, version: 2024-01-02}",
    ),
    Fault(
        "a licence without a name, and a contact that is a text",
        f"{{/x: {GET}}}",
        (),
        "openapi: 3.1.0\ninfo: {title: T, version: '1', license: {}, contact: me}",
    ),
    Fault(
        "documentation elsewhere without a URL",
        f"{{/x: {{get: {{externalDocs: {{}}, {RESPONSES}}}}}}}",
        (),
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nexternalDocs: {}",
    ),
    Fault(
        "tags that are texts, or have no name",
        f"{{/x: {GET}}}",
        (ignored("tags/0", "/tags/0"), ignored("tags/1", "/tags/1")),
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ntags: [A, {description: B}]",
    ),
    Fault(
        "OpenAPI 3.2",
        f"{{/x: {{query: {{{RESPONSES}}}}}}}",
        (),
        "openapi: 3.2.0\ninfo: {title: T, version: '1'}",
        ("QUERY /x",),
    ),
    Fault("no paths", "", (), made=()),
    # Path items
    Fault("a path item without operations", f"{{/y: {{summary: None.}}, /x: {GET}}}", ()),
    Fault(
        "an operation that says nothing",
        "{/x: {get: }}",
        (
            (
                "warning",
                "empty-operation",
                "`get` has nothing in it; no method is generated",
                "/paths/~1x/get",
            ),
        ),
        made=(),
    ),
    Fault(
        "methods that are none",
        f"{{/x: {{get: {{{RESPONSES}}}, GET: {{}}, "
        "additionalOperations: {Post: {}, a b: {}}, a: 1}}",
        (
            (
                "error",
                "dropped-operation",
                "`GET` and another key are the same method",
                "/paths/~1x/GET",
            ),
            (
                "error",
                "dropped-operation",
                "unsupported HTTP method `Post`",
                "/paths/~1x/additionalOperations/Post",
            ),
            (
                "error",
                "dropped-operation",
                "unsupported HTTP method `a b`",
                "/paths/~1x/additionalOperations/a b",
            ),
            (
                "warning",
                "unknown-key",
                "unknown key `a` in a path item; it is ignored",
                "/paths/~1x/a",
            ),
        ),
    ),
    Fault(
        "a path item beside its reference",
        f"{{/x: {{$ref: '#/paths/~1y', post: {{{RESPONSES}}}}}, /y: {GET}}}",
        (),
        made=("POST /x", "GET /x", "GET /y"),
    ),
    Fault(
        "paths that differ in the names of parameters",
        "{'/{a}': {}, '/{b}': {}}",
        (
            (
                "warning",
                "duplicate-path",
                "this path and `/{a}` differ only in the names of parameters",
                "/paths/~1{b}",
            ),
        ),
        made=(),
    ),
    Fault("a slash at the end", f"{{/x: {GET}, /x/: {GET}}}", (), made=("GET /x", "GET /x/")),
    Fault(
        "paths without a slash",
        f"{{'': {GET}, y: {GET}, /x: {GET}}}",
        (
            ("error", "dropped-operation", "the path does not start with `/`", "/paths/"),
            ("error", "dropped-operation", "the path does not start with `/`", "/paths/y"),
        ),
    ),
    # Operations
    Fault(
        "an operationId that is a number",
        operation(f"operationId: 12, {RESPONSES}"),
        (
            (
                "warning",
                "read-as-text",
                "`operationId` is a number; it is read as a string",
                f"{AT}/operationId",
            ),
        ),
    ),
    Fault("no operationId", operation(f"operationId: '', {RESPONSES}"), ()),
    Fault(
        "an operationId twice",
        f"{{/x: {{get: {{operationId: a, {RESPONSES}}}, put: {{operationId: a, {RESPONSES}}}}}}}",
        (
            (
                "warning",
                "duplicate-operation-id",
                "duplicate operationId `a`; this operation is named after its path",
                "/paths/~1x/put/operationId",
            ),
        ),
        made=("GET /x", "PUT /x"),
    ),
    Fault(
        "methods in capitals",
        f"{{/x: {{GET: {{{RESPONSES}}}, Post: {{tags: A, {RESPONSES}}}}}}}",
        (
            (
                "warning",
                "read-as-text",
                "`tags` is a string; it is read as a list of one item",
                "/paths/~1x/Post/tags",
            ),
        ),
        made=("GET /x", "POST /x"),
    ),
    Fault(
        "a location in capitals",
        with_parameter("name: a, in: Query, schema: {type: string}"),
        (
            (
                "warning",
                "ignored-fault",
                "`Query` is read as `query`",
                f"{AT}/parameters/0/in",
            ),
        ),
    ),
    Fault(
        "a tag that is no list",
        operation(f"tags: A, {RESPONSES}"),
        (
            (
                "warning",
                "read-as-text",
                "`tags` is a string; it is read as a list of one item",
                f"{AT}/tags",
            ),
        ),
    ),
    Fault(
        "descriptions that are no text",
        operation(f"summary: 5, description: [a], deprecated: maybe, {RESPONSES}"),
        (
            (
                "warning",
                "read-as-text",
                "`summary` is a number; it is read as a string",
                f"{AT}/summary",
            ),
            ignored("description", f"{AT}/description"),
            ignored("deprecated", f"{AT}/deprecated"),
        ),
    ),
    Fault(
        "a body without content",
        f"{{/x: {{post: {{requestBody: {{description: B.}}, {RESPONSES}}}}}}}",
        (
            (
                "warning",
                "ignored-fault",
                "the request body has no `content`; no body is sent",
                "/paths/~1x/post/requestBody",
            ),
        ),
        made=("POST /x",),
    ),
    # Parameters
    Fault(
        "a path parameter that is not declared",
        f"{{'/x/{{id}}': {GET}}}",
        (
            (
                "warning",
                "undeclared-parameter",
                "path parameter `id` is not declared; it is treated as a string",
                "/paths/~1x~1{id}/get",
            ),
        ),
        made=("GET /x/{id}",),
    ),
    Fault(
        "a path parameter that has no place",
        with_parameter("name: id, in: path, required: true, schema: {type: string}"),
        (
            (
                "warning",
                "unused-parameter",
                "path parameter `id` is not in the path; it is ignored",
                f"{AT}/parameters/0",
            ),
        ),
    ),
    Fault(
        "a path parameter that is not required",
        with_parameter("name: id, in: path, required: false, schema: {type: string}", "/x/{id}"),
        (
            (
                "note",
                "required-parameter",
                "path parameter `id` is treated as required",
                "/paths/~1x~1{id}/get/parameters/0",
            ),
        ),
        made=("GET /x/{id}",),
    ),
    Fault(
        "headers that the client sets",
        f"{{/x: {{get: {{parameters: [{{name: Accept, in: header}}, "
        f"{{name: content-type, in: header}}, {{name: Authorization, in: header}}], "
        f"{RESPONSES}}}}}}}",
        (
            *(
                (
                    "note",
                    "ignored-parameter",
                    f"the client sets the header `{name}`; the parameter is ignored",
                    f"{AT}/parameters/{index}",
                )
                for index, name in enumerate(("Accept", "content-type"))
            ),
            (
                "warning",
                "ignored-parameter",
                (
                    "OpenAPI ignores a parameter for the header `Authorization`, and no security "
                    "scheme of the operation sets it: it is not sent"
                ),
                f"{AT}/parameters/2",
            ),
        ),
    ),
    Fault(
        "a parameter without a schema",
        with_parameter("name: a, in: query, type: string"),
        (
            (
                "warning",
                "weak-type",
                "`a` has no `schema`; typed as `Any`",
                f"{AT}/parameters/0",
            ),
        ),
    ),
    Fault(
        "a parameter of another media type",
        with_parameter("name: a, in: query, content: {application/xml: {schema: {type: object}}}"),
        (
            (
                "note",
                "ignored-media-type",
                "`a` is sent as text: application/xml is not supported in parameters",
                f"{AT}/parameters/0",
            ),
        ),
    ),
    Fault(
        "a parameter that may be empty",
        with_parameter("name: a, in: query, allowEmptyValue: true, schema: {type: string}"),
        (),
    ),
    Fault(
        "examples that are a list",
        with_parameter("name: a, in: query, examples: [1], schema: {type: string}"),
        (ignored("examples", f"{AT}/parameters/0/examples"),),
    ),
    # Responses
    Fault("no responses", operation("summary: S"), (NO_SUCCESS,)),
    Fault("statuses that are numbers", operation("responses: {200: {description: D.}}"), ()),
    Fault("a range in small letters", operation("responses: {2xx: {description: D.}}"), ()),
    Fault(
        "a status that is none",
        operation("responses: {20x: {description: D.}, '200': {description: D.}}"),
        (
            (
                "warning",
                "invalid-status",
                "`20x` is not a valid status; the response is ignored",
                f"{AT}/responses/20x",
            ),
        ),
    ),
    Fault(
        "a response without a description",
        operation("responses: {'200': {}}"),
        (
            (
                "note",
                "missing-description",
                "the response has no `description`",
                f"{AT}/responses/200",
            ),
        ),
    ),
    Fault(
        "values that were left out",
        operation(
            "responses: {'200': , '201': {description: D., content: {application/json: }, "
            "headers: {X-A: }, links: {a: 5}}}"
        ),
        (
            (
                "warning",
                "ignored-fault",
                "`200` has no value; it is read as empty",
                f"{AT}/responses/200",
            ),
            ignored("headers/X-A", f"{AT}/responses/201/headers/X-A"),
            (
                "warning",
                "ignored-fault",
                "`application/json` has no value; it is read as empty",
                f"{AT}/responses/201/content/application~1json",
            ),
            ignored("links/a", f"{AT}/responses/201/links/a"),
        ),
    ),
    # Schemas
    Fault(
        "an enum without values",
        with_schema("{type: string, enum: []}"),
        (
            (
                "warning",
                "empty-enum",
                "`enum` is empty, so it would allow no value; it is ignored",
                f"{SCHEMA}/enum",
            ),
        ),
    ),
    Fault(
        "an enum with a value twice",
        with_schema("{type: string, enum: [a, b, a]}"),
        (
            (
                "warning",
                "duplicate-value",
                "the enum lists a value more than once",
                f"{SCHEMA}/enum",
            ),
        ),
    ),
    Fault(
        "nullable in OpenAPI 3.1",
        with_schema("{type: string, nullable: true}"),
        (
            (
                "note",
                "nullable-keyword",
                "OpenAPI 3.1 has no `nullable`; it is read as in 3.0",
                f"{SCHEMA}/nullable",
            ),
        ),
    ),
    Fault(
        "a required property that is none",
        with_schema("{type: object, required: [b], properties: {a: {type: string}}}"),
        (
            (
                "warning",
                "weak-type",
                "`b` is in `required` but not in `properties`; typed as `Any`",
                f"{SCHEMA}/required/0",
            ),
        ),
    ),
    Fault(
        "required as a property has it in Swagger",
        with_schema("{type: object, properties: {a: {type: string, required: true}}}"),
        (weaker("required", f"{SCHEMA}/properties/a/required"),),
    ),
    Fault("a type that is none", with_schema("{type: blob}"), (weaker("type", f"{SCHEMA}/type"),)),
    Fault(
        "a property that is called like a keyword",
        with_schema("{type: object, properties: {type: {type: blob}, tags: {type: string}}}"),
        (weaker("type", f"{SCHEMA}/properties/type/type"),),
    ),
    Fault(
        "a fault in a property that is called like a part of a response",
        with_schema("{type: object, properties: {headers: {type: blob}}}"),
        (weaker("type", f"{SCHEMA}/properties/headers/type"),),
    ),
    Fault(
        "items that are a list",
        with_schema("{type: array, items: [{type: string}]}"),
        (),
    ),
    Fault("a schema that is true", with_schema("{properties: {a: true}}"), ()),
    Fault(
        "a schema that is false",
        with_schema("{properties: {a: false}}"),
        (
            (
                "note",
                "forbidden-property",
                "`a` is forbidden here (its schema is `false`), so it is not generated",
                f"{SCHEMA}/properties/a",
            ),
        ),
    ),
    Fault(
        "dates without quotation marks",
        with_schema("{type: string, format: date, example: 2024-01-02, enum: [2024-01-02]}"),
        (),
    ),
    Fault(
        "keys that are no text",
        with_schema("{type: object, properties: {2024-01-02: {type: string}, 5: {}, on: {}}}"),
        (),
    ),
    Fault(
        "a requirement without scopes",
        operation(f"security: [{{key: }}], {RESPONSES}"),
        (("warning", "ignored-fault", EMPTY.format("key"), f"{AT}/security/0/key"),),
        head=f"{HEAD}\ncomponents: {{securitySchemes: {{key: {{type: http, scheme: bearer}}}}}}",
    ),
    Fault(
        "a requirement of the document without scopes",
        GET_X,
        (("warning", "ignored-fault", EMPTY.format("key"), "/security/0/key"),),
        head=f"{HEAD}\nsecurity: [{{key: }}]\n"
        "components: {securitySchemes: {key: {type: http, scheme: bearer}}}",
    ),
    Fault(
        "an empty list in place of properties",
        with_schema("{type: object, properties: []}"),
        (empty_list("properties", f"{SCHEMA}/properties"),),
    ),
    Fault(
        "an empty list in place of responses",
        operation("responses: []"),
        (
            empty_list("responses", f"{AT}/responses"),
            (
                "note",
                "undocumented-success",
                "no success response is documented; the method returns `None`",
                AT,
            ),
        ),
    ),
    Fault(
        "an empty list in place of content",
        operation("responses: {'200': {description: Some., content: []}}"),
        (empty_list("content", f"{AT}/responses/200/content"),),
    ),
    Fault(
        "content without a value",
        operation(f"requestBody: {{content: }}, {RESPONSES}"),
        (("warning", "ignored-fault", EMPTY.format("content"), f"{AT}/requestBody/content"),),
    ),
    Fault(
        "properties that are called like maps",
        with_schema("{type: object, properties: {content: {type: string, example: []}}}"),
        (),
    ),
    Fault(
        "a parameter without a value",
        operation(f"parameters: [null, {{name: a, in: query, schema: {{}}}}], {RESPONSES}"),
        (
            (
                "warning",
                "ignored-fault",
                "an item of `parameters` has no value and is ignored",
                f"{AT}/parameters/0",
            ),
        ),
    ),
    Fault(
        "a parameter of a path without a value",
        f"{{/x: {{parameters: [null], get: {{{RESPONSES}}}}}}}",
        (
            (
                "warning",
                "ignored-fault",
                "an item of `parameters` has no value and is ignored",
                "/paths/~1x/parameters/0",
            ),
        ),
    ),
    Fault(
        "a combination that is no list",
        with_schema("{allOf: {type: object, properties: {a: {type: string}}}}"),
        (
            (
                "warning",
                "ignored-fault",
                "`allOf` is an object; it is read as a list of one item",
                f"{SCHEMA}/allOf",
            ),
        ),
    ),
    Fault(
        "a combination with an item without a value",
        with_schema("{allOf: [null, {type: object, properties: {a: {type: string}}}]}"),
        (
            (
                "warning",
                "ignored-fault",
                "an item of `allOf` has no value; it is read as empty",
                f"{SCHEMA}/allOf/0",
            ),
        ),
    ),
    Fault(
        "combinations of what is sent that are no lists or have no values",
        operation(
            "requestBody: {content: {application/json: {schema: {allOf: [null, {allOf: "
            f"{{type: object, properties: {{a: {{maximum: 3}}}}}}}}]}}}}}}}}, {RESPONSES}"
        ),
        tuple(
            ("warning", "ignored-fault", message, f"{AT}/{BODY}/schema/allOf/{place}")
            for message, place in (
                ("an item of `allOf` has no value; it is read as empty", "0"),
                ("`allOf` is an object; it is read as a list of one item", "1/allOf"),
            )
        ),
    ),
    Fault(
        "an encoding without a value",
        operation(
            "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: "
            f"{{a: {{type: string}}}}}}, encoding: {{a: }}}}}}}}, {RESPONSES}"
        ),
        (
            (
                "warning",
                "ignored-fault",
                EMPTY.format("a"),
                f"{AT}/requestBody/content/multipart~1form-data/encoding/a",
            ),
        ),
    ),
    Fault(
        "a component without a value",
        with_schema("{$ref: '#/components/schemas/N'}"),
        (
            (
                "warning",
                "ignored-fault",
                "the schema has no value; it is read as empty",
                "/components/schemas/N",
            ),
        ),
        head=f"{HEAD}\ncomponents: {{schemas: {{N: }}}}",
    ),
    Fault(
        "what stands beside a reference",
        f"{{/x: {{get: {{parameters: [{{$ref: '#/paths/~1y/parameters/0', required: true}}], "
        f"{RESPONSES}}}}}, "
        "/y: {parameters: [{name: a, in: query, schema: {type: string}}]}}",
        (),
    ),
)


def read(fault: Fault, folder: Path) -> tuple[list[str], list[tuple[str, str, str, str | None]]]:
    """Give the operations that are made, and what is said."""
    file = folder / "api.yaml"
    file.write_text(f"{fault.head}\npaths: {fault.paths}\n", encoding="utf-8")
    found = Diagnostics()
    api = lower(normalize(load(file, found), found).data, CONFIG, found)
    operations: list[ir.Operation] = [o for item in api.resources for o in item.operations]
    return (
        [f"{item.method.upper()} {item.path}" for item in operations],
        [(item.severity, item.code, item.message, item.pointer) for item in found.items],
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id.replace(" ", "-"))
def test_a_document_with_a_fault_is_read(fault: Fault, tmp_path: Path) -> None:
    made, said = read(fault, tmp_path)
    assert said == list(fault.said)
    assert sorted(made) == sorted(fault.made)


@pytest.mark.parametrize(
    "parameter",
    [
        "name: a, schema: {type: string}",
        "in: query, schema: {type: string}",
        "name: a, in: body, schema: {type: object}",
        "",
    ],
)
def test_what_decides_about_requests_is_never_guessed(parameter: str, tmp_path: Path) -> None:
    made, said = read(Fault("", with_parameter(parameter), ()), tmp_path)
    assert made == []
    assert [(severity, code) for severity, code, _, _ in said] == [("error", "dropped-operation")]


@pytest.mark.parametrize(
    ("place", "fix"),
    [
        ("body", "describe it in `requestBody`: `in: body` is of OpenAPI 2.0"),
        (
            "formData",
            (
                "describe it in `requestBody`, as a property of a form: "
                "`in: formData` is of OpenAPI 2.0"
            ),
        ),
        ("nowhere", "correct it; see the OpenAPI specification"),
    ],
)
def test_a_location_of_openapi_2_is_refused_with_what_replaced_it(place: str, fix: str) -> None:
    parameter = {"name": "a", "in": place, "schema": {"type": "string"}}
    lowered = lower_data({"paths": {"/x": {"get": {"parameters": [parameter], "responses": {}}}}})
    assert [(item.code, item.fix) for item in lowered.diagnostics.items] == [
        ("dropped-operation", fix)
    ]


def test_faults_in_components_are_mended_where_they_are_used(tmp_path: Path) -> None:
    fault = Fault(
        "",
        "{/x: {get: {responses: {'200': {$ref: '#/components/responses/A'}}}}}\n"
        "components: {responses: {A: {content: {application/json: {schema: "
        "{$ref: '#/components/schemas/B'}}}}}, schemas: {B: {type: blob}}}",
        (),
    )
    assert read(fault, tmp_path) == (
        ["GET /x"],
        [
            (
                "note",
                "missing-description",
                "the response has no `description`",
                "/components/responses/A",
            ),
            weaker("type", "/components/schemas/B/type"),
        ],
    )
