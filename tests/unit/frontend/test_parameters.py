"""Parameters: those of operations, of paths, and of all operations."""

from __future__ import annotations

import pytest
import yaml

from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.source.normalize import query_strings
from tests.unit.support.lowering import AT, DONE, Lowered, lower_data, lower_get, lower_text


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


@pytest.mark.parametrize("location", ["query", "cookie"])
def test_a_global_parameter_is_only_where_operations_declare_it(location: str) -> None:
    shared = {"name": "lang", "in": location, "schema": {"type": "string"}}
    extension = {"x-speakeasy-globals": {"parameters": [shared]}}
    assert lower_get("", **extension).operation.parameters == ()
    (declared,) = lower_get(
        f"parameters: [{{name: lang, in: {location}, required: true, description: Own.,"
        " schema: {type: integer}}]",
        **extension,
    ).operation.parameters
    assert (declared.is_global, declared.required) == (True, True)
    assert (declared.type, declared.doc.description) == (ir.Primitive("integer"), "Own.")


def test_a_global_path_parameter_needs_its_placeholder() -> None:
    shared = {"name": "tenant", "in": "path", "required": True, "schema": {"type": "string"}}
    lowered = lower_get(
        "parameters: [{name: tenant, in: path, required: true, schema: {type: string}}]",
        **{"x-speakeasy-globals": {"parameters": [shared]}},
    )
    assert lowered.operation.parameters == ()
    assert [item.code for item in lowered.diagnostics.items] == ["unused-parameter"]


def test_a_placeholder_in_the_fragment_of_a_path_is_none() -> None:
    lowered = lower_data({"paths": {"/x#{at}": {"get": {"responses": {"204": {}}}}}})
    (resource,) = lowered.api.resources
    assert resource.operations[0].parameters == ()
    assert [(code, message) for code, message, _ in lowered.said if "fragment" in code] == [
        ("ignored-fragment", "the part of the path after `#` is never sent")
    ]


def lower_path(path: str, parameters: str = "[]") -> Lowered:
    return lower_data(
        {
            "paths": {
                path: {"get": {"parameters": yaml.safe_load(parameters), "responses": DONE}},
            }
        }
    )


TEXT = "in: path, required: true, schema: {type: string}"


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/x/{Key+}", f"[{{name: Key, {TEXT}}}]"),
        ("/x/{Key+}", f"[{{name: Key+, {TEXT}}}]"),
        ("/x/{+Key}", f"[{{name: Key, {TEXT}}}]"),
        ("/x/{+Key}", f"[{{name: +Key, {TEXT}}}]"),
    ],
)
def test_a_parameter_can_have_several_segments(path: str, parameters: str) -> None:
    operation = lower_path(path, parameters).operation
    assert (operation.path, operation.template) == (path, "/x/{Key}")
    assert [(p.name.wire, p.style, p.doc.limits) for p in operation.parameters] == [
        ("Key", "segments", ("slashes separate segments of the path",))
    ]


def test_an_undeclared_parameter_can_have_several_segments_too() -> None:
    lowered = lower_path("/x/{proxy+}")
    assert [(p.name.wire, p.style) for p in lowered.operation.parameters] == [("proxy", "segments")]
    assert [code for code, _, _ in lowered.said] == ["undeclared-parameter"]


def test_a_query_in_the_path_is_that_of_the_parameters() -> None:
    query = "[{name: q, in: query, schema: {}}, {name: n, in: query, schema: {}}]"
    lowered = lower_path("/x{?q,n*}", query)
    assert lowered.operation.template == "/x"
    assert [p.name.wire for p in lowered.operation.parameters] == ["q", "n"]
    assert [(code, at) for code, _, at in lowered.said] == [("query-template", "/paths/~1x{?q,n*}")]


@pytest.mark.parametrize(
    ("path", "place", "template", "wires"),
    [
        ("/x?q={q}", "query", "/x", ["q"]),
        ("/x?v=1&q={q}", "query", "/x?v=1", ["q"]),
        ("/x?q={q}", "path", "/x?q={q}", ["q"]),
        ("/x?r={q}", "query", "/x?r={q}", ["q", "q"]),
    ],
)
def test_a_pair_of_the_path_that_parameters_describe_is_sent_once(
    path: str, place: str, template: str, wires: list[str]
) -> None:
    lowered = lower_path(path, f"[{{name: q, in: {place}, required: true, schema: {{}}}}]")
    assert (lowered.operation.template or path) == template
    assert [p.name.wire for p in lowered.operation.parameters] == wires
    assert ("query-template" in [code for code, _, _ in lowered.said]) == (template != path)


