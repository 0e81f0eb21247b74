"""Operations: which there are, where they are sent, and which are dropped, and why."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import AT, DONE, Lowered, lower_data, lower_get, lower_text


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
                                schema=f"{at}/parameters/0/schema",
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
        request_schemas=(
            ir.RequestSchema(f"{at}/parameters/0/schema", ir.JsonText('{"type": "string"}'), ()),
        ),
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


@pytest.mark.parametrize(
    ("own", "security", "expected", "said"),
    [
        ("https://a.example/v2", "", (("key",),), []),
        ("HTTPS://A.example:443", "", (("key",),), []),
        ("https://b.example", "", ((),), ["withheld-credentials"]),
        ("https://a.example:444", "", ((),), ["withheld-credentials"]),
        ("http://a.example", "", ((),), ["withheld-credentials"]),
        ("https://a.example.b.example", "", ((),), ["withheld-credentials"]),
        ("https://a.example@b.example", "", ((),), ["withheld-credentials"]),
        ("https://[", "", ((),), ["withheld-credentials"]),
        ("https://b.example", "security: [{key: []}]", (("key",),), []),
        ("https://b.example", "security: []", ((),), []),
    ],
)
def test_its_own_server_gets_the_credentials_that_the_operation_names(
    own: str, security: str, expected: object, said: list[str]
) -> None:
    lowered = lower_text(f"""
        servers: [{{url: https://a.example/v1}}, {{url: 'https://{{x}}.c.example'}}]
        security: [{{key: []}}]
        paths:
          /x:
            get:
              operationId: x
              servers: [{{url: '{own}'}}]
              {security}
              responses: {{'204': {{description: d}}}}
        components: {{securitySchemes: {{key: {{type: http, scheme: bearer}}}}}}
    """)
    found = tuple(tuple(item.scheme for item in each) for each in lowered.operation.security)
    assert found == expected
    codes = [item.code for item in lowered.diagnostics.items]
    assert [code for code in codes if code != "undeclared-variable"] == said


def test_of_several_servers_of_its_own_the_first_is_called() -> None:
    lowered = lower_get("servers: [{url: https://a.example}, {url: https://b.example}]")
    assert url_of(lowered.operation) == "https://a.example"
    assert lowered.said == [
        ("first-server", "only the operation's first server is used", f"{AT}/servers")
    ]


def test_a_path_has_a_server_of_its_own() -> None:
    item = {"servers": [{"url": "https://a.example"}], "get": {"responses": {}}}
    assert url_of(lower_data({"paths": {"/x": item}}).operation) == "https://a.example"


def test_a_server_of_its_own_without_a_host_drops_an_operation() -> None:
    lowered = lower_get("servers: [{url: /v2}]")
    assert dropped(lowered) == [
        ("GET /x", "the operation's server URL has no host", f"{AT}/servers/0")
    ]


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
    assert dropped(lowered) == [("GET x", "the path does not start with `/`", "/paths/x")]


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
