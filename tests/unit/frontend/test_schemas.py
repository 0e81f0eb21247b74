"""Schemas: which type and which declarations a schema becomes."""

from __future__ import annotations

import msgspec
import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import (
    AT,
    SCHEMA,
    body_type,
    lower_data,
    lower_get,
    lower_schemas,
    posting,
)
from tests.unit.support.origins import named, origin

X = "/components/schemas/X"
STRING = ir.Primitive("string")


def type_of(schema: str) -> ir.Type:
    """Lower a schema as the property `p` of a model, and expect nothing to be said."""
    lowered = lower_schemas(f"X: {{type: object, properties: {{p: {schema}}}}}")
    assert lowered.said == []
    (field,) = lowered.model(X).fields
    return field.type


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string}", STRING),
        ("{type: string, format: date-time}", ir.Primitive("string", "date-time")),
        ("{type: integer, minimum: 0}", ir.Primitive("integer")),
        ("{type: number, format: double}", ir.Primitive("number", "double")),
        ("{type: [integer, number]}", ir.Primitive("number")),
        ("{type: boolean}", ir.Primitive("boolean")),
        ("{type: 'null'}", ir.Primitive("null")),
        ("{enum: [null]}", ir.Primitive("null")),
        ("{const: null}", ir.Primitive("null")),
        ("{}", ir.Any()),
        ("{description: Whatever.}", ir.Any()),
        ("{const: true, type: boolean}", ir.Literal((True,))),
        ("{const: 3}", ir.Literal((3,))),
        ("{enum: [true, false]}", ir.Literal((True, False))),
        ("{type: array, items: {type: string}}", ir.ListOf(STRING)),
        ("{type: array}", ir.ListOf(ir.Any())),
        ("{items: {type: string}}", ir.ListOf(STRING)),
        ("{type: object}", ir.MapOf(ir.Any())),
        ("{type: object, additionalProperties: true}", ir.MapOf(ir.Any())),
        ("{type: object, additionalProperties: {type: string}}", ir.MapOf(STRING)),
        ("{additionalProperties: {type: string}}", ir.MapOf(STRING)),
    ],
)
def test_a_plain_schema(schema: str, expected: ir.Type) -> None:
    assert type_of(schema) == expected


@pytest.mark.parametrize(
    "schema",
    [
        "{type: string, nullable: true}",
        "{type: [string, 'null']}",
        "{oneOf: [{type: string}, {type: 'null'}]}",
        "{anyOf: [{enum: [null]}, {type: string}]}",
        "{nullable: true, allOf: [{type: string}]}",
        "{allOf: [{type: [string, 'null']}]}",
        "{nullable: true, anyOf: [{type: string}]}",
    ],
)
def test_null_is_understood_in_all_its_spellings(schema: str) -> None:
    assert type_of(schema) == ir.Nullable(STRING)


@pytest.mark.parametrize(
    "schema",
    [
        "{allOf: [{type: string}], description: One.}",
        "{allOf: [{type: string}, {description: One.}]}",
        "{type: string, anyOf: [{pattern: a}, {minLength: 3}]}",
        "{anyOf: [{type: string, format: date}, {type: string, format: date-time}]}",
    ],
)
def test_annotations_and_constraints_leave_the_type_alone(schema: str) -> None:
    assert type_of(schema) == STRING


@pytest.mark.parametrize(
    ("keywords", "form"),
    [
        ("contentMediaType: application/octet-stream", "binary"),
        ("contentMediaType: image/png", "binary"),
        ("contentMediaType: image/png, contentEncoding: base64", "byte"),
        ("contentMediaType: image/png, contentEncoding: base32", ""),
        ("format: decimal128", "decimal"),
        ("contentMediaType: image/png, format: uuid", "uuid"),
        ("contentMediaType: 'text/html; charset=utf-8'", ""),
        ("contentMediaType: application/problem+json", ""),
        ("contentMediaType: image/svg+xml", ""),
    ],
)
def test_the_content_of_text_may_be_a_format(keywords: str, form: str) -> None:
    assert type_of(f"{{type: string, {keywords}}}") == ir.Primitive("string", form)