def test_a_name_that_is_declared_as_it_is_written_is_a_name() -> None:
    lowered = lower_path("/x/{;a*}", f"[{{name: ;a*, {TEXT}}}]")
    assert [p.name.wire for p in lowered.operation.parameters] == [";a*"]
    assert lowered.said == []


@pytest.mark.parametrize(
    ("expression", "fix"),
    [
        ("{;a}", "write `{a}`, and give the parameter `style: matrix`"),
        ("{.a}", "write `{a}`, and give the parameter `style: label`"),
        ("{/a}", "write `/{a}`"),
        ("{#a}", "remove it: a fragment is never sent"),
        ("{?a}", "remove it, and declare `a` with `in: query`"),
        ("{&a,b}", "remove it, and declare `a` with `in: query`"),
        ("{a*}", "write `{a}`, and describe the values in its schema"),
        ("{a:3}", "write `{a}`, and describe the values in its schema"),
        ("{a,b}", "write `{a}`, and describe the values in its schema"),
        ("{a:[0-9]+}", "write `{a}`, and describe the values in its schema"),
        ("{a=projects/*}", "write `{a}`, and describe the values in its schema"),
        ("{|a}", "write `{a}`, and describe the values in its schema"),
    ],
)
def test_another_expression_in_a_path_is_an_error(expression: str, fix: str) -> None:
    path = f"/x{expression}"
    lowered = lower_path(path, f"[{{name: a, {TEXT}}}]")
    assert lowered.api.resources == ()
    dropped = [item for item in lowered.diagnostics.items if item.code == "dropped-operation"]
    assert [(item.message, item.fix, item.pointer) for item in dropped] == [
        (
            f"the expression `{expression}` in the path is not supported",
            fix,
            child("/paths", path),
        )
    ]


def test_several_segments_have_no_style_of_their_own() -> None:
    lowered = lower_path("/x/{a+}", f"[{{name: a, style: label, {TEXT}}}]")
    assert [code for code, _, _ in lowered.said] == ["dropped-operation"]


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
            "style `matrix` is not allowed for query parameter `a`; using `form`",
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
            "path parameter `id` is not declared; it is treated as a string",
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


def test_what_a_parameter_has_besides_one_media_type_is_said() -> None:
    lowered = lower_get("""
        parameters:
          - name: a
            in: query
            schema: {type: integer}
            content: {application/json: {schema: {type: string}}, text/plain: {}, a/b: {}}
        """)
    (parameter,) = lowered.operation.parameters
    assert (parameter.type, parameter.style) == (ir.Primitive("string"), "json")
    at = f"{AT}/parameters/0"
    assert [(code, place) for code, _, place in lowered.said] == [
        ("ignored-media-type", f"{at}/content/text~1plain"),
        ("ignored-media-type", f"{at}/content/a~1b"),
        ("ignored-keyword", f"{at}/schema"),
    ]


# The whole query string (OpenAPI 3.2)


def whole(content: str) -> Lowered:
    data = yaml.safe_load(f"""
        openapi: 3.2.0
        info: {{title: T, version: '1'}}
        paths:
          /x:
            get:
              parameters: [{{name: q, in: querystring, {content}}}]
              responses: {{'204': {{description: Done.}}}}
        """)
    return lower_data(query_strings.mark(data))


@pytest.mark.parametrize(
    ("content", "style"),
    [
        ("content: {application/x-www-form-urlencoded: {schema: {type: object}}}", "wholeForm"),
        ("content: {application/vnd.a+json: {schema: {type: array}}}", "wholeJson"),
        ("content: {text/plain: {schema: {type: integer}}}", "wholeText"),
        ("content: {application/jsonpath: {schema: {type: string}}}", "wholeText"),
    ],
)
def test_the_whole_query_string_has_a_media_type(content: str, style: str) -> None:
    (parameter,) = whole(content).operation.parameters
    assert (parameter.location, parameter.style, parameter.explode) == ("query", style, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("schema: {type: string}", "it has no `content`"),
        (
            "content: {application/xml: {schema: {type: object}}}",
            "application/xml is not supported",
        ),
        (
            "content: {application/x-www-form-urlencoded: {schema: {type: array}}}",
            "a form must be an object",
        ),
    ],
)
def test_any_other_query_string_drops_the_operation(content: str, reason: str) -> None:
    ((code, message, at),) = whole(content).said
    assert (code, at) == ("dropped-operation", "/paths/~1x/get/parameters/0")
    assert message.startswith(f"`q` is the whole query string, but {reason}")


