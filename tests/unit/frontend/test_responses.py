"""Responses: which are successes, and which classes failures have."""

from __future__ import annotations

import pytest
import yaml

from sdkwright import passes
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from tests.unit.support.lowering import AT, CONFIG, PROBLEM, Lowered, lower_data, lower_get
from tests.unit.support.origins import named, origin


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
            "another success response is streamed, so 200 is streamed as well",
            f"{AT}/responses/200",
        )
    ]


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
            media_type=ir.MediaType("application/json", named(at, "error"), None),
            error=origin(at, "raised"),
            doc=ir.Doc(description="Who are you?"),
            source=ir.SourcePointer(f"{AT}/responses/401"),
        ),
    )
    assert lowered.api.errors == (
        ir.ErrorType(
            id=origin(at, "raised"),
            hints=("UnauthorizedError",),
            body=named(at, "error"),
            doc=ir.Doc(description="Who are you?"),
            source=ir.SourcePointer(at),
            name=ir.Name("Unauthorized"),
            module="",
        ),
    )
    body = lowered.model(origin(at, "error"))
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
    at = "/components/schemas/P"
    assert [error.id for error in lowered.api.errors] == [origin(at, "raised")]
    assert {(item.id, item.package) for item in lowered.api.declarations} == {
        (origin(at), "components"),
        (origin(at, "error"), "errors"),
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


def errors_of(*content: str) -> Lowered:
    """Lower an operation with a 404 in several media types."""
    return lower_get(
        f"""
        operationId: makeX
        responses:
          '204': {{description: Done.}}
          '404': {{description: Gone., content: {{{', '.join(content)}}}}}
        """,
        components={"schemas": {"P": yaml.safe_load(PROBLEM)}},
    )


REFERRED = "schema: {$ref: '#/components/schemas/P'}"


def test_an_error_in_several_media_types_is_one_for_each() -> None:
    lowered = errors_of(
        f"application/xml: {{{REFERRED}}}",
        f"application/json: {{{REFERRED}}}",
        f"application/x-www-form-urlencoded: {{{REFERRED}}}",
        f"application/problem+json: {{schema: {PROBLEM}}}",
        "text/plain: {schema: {type: string}}",
        "image/png: {}",
    )
    component = origin("/components/schemas/P", "raised")
    inline = origin(f"{AT}/responses/404/content/application~1problem+json/schema", "raised")
    assert [
        (error.key, error.media_type and error.media_type.content, error.error)
        for error in lowered.operation.errors
    ] == [
        ("404", "json", component),
        ("404 application/problem+json", "json", inline),
        ("404 application/x-www-form-urlencoded", "form", component),
        ("404 application/xml", "xml", component),
    ]
    assert [error.hints for error in lowered.api.errors] == [
        ("PError",),
        ("MakeXNotFoundProblemJSONError",),
    ]
    at = f"{AT}/responses/404/content"
    assert [(code, place) for code, _, place in lowered.said] == [
        ("untyped-error", f"{at}/text~1plain"),
        ("untyped-error", f"{at}/image~1png"),
    ]


def test_an_error_in_the_same_inline_schema_is_one_class() -> None:
    lowered = errors_of(
        f"application/json: {{schema: {PROBLEM}}}", f"application/vnd.a+json: {{schema: {PROBLEM}}}"
    )
    assert [error.hints for error in lowered.api.errors] == [("MakeXNotFoundError",)]
    first, second = lowered.operation.errors
    assert (first.error, first.media_type and first.media_type.type) == (
        second.error,
        second.media_type and second.media_type.type,
    )


@pytest.mark.parametrize(
    ("schema", "name", "is_read", "codes"),
    [
        ("{type: object, properties: {a: {type: integer}}}", "application/xml", False, 1),
        ("{type: array, items: {type: integer}}", "application/xml", False, 1),
        ("{type: array, items: {type: integer}}", "multipart/mixed", True, 1),
        ("{type: object, properties: {a: {type: integer}}}", "multipart/form-data", True, 0),
        ("{type: object, properties: {a: FILE}}", "multipart/form-data", False, 1),
        ("{type: array, items: {type: integer}}", "application/x-www-form-urlencoded", False, 1),
        ("{type: array, items: {type: integer}}", "application/vnd.a+json", True, 1),
    ],
)
def test_another_media_type_of_an_error_is_read_or_noted(
    schema: str, name: str, *, is_read: bool, codes: int
) -> None:
    schema = schema.replace("FILE", "{type: string, format: binary}")
    lowered = errors_of(f"application/json: {{{REFERRED}}}", f"{name}: {{schema: {schema}}}")
    assert [error.is_other for error in lowered.operation.errors] == [False, True][: 1 + is_read]
    assert [code for code, _, _ in lowered.said] == ["untyped-error"] * codes
    at = f"{AT}/responses/404/content/{name.replace('/', '~1')}"
    assert {place for _, _, place in lowered.said} <= {at}


@pytest.mark.parametrize(
    ("schema", "is_read"),
    [
        ("{$ref: '#/components/schemas/P'}", True),
        ("{type: array, items: {$ref: '#/components/schemas/P'}}", False),
        ("{type: string}", False),
    ],
)
def test_xml_with_the_schema_of_json_is_read_if_it_comes(schema: str, *, is_read: bool) -> None:
    content = f"{{application/json: {{schema: {schema}}}, application/xml: {{schema: {schema}}}}}"
    lowered = lower_get(
        f"responses: {{'200': {{description: Fine., content: {content}}}}}",
        components={"schemas": {"P": yaml.safe_load(PROBLEM)}},
    )
    (response,) = lowered.operation.responses
    assert [media.name for media in response.also] == ["application/xml"][:is_read]
    assert [media.name for media in response.all_media] == ["application/json"]
    at = f"{AT}/responses/200/content/application~1xml"
    assert [(code, place) for code, _, place in lowered.said] == (
        [] if is_read else [("ignored-media-type", at)]
    )


@pytest.mark.parametrize(
    ("other", "kind", "is_said"),
    [
        ("{schema: {type: integer}}", ir.Primitive("integer"), False),
        ("{description: D., schema: {type: integer, title: T}}", ir.Primitive("integer"), False),
        ("{schema: {$ref: '#/components/schemas/N'}}", ir.Primitive("integer"), False),
        ("{schema: {type: boolean}}", ir.Primitive("string"), True),
        ("{content: {application/json: {schema: {type: integer}}}}", ir.Primitive("string"), True),
    ],
)
def test_a_header_that_differs_between_responses_is_text(
    other: str, kind: ir.Type, *, is_said: bool
) -> None:
    lowered = lower_get(
        f"""
        responses:
          '200': {{description: A., headers: {{X-A: {{schema: {{type: integer}}}}}}}}
          '201': {{description: B., headers: {{x-a: {other}}}}}
        """,
        components={"schemas": {"N": {"type": "integer"}}},
    )
    headers = lowered.operation.headers
    assert isinstance(headers, ir.Named)
    (model,) = (item for item in lowered.api.declarations if item.id == headers.id)
    assert isinstance(model, ir.Model)
    assert [field.type for field in model.fields] == [kind]
    assert lowered.operation.header_forms == ()
    at = f"{AT}/responses/201/headers/x-a"
    assert [(code, place) for code, _, place in lowered.said] == (
        [("weak-type", at)] if is_said else []
    )


@pytest.mark.parametrize(
    ("response", "description"),
    [
        ({"summary": "All."}, "All."),
        ({"summary": "All.", "description": "In order."}, "All.\n\nIn order."),
        ({}, ""),
    ],
)
def test_a_response_may_have_a_summary_alone(response: dict[str, str], description: str) -> None:
    responses = {"200": response, "404": response}
    data = {"openapi": "3.2.0", "paths": {"/x": {"get": {"responses": responses}}}}
    lowered = lower_data(data)
    assert [item.doc.description for item in lowered.operation.responses] == [description]
    assert [item.doc.description for item in lowered.operation.errors] == [description]
    assert lowered.said == []


@pytest.mark.parametrize("status", ["204", "205"])
def test_a_status_without_a_body_returns_nothing(status: str) -> None:
    lowered = lower_get(
        f"responses: {{'{status}': {{description: D., content: {{application/json: {{}}}}}}}}"
    )
    assert [item.media_types for item in lowered.operation.responses] == [()]
    assert lowered.said == [
        (
            "ignored-body",
            f"a response with the status {status} has no body, so its content is ignored",
            f"{AT}/responses/{status}/content",
        )
    ]


def test_a_response_to_head_has_no_body() -> None:
    content = {"application/json": {"schema": {"type": "string"}}}
    responses = {"200": {"description": "D.", "content": content}}
    lowered = lower_data({"paths": {"/x": {"head": {"responses": responses}}}})
    assert [item.media_types for item in lowered.operation.responses] == [()]
    assert [(item.severity, item.code) for item in lowered.diagnostics.items] == [
        ("note", "ignored-body")
    ]