@pytest.mark.parametrize(
    ("schema", "values", "is_open"),
    [
        ("{type: string, enum: [a, b]}", ("a", "b"), False),
        ("{type: integer, enum: [1, 2]}", (1, 2), False),
        ("{enum: [a], x-speakeasy-unknown-values: allow}", ("a",), True),
        ("{anyOf: [{type: string}, {type: string, enum: [a, b]}]}", ("a", "b"), True),
        ("{oneOf: [{const: a}, {const: b}]}", ("a", "b"), False),
        ("{oneOf: [{const: 1}, {const: 2}]}", (1, 2), False),
        ("{anyOf: [{type: integer, enum: [1]}, {type: integer}]}", (1,), True),
    ],
)
def test_an_enum(*, schema: str, values: tuple[str | int, ...], is_open: bool) -> None:
    lowered = lower_schemas(f"X: {schema}")
    assert lowered.said == []
    assert body_type(lowered) == named(X)
    assert lowered.declaration(X) == ir.Enum(
        id=origin(X),
        package="components",
        hints=("X",),
        doc=ir.Doc(),
        source=ir.SourcePointer(X),
        name=ir.Name("X"),
        module="",
        values=values,
        open=is_open,
    )


def test_a_value_that_is_listed_twice_is_told_and_taken_once() -> None:
    lowered = lower_schemas("X: {type: integer, enum: [1, 2, 1]}")
    made = lowered.declaration(X)
    assert isinstance(made, ir.Enum)
    assert made.values == (1, 2)
    assert [(code, at) for code, _, at in lowered.said] == [("duplicate-value", f"{X}/enum")]


@pytest.mark.parametrize(
    ("schema", "meanings"),
    [
        ("{enum: [1, 2], x-enum-varnames: [SHUT, OPEN]}", ("SHUT", "OPEN")),
        ("{enum: [1, 2], x-enumNames: [SHUT, OPEN]}", ("SHUT", "OPEN")),
        ("{enum: [in-use, b], x-enum-varnames: [IN_USE, Broken]}", ("", "Broken")),
        ("{enum: [a, b], x-enum-varnames: [A, B]}", ()),
        ("{enum: [a, b], x-enum-descriptions: [One., Two.]}", ("One.", "Two.")),
        ("{enum: [a, b], x-enumDescriptions: {b: Two.}}", ("", "Two.")),
        ("{enum: [1, 2], x-enum-varnames: [X, Y], x-enum-descriptions: [One., '']}", ("One.", "Y")),
        ("{enum: [a, null, b], x-enum-descriptions: [One., Null., Two.]}", ("One.", "Two.")),
        (
            "{oneOf: [{const: 1, title: Shut}, {const: 2, description: Is open.}]}",
            ("Shut", "Is open."),
        ),
    ],
)
def test_what_is_said_of_the_values_of_an_enum(schema: str, meanings: tuple[str, ...]) -> None:
    lowered = lower_schemas(f"X: {schema}")
    made = lowered.declaration(X)
    assert isinstance(made, ir.Enum)
    assert made.meanings == meanings
    assert lowered.said == []


def test_more_names_than_values_are_told_and_left_out() -> None:
    lowered = lower_schemas("X: {enum: [1], x-enum-varnames: [SHUT, OPEN]}")
    assert [(code, at) for code, _, at in lowered.said] == [
        ("invalid-extension", f"{X}/x-enum-varnames")
    ]


@pytest.mark.parametrize(
    "schema", ["{type: [string, 'null'], enum: [daily, null]}", "{enum: [daily, null]}"]
)
def test_null_in_an_enum_is_not_one_of_its_values(schema: str) -> None:
    lowered = lower_schemas(f"X: {schema}")
    assert body_type(lowered) == ir.Nullable(named(X))
    made = lowered.declaration(X)
    assert isinstance(made, ir.Enum)
    assert made.values == ("daily",)


def test_a_model_with_all_that_a_field_has() -> None:
    lowered = lower_schemas("""
        X:
          type: object
          description: A thing.
          required: [key]
          properties:
            key: {type: string, format: password, description: Its secret., example: k-1}
            old-one:
              type: integer
              deprecated: true
              x-speakeasy-deprecation-message: Use key.
              x-speakeasy-name-override: older
        """)
    assert body_type(lowered) == named(X)
    assert lowered.api.declarations == (
        ir.Model(
            id=origin(X),
            package="components",
            hints=("X",),
            doc=ir.Doc(description="A thing."),
            source=ir.SourcePointer(X),
            name=ir.Name("X"),
            module="",
            fields=(
                ir.Field(
                    name=ir.Name("key"),
                    type=ir.Primitive("string", "password"),
                    required=True,
                    doc=ir.Doc(description="Its secret.", example=ir.JsonText('"k-1"')),
                    source=ir.SourcePointer(f"{X}/properties/key"),
                    secret=True,
                ),
                ir.Field(
                    name=ir.Name("old-one", "older"),
                    type=ir.Primitive("integer"),
                    required=False,
                    doc=ir.Doc(deprecated="Use key."),
                    source=ir.SourcePointer(f"{X}/properties/old-one"),
                ),
            ),
        ),
    )