def test_the_encoding_of_a_query_string_is_reported() -> None:
    content = "{schema: {type: object}, encoding: {a: {style: deepObject}}}"
    said = whole(f"content: {{application/x-www-form-urlencoded: {content}}}").said
    assert [code for code, _, _ in said] == ["ignored-keyword"]


@pytest.mark.parametrize(
    ("version", "location", "reserved"),
    [
        ("3.2.0", "path", True),
        ("3.2.0", "cookie", True),
        ("3.2.0", "header", False),
        ("3.1.0", "path", False),
        ("3.1.0", "cookie", False),
        ("3.1.0", "query", True),
    ],
)
def test_where_reserved_characters_stay(
    version: str, location: str, reserved: bool  # noqa: FBT001 - one of a table
) -> None:
    parameter = {"name": "p", "in": location, "required": True, "allowReserved": True}
    operation = {"parameters": [{**parameter, "schema": {"type": "string"}}], "responses": DONE}
    path = "/{p}" if location == "path" else "/x"
    lowered = lower_data({"openapi": version, "paths": {path: {"get": operation}}})
    (found,) = lowered.operation.parameters
    assert found.allow_reserved is reserved


@pytest.mark.parametrize(
    ("path", "severity"), [("/#a=b", "note"), ("/a#b/c", "warning"), ("/a#{b}", "warning")]
)
def test_a_fragment_that_looks_like_a_path_is_warned_of(path: str, severity: str) -> None:
    lowered = lower_path(path)
    assert [(item.severity, item.code) for item in lowered.diagnostics.items] == [
        (severity, "ignored-fragment")
    ]


_OBJECT = "{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}"
_LISTS = "{type: array, items: {type: array, items: {type: string}}}"
_LIST_IN_OBJECT = "{type: object, properties: {a: {type: array, items: {type: string}}}}"
_FLAT = "{type: object, properties: {a: {type: string}}}"


@pytest.mark.parametrize(
    ("parameter", "style"),
    [
        (f"{{in: header, schema: {_OBJECT}}}", "simple"),
        (f"{{in: header, schema: {_LIST_IN_OBJECT}}}", "simple"),
        (f"{{in: header, schema: {{type: array, items: {_FLAT}}}}}", "simple"),
        (f"{{in: header, schema: {{oneOf: [{{type: string}}, {_OBJECT}]}}}}", "simple"),
        (f"{{in: header, schema: {{allOf: [{_OBJECT}]}}}}", "simple"),
        (f"{{in: header, schema: {{type: object, additionalProperties: {_FLAT}}}}}", "simple"),
        (f"{{in: query, schema: {_OBJECT}}}", "form"),
        (f"{{in: query, schema: {_LISTS}}}", "form"),
        (f"{{in: query, explode: false, schema: {_LIST_IN_OBJECT}}}", "form"),
        (f"{{in: query, style: pipeDelimited, schema: {_LISTS}}}", "pipeDelimited"),
        (f"{{in: cookie, schema: {_OBJECT}}}", "form"),
        (f"{{in: path, required: true, style: label, schema: {_OBJECT}}}", "label"),
    ],
)
def test_what_a_style_cannot_nest_is_warned_of(parameter: str, style: str) -> None:
    lowered = lower_data(_with_parameter(parameter))
    (said,) = (text for code, text, _ in lowered.said if code == "nested-parameter")
    assert said == (
        f"`a` has lists or objects inside, which style `{style}` does not define; "
        "each is sent as JSON"
    )


@pytest.mark.parametrize(
    "parameter",
    [
        f"{{in: header, schema: {_FLAT}}}",
        "{in: header, schema: {type: array, items: {type: string}}}",
        f"{{in: header, content: {{application/json: {{schema: {_OBJECT}}}}}}}",
        f"{{in: query, schema: {_LIST_IN_OBJECT}}}",
        f"{{in: query, style: deepObject, schema: {_OBJECT}}}",
        f"{{in: query, content: {{application/json: {{schema: {_OBJECT}}}}}}}",
    ],
)
def test_what_is_written_as_the_document_says_is_not_warned_of(parameter: str) -> None:
    lowered = lower_data(_with_parameter(parameter))
    assert "nested-parameter" not in [code for code, _, _ in lowered.said]


def _with_parameter(parameter: str) -> dict[str, object]:
    given = {"name": "a", **yaml.safe_load(parameter)}
    return {"paths": {"/x/{a}": {"get": {"parameters": [given], "responses": DONE}}}}