def test_a_nullable_secret_is_still_one() -> None:
    lowered = lower_schemas(
        "X: {type: object, properties: {k: {type: [string, 'null'], format: password}}}"
    )
    assert lowered.model(X).fields[0].secret


def test_a_field_says_what_its_component_says_unless_it_says_more() -> None:
    lowered = lower_schemas("""
        X:
          type: object
          properties:
            a: {$ref: '#/components/schemas/Y'}
            b: {$ref: '#/components/schemas/Y', description: Mine., deprecated: true}
            c: {allOf: [{$ref: '#/components/schemas/Y'}], description: Mine.}
            d: {anyOf: [{$ref: '#/components/schemas/Y'}, {type: 'null'}]}
        Y: {type: string, description: Theirs., example: y}
        """)
    example = ir.JsonText('"y"')
    assert [field.doc for field in lowered.model(X).fields] == [
        ir.Doc(description="Theirs.", example=example),
        ir.Doc(description="Mine.", example=example, deprecated=""),
        ir.Doc(description="Mine.", example=example),
        ir.Doc(description="Theirs.", example=example),
    ]


def test_the_first_of_several_examples_is_taken() -> None:
    lowered = lower_schemas("X: {type: object, properties: {p: {type: integer, examples: [3, 4]}}}")
    assert lowered.model(X).fields[0].doc.example == ir.JsonText("3")


def test_a_component_may_refer_to_itself() -> None:
    lowered = lower_schemas("""
        X:
          type: object
          properties: {children: {type: array, items: {$ref: '#/components/schemas/X'}}}
        """)
    assert lowered.model(X).fields[0].type == ir.ListOf(named(X))


def test_components_that_only_refer_to_another_are_that_other() -> None:
    lowered = lower_schemas("""
        X: {$ref: '#/components/schemas/Y'}
        Y: {type: object, properties: {p: {type: string}}}
        """)
    assert body_type(lowered) == named(f"{SCHEMA}/Y")


def test_component_that_only_refers_to_another_can_be_imported() -> None:
    lowered = lower_schemas("""
        X: {$ref: '#/components/schemas/Y', description: The same.}
        Y: {type: object, properties: {p: {type: string}}}
        """)
    (alias,) = (item for item in lowered.api.declarations if isinstance(item, ir.Alias))
    assert (alias.id, alias.target, alias.doc.description) == (
        origin(X),
        named(f"{SCHEMA}/Y"),
        "The same.",
    )


def test_component_that_adds_to_another_is_a_schema_of_its_own() -> None:
    lowered = lower_schemas("""
        X: {$ref: '#/components/schemas/Y', properties: {q: {type: integer}}}
        Y: {type: object, properties: {p: {type: string}}}
        """)
    assert body_type(lowered) == named(X)
    assert [item.name.wire for item in lowered.model(X).fields] == ["p", "q"]


def test_type_among_the_definitions_of_a_component_has_their_name() -> None:
    lowered = lower_schemas("""
        X:
          properties: {p: {$ref: '#/components/schemas/X/$defs/Part'}}
          $defs: {Part: {type: object, properties: {q: {type: integer}}}}
        """)
    part = lowered.model(f"{X}/$defs/Part")
    assert part.hints[0] == "Part"


def test_inline_types_are_named_after_the_way_to_them() -> None:
    lowered = lower_schemas(
        "X: {}",
        body="""
        type: object
        properties:
          data:
            type: array
            items: {type: object, properties: {rate_limit: {type: string, enum: [a]}}}
        """,
    )
    assert [item.hints for item in lowered.api.declarations] == [
        ("PostXRequestBody",),
        ("Data", "PostXData", "PostXRequestBodyData"),
        ("RateLimit", "PostXRateLimit", "PostXDataRateLimit", "PostXRequestBodyDataRateLimit"),
    ]
    assert {item.package for item in lowered.api.declarations} == {"operations"}


def test_inline_types_of_a_component_are_named_after_it() -> None:
    lowered = lower_schemas("""
        X: {type: object, properties: {inner: {type: object, properties: {p: {type: string}}}}}
        """)
    _, inner = lowered.api.declarations
    assert (inner.package, inner.hints) == ("components", ("Inner", "XInner"))


def test_a_reference_into_a_component_names_the_type_after_that_component() -> None:
    lowered = lower_schemas("""
        X: {type: object, properties: {p: {$ref: '#/components/schemas/Y/properties/inner'}}}
        Y: {type: object, properties: {inner: {type: object, properties: {q: {type: string}}}}}
        """)
    assert lowered.declaration(f"{SCHEMA}/Y/properties/inner").hints == ("Inner", "YInner")


def test_a_name_that_the_document_asks_for_comes_first() -> None:
    lowered = lower_schemas("X: {type: string, enum: [a], x-speakeasy-name-override: letter}")
    assert lowered.declaration(X).hints == ("Letter", "X")


def test_an_ignored_property_is_left_out_and_noted() -> None:
    lowered = lower_schemas(
        "X: {type: object, properties: {a: {type: string}, b: {x-speakeasy-ignore: true}}}"
    )
    assert [field.name.wire for field in lowered.model(X).fields] == ["a"]
    assert lowered.said == [
        ("ignored-property", "`b` is excluded by `x-speakeasy-ignore`", f"{X}/properties/b")
    ]


def test_a_required_property_without_a_schema_is_any_value() -> None:
    lowered = lower_schemas("X: {type: object, required: [a, b], properties: {a: {}}}")
    assert [(f.name.wire, f.type, f.required) for f in lowered.model(X).fields] == [
        ("a", ir.Any(), True),
        ("b", ir.Any(), True),
    ]
    assert [(code, at) for code, _, at in lowered.said] == [("weak-type", f"{X}/required/1")]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{allOf: [{type: string}, {$ref: '#/components/schemas/Y'}]}", ir.Any()),
        ("{allOf: [{type: string}, {type: integer}]}", ir.Any()),
        ("{properties: {a: {}}, oneOf: [{type: string}, {type: integer}]}", ir.Any()),
        ("{const: 1.5}", ir.Primitive("number")),
        ("{enum: [1.5, 2]}", ir.Primitive("number")),
        ("{const: 9223372036854775808}", ir.Primitive("integer")),
        ("{enum: [-9223372036854775809, 1]}", ir.Primitive("integer")),
        ("{enum: [{b: c}]}", ir.MapOf(ir.Any())),
        ("{enum: [[1]]}", ir.ListOf(ir.Any())),
        ("{type: array, items: {type: string}, enum: [[a]]}", ir.ListOf(STRING)),
    ],
)
def test_what_cannot_be_typed_is_weaker_and_says_so(schema: str, expected: ir.Type) -> None:
    lowered = lower_schemas(f"""
        X: {{type: object, properties: {{p: {schema}}}}}
        Y: {{type: object, properties: {{b: {{type: string}}}}}}
        """)
    assert lowered.model(X).fields[0].type == expected
    assert [(code, at) for code, _, at in lowered.said] == [("weak-type", f"{X}/properties/p")]


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a\nb", "\0", "\x1f"])
def test_a_property_that_no_field_can_stand_for_is_an_additional_one(name: str) -> None:
    schema = {"type": "object", "properties": {"a": {}, name: {}}}
    lowered = lower_data({"paths": {"/x": {"post": posting(schema)}}})
    at = "/paths/~1x/post/requestBody/content/application~1json/schema"
    made = lowered.model(at)
    assert [field.name.wire for field in made.fields] == ["a"]
    assert made.additional == ir.Any()
    assert lowered.said == [
        (
            "weak-type",
            (
                f"property {name!r} has no field, because its name contains a quotation mark, a "
                "backslash or a control character; it is kept in the additional properties as `Any`"
            ),
            f"{at}/properties/{name}",
        )
    ]


def test_a_required_property_that_no_field_can_stand_for_is_an_additional_one_too() -> None:
    lowered = lower_schemas("X: {type: object, required: ['\"'], properties: {a: {}}}")
    assert lowered.model(X).additional == ir.Any()
    assert [(code, at) for code, _, at in lowered.said] == [("weak-type", f"{X}/required/0")]


def test_an_object_without_a_property_that_a_field_can_stand_for_is_a_map() -> None:
    lowered = lower_schemas("X: {type: object, properties: {'\"': {}}}")
    assert body_type(lowered) == ir.MapOf(ir.Any())
    assert [code for code, _, _ in lowered.said] == ["weak-type"]


def test_an_error_with_a_name_that_no_model_can_have_is_untyped() -> None:
    operation = posting({})
    body = {"type": "object", "properties": {'"': {}}}
    operation["responses"]["404"] = {
        "description": "Gone.",
        "content": {"application/json": {"schema": body}},
    }
    lowered = lower_data({"paths": {"/x": {"post": operation}}})
    assert [error.error for error in lowered.operation.errors] == [None]
    assert [code for code, _, _ in lowered.said] == ["weak-type", "untyped-error"]


@pytest.mark.parametrize("name", ["it's", "a/b", "\x7f", "\u2028", "", "größe"])
def test_any_other_name_can_be_that_of_a_field(name: str) -> None:
    schema = {"type": "object", "properties": {name: {}}}
    lowered = lower_data({"paths": {"/x": {"post": posting(schema)}}})
    (made,) = lowered.api.declarations
    assert isinstance(made, ir.Model)
    assert lowered.said == []
    assert msgspec.defstruct("S", [("a", int, msgspec.field(name=name))])


def test_a_list_of_itself_is_a_union_of_one() -> None:
    lowered = lower_schemas("X: {type: array, items: {$ref: '#/components/schemas/X'}}")
    assert body_type(lowered) == named(X)
    assert lowered.union(X).variants == (ir.ListOf(named(X)),)
    assert lowered.said == []


def test_lists_that_are_nested_without_reason_end() -> None:
    schema = "{type: array, items: " * 120 + "{}" + "}" * 120
    lowered = lower_schemas(f"X: {schema}")
    assert [code for code, _, _ in lowered.said] == ["weak-type"]


def test_a_schema_that_is_not_there_may_be_anything() -> None:
    lowered = lower_schemas(
        "X: {type: object, properties: {p: {$ref: '#/components/schemas/Gone'}}}"
    )
    assert lowered.model(X).fields[0].type == ir.Any()
    assert [(item.severity, item.code, item.message) for item in lowered.diagnostics.items] == [
        (
            "warning",
            "unresolved-reference",
            "`#/components/schemas/Gone` does not exist in the document; typed as `Any`",
        )
    ]


def test_an_example_and_a_header_that_are_not_there_are_ignored() -> None:
    lowered = lower_get("""
        responses:
          '200':
            description: Done.
            headers: {X-A: {$ref: '#/components/headers/Gone'}, X-B: {schema: {type: integer}}}
            content:
              application/json:
                schema: {type: string}
                examples: {a: {$ref: '#/components/examples/Gone'}, b: {value: x}}
        """)
    assert lowered.operation.responses[0].media_types[0].example == ir.JsonText('"x"')
    assert lowered.said == [
        (
            "unresolved-reference",
            "`#/components/examples/Gone` does not exist in the document; the example is ignored",
            f"{AT}/responses/200/content/application~1json/examples/a/$ref",
        ),
        (
            "unresolved-reference",
            "`#/components/headers/Gone` does not exist in the document; the header is ignored",
            f"{AT}/responses/200/headers/X-A/$ref",
        ),
    ]


@pytest.mark.parametrize(
    "missing",
    [
        "parameters: [{$ref: '#/components/parameters/Gone'}]",
        "requestBody: {$ref: '#/components/requestBodies/Gone'}",
        "responses: {'200': {$ref: '#/components/responses/Gone'}}",
    ],
)
def test_what_an_operation_cannot_do_without_is_an_error(missing: str) -> None:
    lowered = lower_get(missing)
    assert lowered.operations == []
    assert {"unresolved-reference", "dropped-operation"} <= {code for code, _, _ in lowered.said}


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("other.yaml#/X", "`other.yaml#/X` refers to another file, which is not supported here"),
        (
            "#/components/schemas/Z",
            "`#/components/schemas/Z` is a circular reference; typed as `Any`",
        ),
        ("#X", "`#X` does not exist in the document; typed as `Any`"),
    ],
)
def test_references_that_cannot_be_followed(ref: str, why: str) -> None:
    lowered = lower_schemas(f"""
        X: {{type: array, items: {{$ref: '{ref}'}}}}
        Z: {{$ref: '#/components/schemas/Z'}}
        """)
    assert ("unresolved-reference", why, f"{X}/items/$ref") in lowered.said


def test_a_mistake_in_a_component_costs_only_the_operations_that_reach_it() -> None:
    lowered = lower_schemas("X: {type: object, properties: {p: string}}")
    assert lowered.operations == []
    ((code, message, at),) = lowered.said
    assert (code, at) == ("dropped-operation", f"{X}/properties/p")
    assert message == "must be an object"
