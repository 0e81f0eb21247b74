"""Bodies of requests and responses: media types, and how each is read or written."""

from __future__ import annotations

import pytest
import yaml

from sdkwright.model import ir
from tests.unit.support.lowering import AT, PROBLEM, Lowered, lower_data, lower_get
from tests.unit.support.origins import named, origin


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
            ir.MediaType(
                "application/json", named(schema), ir.JsonText('{"a": "b"}'), schema=schema
            ),
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
        ("application/stream+json", "lines"),
        ("application/json-seq", "lines"),
        ("application/geo+json-seq", "lines"),
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


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (r'{"a/b\r\nX: y": {}}', ("*/*", "binary")),
        ("{gzip: {schema: {type: string, format: binary}}}", ("*/*", "binary")),
        ("{json: {schema: {type: object}}}", ("*/*", "json")),
        ("{gzip: {}, zip: {}}", ("*/*", "binary")),
        ("{json: {schema: {type: object}}, gzip: {}}", ("*/*", "binary")),
        ("{json: {schema: {type: object}}, text/plain: {}}", ("text/plain", "text")),
    ],
)
def test_a_success_without_a_valid_media_type_is_read_as_any(
    content: str, read: tuple[str, str]
) -> None:
    lowered = lower_get(f"responses: {{'200': {{description: Fine., content: {content}}}}}")
    media = lowered.operation.responses[0].media_types
    assert [(item.name, item.content) for item in media] == [read]
    assert {code for code, _, _ in lowered.said} == {"invalid-media-type"}


def test_a_failure_without_a_valid_media_type_keeps_its_text() -> None:
    lowered = lower_get(
        "responses: {'204': {description: Fine.}, '400': {description: No., content: {gzip: {}}}}"
    )
    assert [(error.status, error.media_type) for error in lowered.operation.errors] == [
        ("400", None)
    ]
    assert [code for code, _, _ in lowered.said] == ["invalid-media-type"]


def test_a_request_has_no_body_without_a_valid_media_type() -> None:
    lowered = lower_get("requestBody: {content: {gzip: {schema: {type: string}}}}")
    assert lowered.operation.body is None
    assert "invalid-media-type" in [code for code, _, _ in lowered.said]


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
        "application/json is ignored; the request uses multipart/form-data"
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


EVENT = "{type: object, properties: {event: {const: NAME}, data: {type: integer}}}"
PING = "{type: object, properties: {event: {const: ping}}}"
WORD = "{type: object, required: [word], properties: {word: {type: string}}}"


@pytest.mark.parametrize(
    ("variants", "is_wrapped", "codes"),
    [
        ([EVENT.replace("NAME", "a"), EVENT.replace("NAME", "b")], True, []),
        ([EVENT.replace("NAME", "a"), PING], True, []),
        ([f"{{oneOf: [{EVENT.replace('NAME', 'a')}, {PING}]}}", EVENT], True, []),
        ([EVENT.replace("NAME", "a"), WORD], False, ["weak-type"]),
        ([EVENT.replace("NAME", "a"), "{type: string}"], False, ["weak-type"]),
        ([PING, WORD], False, []),
        ([WORD, "{type: string}"], False, []),
    ],
)
def test_the_variants_of_a_union_may_be_whole_events(
    variants: list[str], is_wrapped: bool, codes: list[str]  # noqa: FBT001 - of the test
) -> None:
    lowered = lower_get(f"""
    responses:
      '200':
        description: Events.
        content: {{text/event-stream: {{schema: {{oneOf: [{", ".join(variants)}]}}}}}}
    """)
    (events,) = lowered.operation.responses[0].media_types
    assert events.is_wrapped is is_wrapped
    assert [code for code, _, _ in lowered.said] == codes


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
              encoding: {a: {contentType: 'image/png, image/jpeg'}}
        """)
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].encodings == (
        ir.Encoding("a", "image/png, image/jpeg"),
    )


URLENCODED = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"


@pytest.mark.parametrize(
    ("name", "encoding", "expected", "said"),
    [
        (URLENCODED, "style: deepObject", ir.Encoding("a", style="deepObject"), []),
        (PARTS, "style: deepObject", ir.Encoding("a", style="deepObject"), []),
        (PARTS, "explode: false", ir.Encoding("a", style="form", explode=False), []),
        (PARTS, "explode: true", ir.Encoding("a", style="form", explode=True), []),
        (
            URLENCODED,
            "allowReserved: true",
            ir.Encoding("a", style="form", allow_reserved=True),
            [],
        ),
        (URLENCODED, "allowReserved: false", ir.Encoding("a", style="form"), []),
        (PARTS, "allowReserved: true", ir.Encoding("a", style="form"), []),
        (
            PARTS,
            "style: form, contentType: application/json",
            ir.Encoding("a", style="form"),
            [("ignored-keyword", "contentType")],
        ),
        (
            URLENCODED,
            "explode: true, contentType: application/json",
            ir.Encoding("a", style="form", explode=True),
            [("ignored-keyword", "contentType")],
        ),
        (
            "multipart/mixed",
            "style: form, explode: true, contentType: text/plain",
            ir.Encoding("a", "text/plain"),
            [("ignored-keyword", "style"), ("ignored-keyword", "explode")],
        ),
        (URLENCODED, "style: matrix", ir.Encoding("a", style="form"), [("invalid-style", "style")]),
        (
            PARTS,
            "contentType: 'image/png, image'",
            ir.Encoding("a"),
            [("invalid-media-type", "contentType")],
        ),
    ],
)
def test_a_style_is_kept_where_it_has_a_meaning(
    name: str, encoding: str, expected: ir.Encoding, said: list[tuple[str, str]]
) -> None:
    lowered = lower_get(f"""
        requestBody:
          content:
            {name}:
              schema: {{type: object, properties: {{a: {{type: array, items: {{}}}}}}}}
              encoding: {{a: {{{encoding}}}}}
        """)
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].encodings == (expected,)
    at = f"{AT}/requestBody/content/{name.replace('/', '~1')}/encoding/a"
    assert [(code, place) for code, _, place in lowered.said] == [
        (code, f"{at}/{key}") for code, key in said
    ]


@pytest.mark.parametrize(
    ("schema", "is_file"),
    [
        ("{type: string, format: binary}", True),
        ("{type: array, items: {type: string, format: binary}}", True),
        ("{oneOf: [{type: string, format: binary}, {type: integer}]}", True),
        ("{type: string, format: byte}", False),
        ("{type: object, properties: {b: {type: string}}}", False),
        ("{}", False),
    ],
)
def test_a_file_has_no_style(schema: str, *, is_file: bool) -> None:
    lowered = lower_get(f"""
        requestBody:
          content:
            {PARTS}:
              schema: {{type: object, properties: {{a: {schema}}}}}
              encoding: {{a: {{style: form}}}}
        """)
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert media.encodings == (ir.Encoding("a", style=None if is_file else "form"),)
    assert media.untyped_files == frozenset()
    at = f"{AT}/requestBody/content/multipart~1form-data/encoding/a/style"
    assert [(code, place) for code, _, place in lowered.said] == (
        [("ignored-keyword", at)] if is_file else []
    )


def test_parts_have_no_styles_in_openapi_3_0() -> None:
    content = f"""
        {PARTS}: {{schema: {WORD}, encoding: {{word: {{style: form}}}}}}
    """
    lowered = lower_get(f"requestBody: {{content: {{{content}}}}}", openapi="3.0.3")
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].encodings == (ir.Encoding("word"),)
    assert [code for code, _, _ in lowered.said] == ["ignored-keyword"]


def test_the_encoding_of_what_is_no_form_is_said() -> None:
    lowered = lower_get(f"""
        requestBody:
          content: {{application/json: {{schema: {WORD}, encoding: {{a: {{style: form}}}}}}}}
        """)
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].encodings == ()
    at = f"{AT}/requestBody/content/application~1json/encoding"
    assert [(code, place) for code, _, place in lowered.said] == [("ignored-keyword", at)]


def test_the_example_of_a_body_may_be_that_of_its_schema() -> None:
    lowered = lower_get("""
        responses:
          '200':
            description: Fine.
            content: {application/json: {schema: {type: string, example: e}}}
        """)
    assert lowered.operation.responses[0].media_types[0].example == ir.JsonText('"e"')


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


FORM = """
    requestBody:
      content:
        multipart/form-data:
          schema:
            type: object
            properties:
              any: {}
              several: {type: array, items: {}}
              pictures: {type: array, items: {contentMediaType: image/png}}
              picture: {description: A picture., contentMediaType: image/png}
              encoded: {contentEncoding: base64}
              text: {type: string}
              open: {type: object}
              listed: {enum: [1, a]}
              asked: {}
              named: {contentMediaType: image/png}
          encoding: {asked: {contentType: application/json}, named: {contentType: image/jpeg}}
    """


def test_what_has_no_type_in_a_form_is_a_file() -> None:
    lowered = lower_get(FORM)
    assert lowered.operation.body is not None
    (form,) = lowered.operation.body.media_types
    assert form.untyped_files == {"any", "several", "pictures", "picture", "named"}
    assert {item.property: item.content_type for item in form.encodings} == {
        "asked": "application/json",
        "named": "image/jpeg",
        "pictures": "image/png",
        "picture": "image/png",
    }


def test_what_has_no_type_in_a_form_of_openapi_3_0_may_be_anything() -> None:
    lowered = lower_get(FORM, openapi="3.0.3")
    assert lowered.operation.body is not None
    assert lowered.operation.body.media_types[0].untyped_files == frozenset()


LIST = "{type: array, items: {type: string, format: binary}}"
WORDS = "{type: object, required: [word], properties: {word: {type: string}}}"
BYTES = ir.Primitive("string", "binary")
TUPLE = "{type: array, minItems: 2, maxItems: 2, prefixItems: [{type: string}, SECOND]}"
PAIR = TUPLE.replace("SECOND", "{type: integer}")
FILE_TUPLE = TUPLE.replace("SECOND", "{type: string, format: binary}")
NO_TUPLE = "use an object, or a list of one type"
CODED_TUPLE = TUPLE.replace("SECOND", "{type: string, contentEncoding: base64}")


@pytest.mark.parametrize(
    ("name", "schema", "kind", "said"),
    [
        ("multipart/mixed", LIST, ir.ListOf(BYTES), []),
        ("multipart/related", LIST, ir.ListOf(BYTES), []),
        ("multipart/mixed", "{type: [array, 'null'], items: {type: string}}", None, []),
        ("multipart/mixed", f"{{oneOf: [{WORDS}, {LIST}]}}", None, []),
        ("multipart/mixed", "{}", ir.Any(), []),
        ("multipart/form-data", WORDS, None, []),
        ("multipart/form-data", f"{{oneOf: [{WORDS}, {{type: object}}]}}", None, []),
        ("multipart/form-data", LIST, BYTES, ["use an object"]),
        ("multipart/form-data", f"{{oneOf: [{WORDS}, {LIST}]}}", BYTES, ["use an object"]),
        ("multipart/mixed", "{type: string}", BYTES, ["use an object or an array"]),
        (
            "multipart/mixed",
            f"{{oneOf: [{WORDS}, {{type: string}}]}}",
            BYTES,
            ["use an object or an array"],
        ),
        ("multipart/mixed", PAIR, None, []),
        ("multipart/mixed", f"{{type: object, properties: {{a: {PAIR}}}}}", None, []),
        ("multipart/form-data", PAIR, BYTES, ["use an object"]),
        ("multipart/mixed", FILE_TUPLE, BYTES, [NO_TUPLE]),
        ("multipart/mixed", CODED_TUPLE, BYTES, [NO_TUPLE]),
        (
            "multipart/form-data",
            f"{{type: object, properties: {{a: {{type: array, items: {CODED_TUPLE}}}}}}}",
            BYTES,
            [NO_TUPLE],
        ),
        (
            "multipart/form-data",
            f"{{type: object, properties: {{a: {{properties: {{b: {CODED_TUPLE}}}}}}}}}",
            None,
            [],
        ),
        (
            "application/x-www-form-urlencoded",
            f"{{type: object, properties: {{a: {CODED_TUPLE}}}}}",
            None,
            [],
        ),
        ("application/x-www-form-urlencoded", WORDS, None, []),
        ("application/x-www-form-urlencoded", LIST, BYTES, ["use an object"]),
        ("application/x-www-form-urlencoded", "{type: string}", BYTES, ["use an object"]),
    ],
)
def test_what_a_form_or_parts_can_not_represent_is_bytes(
    name: str, schema: str, kind: ir.Type | None, said: list[str]
) -> None:
    lowered = lower_get(f"requestBody: {{content: {{{name}: {{schema: {schema}}}}}}}")
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert kind is None or media.type == kind
    assert (media.content == "binary") == (kind == BYTES)
    at = f"{AT}/requestBody/content/{name.replace('/', '~1')}/schema"
    assert [(item.code, item.fix, item.pointer) for item in lowered.diagnostics.items] == [
        ("weak-type", fix, at) for fix in said
    ]


def test_the_encoding_of_the_elements_of_a_list() -> None:
    lowered = lower_get(f"""
        requestBody:
          content:
            multipart/mixed:
              schema: {LIST}
              encoding: {{a: {{contentType: text/plain}}}}
              itemEncoding: {{contentType: image/png}}
        """)
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert media.encodings == (ir.Encoding("", "image/png"),)
    assert [(code, at) for code, _, at in lowered.said] == [
        ("ignored-keyword", f"{AT}/requestBody/content/multipart~1mixed/encoding/a")
    ]


THINGS = """{type: object, properties: {
    word: {type: string}, size: {$ref: '#/components/schemas/Size'}, pair: PAIR,
    words: {type: array, items: {type: string}},
    pages: {type: array, items: {type: array, items: {type: string}}},
    sizes: {type: array, items: {$ref: '#/components/schemas/Size'}},
    any: {}}}""".replace("PAIR", PAIR)
SIZE = {"schemas": {"Size": {"type": "object", "properties": {"wide": {"type": "integer"}}}}}


@pytest.mark.parametrize(
    ("name", "encoding", "is_said"),
    [
        ("multipart/form-data", "size: {contentType: text/csv}", True),
        ("multipart/form-data", "sizes: {contentType: 'text/csv; charset=utf-8'}", True),
        ("application/x-www-form-urlencoded", "size: {contentType: text/csv}", True),
        ("multipart/form-data", "pages: {contentType: application/xml}", True),
        ("multipart/form-data", "size: {contentType: 'application/xml, application/json'}", False),
        ("multipart/form-data", "size: {contentType: application/vnd.a+json}", False),
        ("multipart/form-data", "size: {contentType: 'application/*'}", False),
        ("multipart/form-data", "word: {contentType: application/xml}", False),
        ("multipart/form-data", "words: {contentType: application/xml}", False),
        ("multipart/form-data", "pair: {contentType: application/xml}", False),
        ("multipart/form-data", "any: {contentType: application/xml}", False),
    ],
)
def test_a_part_that_can_only_be_json_is_said_and_not_read(
    name: str, encoding: str, *, is_said: bool
) -> None:
    content = f"content: {{{name}: {{schema: {THINGS}, encoding: {{{encoding}}}}}}}"
    lowered = lower_get(
        f"""
        requestBody: {{{content}}}
        responses: {{'200': {{description: Fine., {content}}}}}
        """,
        components=SIZE,
    )
    (media,) = lowered.operation.responses[0].media_types
    assert (media.content == "binary") == is_said
    step = name.replace("/", "~1")
    key = encoding.partition(":")[0]
    assert [(code, at) for code, _, at in lowered.said if code != "weak-type"] == (
        [("ignored-keyword", f"{AT}/requestBody/content/{step}/encoding/{key}/contentType")]
        if is_said
        else []
    )
    assert [at for code, _, at in lowered.said if code == "weak-type"] == (
        [f"{AT}/responses/200/content/{step}/schema"] if is_said else []
    )


@pytest.mark.parametrize("name", [URLENCODED, PARTS])
def test_the_encoding_of_a_property_that_does_not_exist_is_noted(name: str) -> None:
    encoding = "word: {contentType: text/csv}, absent: {contentType: text/csv}"
    content = f"{{{name}: {{schema: {THINGS}, encoding: {{{encoding}}}}}}}"
    lowered = lower_get(f"requestBody: {{content: {content}}}", components=SIZE)
    step = name.replace("/", "~1")
    assert [(code, at) for code, _, at in lowered.said if code == "ignored-keyword"] == [
        ("ignored-keyword", f"{AT}/requestBody/content/{step}/encoding/absent")
    ]


PLACE_OF_SIZE = "/components/schemas/Size"


@pytest.mark.parametrize("name", [URLENCODED, PARTS])
@pytest.mark.parametrize(
    ("encoding", "content_type", "place", "element"),
    [
        ("size: {contentType: application/xml}", "application/xml", PLACE_OF_SIZE, "Size"),
        ("sizes: {contentType: text/xml}", "text/xml", PLACE_OF_SIZE, "Size"),
        (
            "size: {contentType: 'text/csv, application/a+xml; charset=x, text/xml'}",
            "application/a+xml; charset=x",
            PLACE_OF_SIZE,
            "Size",
        ),
        ("own: {contentType: text/xml}", "text/xml", "{at}/own", "own"),
        ("called: {contentType: text/xml}", "text/xml", "{at}/called", "other"),
        ("each: {contentType: text/xml}", "text/xml", "{at}/each/items", "each"),
    ],
)
def test_a_part_that_is_xml_has_a_root_element(
    name: str, encoding: str, content_type: str, place: str, element: str
) -> None:
    inside = "properties: {a: {type: integer}}"
    schema = f"""{{type: object, properties: {{
        size: {{$ref: '#/components/schemas/Size'}},
        sizes: {{type: array, items: {{$ref: '#/components/schemas/Size'}}}},
        own: {{type: object, {inside}}}, called: {{type: object, {inside}, xml: {{name: other}}}},
        each: {{type: array, items: {{type: object, {inside}}}}}
    }}}}"""
    lowered = lower_get(
        f"requestBody: {{content: {{{name}: {{schema: {schema}, encoding: {{{encoding}}}}}}}}}",
        components=SIZE,
    )
    assert lowered.operation.body is not None
    ((made,),) = (media.encodings for media in lowered.operation.body.media_types)
    assert (made.content_type, lowered.said) == (content_type, [])
    assert made.xml is not None
    at = f"{AT}/requestBody/content/{name.replace('/', '~1')}/schema/properties"
    assert (made.xml.place, made.xml.element.name) == (place.format(at=at), element)


def test_the_parts_of_a_list_may_be_xml() -> None:
    lowered = lower_get(
        """
        requestBody:
          content:
            multipart/mixed:
              schema: {type: array, items: {$ref: '#/components/schemas/Size'}}
              itemEncoding: {contentType: application/xml}
        """,
        components=SIZE,
    )
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert [each.xml and each.xml.place for each in media.encodings] == [PLACE_OF_SIZE]
    assert lowered.said == []


def test_a_part_of_a_list_that_can_only_be_json_is_said() -> None:
    lowered = lower_get(f"""
        requestBody:
          content:
            multipart/mixed:
              schema: {{type: array, items: {WORDS}}}
              itemEncoding: {{contentType: application/xml}}
        """)
    at = f"{AT}/requestBody/content/multipart~1mixed/itemEncoding/contentType"
    assert [(code, place) for code, _, place in lowered.said] == [("ignored-keyword", at)]


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("words: {style: pipeDelimited}", "binary"),
        ("words: {explode: false}", "binary"),
        ("size: {style: deepObject}", "binary"),
        ("pair: {style: spaceDelimited}", "binary"),
        ("size: {style: form}", "binary"),
        ("size: {allowReserved: true}", "binary"),
        ("words: {style: form}", "form"),
        ("words: {style: form, explode: false}", "binary"),
        ("word: {style: form, explode: false}", "form"),
    ],
)
@pytest.mark.parametrize(("name", "kind"), [(URLENCODED, "form"), (PARTS, "multipart")])
def test_a_form_in_a_style_that_is_not_read_is_bytes(
    name: str, kind: str, encoding: str, content: str
) -> None:
    lowered = lower_get(
        f"""
        responses:
          '200':
            description: Fine.
            content: {{{name}: {{schema: {THINGS}, encoding: {{{encoding}}}}}}}
        """,
        components=SIZE,
    )
    (media,) = lowered.operation.responses[0].media_types
    assert media.content == (kind if content == "form" else content)


@pytest.mark.parametrize(
    ("name", "schema", "is_typed"),
    [
        ("multipart/form-data", WORDS, True),
        ("multipart/form-data", LIST, False),
        ("multipart/mixed", f"{{type: object, properties: {{a: {PAIR}}}}}", True),
        (
            "multipart/mixed",
            "{type: object, properties: {a: {type: string, format: binary}}}",
            False,
        ),
        ("application/x-www-form-urlencoded", "{type: array, items: {type: integer}}", False),
    ],
)
def test_an_error_that_can_not_be_read_is_text(name: str, schema: str, *, is_typed: bool) -> None:
    lowered = lower_get(f"""
        responses: {{'400': {{description: Bad., content: {{{name}: {{schema: {schema}}}}}}}}}
        """)
    (failure,) = lowered.operation.errors
    assert (failure.error is not None) == (failure.media_type is not None) == is_typed
    at = f"{AT}/responses/400/content/{name.replace('/', '~1')}"
    found = [(code, place) for code, _, place in lowered.said if code == "untyped-error"]
    assert found == ([] if is_typed else [("untyped-error", at)])


@pytest.mark.parametrize(
    ("name", "schema", "content", "said"),
    [
        ("application/x-www-form-urlencoded", WORDS, "form", []),
        ("application/x-www-form-urlencoded", "{type: object}", "form", []),
        ("multipart/form-data", WORDS, "multipart", []),
        ("multipart/mixed", "{type: array, items: {type: string}}", "multipart", []),
        ("multipart/mixed", f"{{oneOf: [{WORDS}, {{type: object}}]}}", "multipart", []),
        ("application/x-www-form-urlencoded", LIST, "binary", ["can't represent this schema"]),
        ("application/x-www-form-urlencoded", "{type: string}", "binary", ["can't represent this"]),
        ("multipart/form-data", "{type: array}", "binary", ["can't represent this schema"]),
        ("multipart/mixed", "{type: integer}", "binary", ["can't represent this schema"]),
        ("multipart/mixed", LIST, "binary", ["files in parts are not typed"]),
        ("multipart/mixed", PAIR, "multipart", []),
        ("multipart/form-data", PAIR, "binary", ["can't represent this schema"]),
        ("multipart/mixed", CODED_TUPLE, "multipart", []),
        ("multipart/mixed", FILE_TUPLE, "binary", ["files in parts are not typed"]),
        (
            "multipart/form-data",
            "{type: object, properties: {a: {type: array, items: {format: binary, type: string}}}}",
            "binary",
            ["files in parts are not typed"],
        ),
        (
            "multipart/form-data",
            "{type: object, additionalProperties: {format: binary, type: string}}",
            "binary",
            ["files in parts are not typed"],
        ),
    ],
)
def test_a_response_that_a_form_can_not_represent_is_bytes(
    name: str, schema: str, content: str, said: list[str]
) -> None:
    lowered = lower_get(f"""
        responses: {{'200': {{description: Fine., content: {{{name}: {{schema: {schema}}}}}}}}}
        """)
    (media,) = lowered.operation.responses[0].media_types
    assert media.content == content
    assert (media.type == BYTES) == (content == "binary")
    at = f"{AT}/responses/200/content/{name.replace('/', '~1')}/schema"
    found = [(item.code, item.pointer) for item in lowered.diagnostics.items]
    assert found == [("weak-type", at) for _ in said]
    for item, part in zip(lowered.diagnostics.items, said, strict=True):
        assert part in item.message


@pytest.mark.parametrize("schema", ["{type: array, items: {type: integer}}", "{type: integer}"])
@pytest.mark.parametrize("name", ["application/jsonl", "application/json-seq"])
def test_a_schema_of_lines_is_that_of_each_or_of_all(name: str, schema: str) -> None:
    content = f"content: {{{name}: {{schema: {schema}}}}}"
    lowered = lower_get(f"""
        requestBody: {{{content}}}
        responses: {{'200': {{description: Fine., {content}}}}}
        """)
    assert lowered.operation.body is not None
    for (media,) in (
        lowered.operation.body.media_types,
        lowered.operation.responses[0].media_types,
    ):
        assert (media.content, media.type) == ("lines", ir.Primitive("integer"))
        assert media.is_sequence
    assert lowered.said == []


@pytest.mark.parametrize(
    ("schema", "kind", "checked"),
    [
        (PAIR, ir.Any(), ""),
        (
            f"{{type: array, items: {PAIR}}}",
            ir.TupleOf((ir.Primitive("string"), ir.Primitive("integer"))),
            "/schema/items",
        ),
        ("{type: array, prefixItems: [{type: integer}], items: {type: integer}}", None, ""),
    ],
)
def test_lines_that_differ_have_no_type_and_are_not_checked(
    schema: str, kind: ir.Type | None, checked: str
) -> None:
    content = f"content: {{application/jsonl: {{schema: {schema}}}}}"
    lowered = lower_get(f"""
        requestBody: {{{content}}}
        responses: {{'200': {{description: Fine., {content}}}}}
        """)
    assert lowered.operation.body is not None
    (sent,) = lowered.operation.body.media_types
    (received,) = lowered.operation.responses[0].media_types
    assert sent.type == received.type
    assert kind is None or sent.type == kind
    at = "content/application~1jsonl"
    assert sent.schema == (f"{AT}/requestBody/{at}{checked}" if checked else "")
    assert [place for _, message, place in lowered.said if "lines" in message] == (
        [f"{AT}/requestBody/{at}/schema", f"{AT}/responses/200/{at}/schema"]
        if kind == ir.Any()
        else []
    )


def test_events_are_sent_as_one_text() -> None:
    lowered = lower_get("requestBody: {content: {text/event-stream: {schema: {type: string}}}}")
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert (media.content, media.type) == ("text", ir.Primitive("string"))
    assert not media.is_sequence


def test_events_of_text_are_sent_one_by_one_if_items_are_described() -> None:
    for schema in ("itemSchema: {type: string}", "schema: {type: array, items: {type: string}}"):
        operation = yaml.safe_load(
            f"requestBody: {{content: {{text/event-stream: {{{schema}}}}}}}\n"
            "responses: {'204': {description: Done.}}"
        )
        lowered = lower_data({"openapi": "3.2.0", "paths": {"/x": {"get": operation}}})
        assert lowered.operation.body is not None
        (media,) = lowered.operation.body.media_types
        assert (media.content, media.type) == ("events", ir.Primitive("string"))
        assert media.is_sequence
        codes = ["data-of-events"] if "itemSchema" in schema else []
        assert [code for code, _, _ in lowered.said] == codes


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("{type: integer}", ir.Primitive("integer")),
        ("{type: number}", ir.Primitive("number")),
        ("{type: boolean}", ir.Primitive("boolean")),
        ("{type: integer, const: 3}", ir.Literal((3,))),
        ("{$ref: '#/components/schemas/N'}", ir.Primitive("integer")),
        ("{type: [integer, 'null']}", ir.Primitive("string")),
        ("{type: [integer, string]}", ir.Primitive("string")),
        ("{type: object}", ir.Primitive("string")),
        ("{type: string, format: date}", ir.Primitive("string")),
        ("{}", ir.Primitive("string")),
    ],
)
def test_plain_text_may_be_a_number_or_a_boolean(schema: str, kind: ir.Type) -> None:
    for name in ("text/plain", "text/csv"):
        content = f"content: {{{name}: {{schema: {schema}}}}}"
        lowered = lower_get(
            f"""
            requestBody: {{{content}}}
            responses: {{'200': {{description: Fine., {content}}}}}
            """,
            components={"schemas": {"N": {"type": "integer"}}},
        )
        assert lowered.operation.body is not None
        (sent,) = lowered.operation.body.media_types
        (read,) = lowered.operation.responses[0].media_types
        expected = kind if name == "text/plain" else ir.Primitive("string")
        assert (sent.type, read.type) == (expected, expected)


@pytest.mark.parametrize("others", [(), ("text/json", "application/*+json", "*/*")])
def test_plain_json_is_preferred_to_other_kinds_of_it(others: tuple[str, ...]) -> None:
    names = ("application/json-patch+json", *others, "Application/JSON; charset=utf-8")
    content = ", ".join(f"'{name}': {{schema: {{type: object}}}}" for name in names)
    lowered = lower_get(f"""
        requestBody: {{content: {{{content}}}}}
        responses: {{'200': {{description: Fine., content: {{{content}}}}}}}
        """)
    assert lowered.operation.body is not None
    for media in (lowered.operation.body.media_types, lowered.operation.responses[0].media_types):
        assert [item.name for item in media] == ["Application/JSON; charset=utf-8"]
    assert {code for code, _, _ in lowered.said} == {"ignored-media-type"}
    assert len(lowered.said) == 2 * (len(names) - 1)


@pytest.mark.parametrize(
    ("schema", "also"),
    [
        ("{type: string}", [("text/plain", "text")]),
        ("{type: integer}", [("text/plain", "text")]),
        ("{type: boolean}", [("text/plain", "text")]),
        ("{type: string, format: date}", []),
        ("{type: array, items: {type: string}}", [("multipart/mixed", "multipart")]),
        (WORDS, [(URLENCODED, "form"), ("multipart/mixed", "multipart")]),
        ("{type: object, properties: {a: {type: string, format: binary}}}", []),
    ],
)
def test_a_response_may_come_in_other_forms_of_the_same_value(
    schema: str, also: list[tuple[str, str]]
) -> None:
    names = (URLENCODED, "text/plain", "multipart/mixed", "application/json")
    content = ", ".join(f"{name}: {{schema: {schema}}}" for name in names)
    lowered = lower_get(f"responses: {{'200': {{description: Fine., content: {{{content}}}}}}}")
    (response,) = lowered.operation.responses
    assert [media.name for media in response.media_types] == ["application/json"]
    assert [(media.name, media.content) for media in response.also] == also
    assert {media.type for media in response.also} <= {response.media_types[0].type}
    assert response.others == ()
    ignored = {URLENCODED, "multipart/mixed"} - {name for name, _ in also}
    at = f"{AT}/responses/200/content"
    assert {(code, place) for code, _, place in lowered.said} == {
        ("ignored-media-type", f"{at}/{name.replace('/', '~1')}") for name in ignored
    }


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ("{type: array, items: {type: integer}}", f"{AT}/requestBody/content/A/schema/items"),
        ("{type: integer}", f"{AT}/requestBody/content/A/schema"),
        ("{$ref: '#/components/schemas/L'}", "/components/schemas/L/items"),
        ("{type: array}", ""),
    ],
)
def test_lines_are_checked_one_by_one(schema: str, place: str) -> None:
    lowered = lower_get(
        f"requestBody: {{content: {{application/jsonl: {{schema: {schema}}}}}}}",
        components={"schemas": {"L": {"type": "array", "items": {"type": "integer"}}}},
    )
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert media.schema == place.replace("/A/", "/application~1jsonl/")


@pytest.mark.parametrize(
    ("name", "schema", "is_checked"),
    [
        ("text/csv", "{type: array, items: {type: string}}", False),
        ("application/yaml", WORDS, False),
        ("text/plain", "{$ref: '#/components/schemas/Word'}", False),
        ("text/plain", f"{{oneOf: [{WORDS}, {{type: string}}]}}", False),
        ("text/plain", f"{{allOf: [{WORDS}]}}", False),
        ("text/plain", "{type: string, maxLength: 3}", True),
        ("text/plain", "{maxLength: 3}", True),
        ("text/plain", "{type: [integer, 'null']}", True),
        ("text/plain", "{allOf: [{type: string}, {type: integer}]}", True),
        ("application/xml", WORDS, False),
        ("application/xml", "{type: [integer, string], xml: {name: a}}", False),
        ("application/xml", "{type: string, xml: {attribute: true}}", False),
        ("application/xml", "{type: string, maxLength: 3}", True),
    ],
)
def test_a_text_is_checked_if_the_schema_is_about_text(
    name: str, schema: str, *, is_checked: bool
) -> None:
    lowered = lower_get(
        f"requestBody: {{content: {{{name}: {{schema: {schema}}}}}}}",
        components={"schemas": {"Word": yaml.safe_load(WORDS)}},
    )
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    assert (media.content, media.type) == ("text", ir.Primitive("string"))
    at = f"{AT}/requestBody/content/{name.replace('/', '~1')}/schema"
    assert media.schema == (at if is_checked else "")


@pytest.mark.parametrize(
    ("media_type", "example", "expected"),
    [
        ("application/json", "{dataValue: {a: 1}, serializedValue: '{}'}", '{"a": 1}'),
        ("application/json", "{value: [1]}", "[1]"),
        ("application/json", "{serializedValue: '{\"a\": 2}'}", '{"a": 2}'),
        ("application/json", "{serializedValue: '{'}", None),
        ("application/json", "{externalValue: a.json}", None),
        ("text/plain", "{serializedValue: '{'}", '"{"'),
        ("application/jsonl", "{serializedValue: '1'}", '"1"'),
    ],
)
def test_an_example_has_data_or_is_serialized(
    media_type: str, example: str, expected: str | None
) -> None:
    lowered = lower_get(f"""
        responses:
          '200':
            description: Done.
            content: {{{media_type}: {{examples: {{none: {{}}, one: {example}}}}}}}
        """)
    (media,) = lowered.operation.responses[0].media_types
    assert media.example == expected
    assert [at for _, _, at in lowered.said if at and at.endswith("Value")] == (
        [f"{AT}/responses/200/content/application~1json/examples/one/serializedValue"]
        if example == "{serializedValue: '{'}" and expected is None
        else []
    )


@pytest.mark.parametrize("key", ["itemEncoding", "prefixEncoding"])
def test_an_invalid_media_type_of_a_part_without_a_name_is_told(key: str) -> None:
    encoding = "{contentType: 'no type'}"
    given = encoding if key == "itemEncoding" else f"[{encoding}]"
    schema = "{type: array, items: {type: string}}"
    lowered = lower_get(
        f"requestBody: {{content: {{multipart/mixed: {{schema: {schema}, {key}: {given}}}}}}}"
    )
    at = f"{AT}/requestBody/content/multipart~1mixed/{key}{'/0' * (key == 'prefixEncoding')}"
    assert ("invalid-media-type", f"{at}/contentType") in [(c, at) for c, _, at in lowered.said]


def test_the_example_of_a_parameter_is_its_data() -> None:
    lowered = lower_get("""
        parameters:
          - name: d
            in: query
            schema: {type: string, format: date}
            examples:
              a: {serializedValue: d=1}
              b: {dataValue: '2026-01-02', serializedValue: d=2}
        """)
    assert lowered.operation.parameters[0].doc.example == '"2026-01-02"'


# itemSchema (OpenAPI 3.2)


def event_of(schema: str) -> tuple[ir.MediaType, Lowered]:
    content = f"{{text/event-stream: {{itemSchema: {schema}}}}}"
    lowered = lower_get(f"responses: {{'200': {{description: Done., content: {content}}}}}")
    (media,) = lowered.operation.responses[0].media_types
    return media, lowered


JSON = "contentMediaType: application/json"
ITEM = f"{AT}/responses/200/content/text~1event-stream/itemSchema"


def test_the_data_of_an_event_has_the_type_of_its_content() -> None:
    media, lowered = event_of(
        "{type: object, properties: {event: {type: string}, "
        f"data: {{type: string, {JSON}, contentSchema: {{type: integer}}}}}}}}"
    )
    assert media.is_wrapped
    assert media.type == ir.Named(origin(ITEM, "content"))
    model = lowered.model(origin(ITEM, "content"))
    assert [(field.name.wire, field.type) for field in model.fields] == [
        ("event", ir.Primitive("string")),
        ("data", ir.Primitive("integer")),
    ]


@pytest.mark.parametrize(
    ("data", "kind", "codes"),
    [
        (f"{JSON}, contentSchema: {{type: integer}}", ir.Primitive("integer"), []),
        (f"{JSON}, contentSchema: {{type: string}}", ir.Primitive("string"), ["weak-type"]),
        (JSON, ir.Primitive("string"), []),
        ("contentMediaType: text/csv, contentSchema: {type: integer}", ir.Primitive("string"), []),
    ],
)
def test_events_of_data_alone_are_their_data(data: str, kind: ir.Type, codes: list[str]) -> None:
    schema = f"{{type: object, properties: {{data: {{type: string, {data}}}}}}}"
    media, lowered = event_of(schema)
    assert (media.type, media.is_wrapped) == (kind, False)
    assert [code for code, _, _ in lowered.said] == codes


def test_items_that_are_no_events_are_their_data() -> None:
    media, lowered = event_of("{type: object, properties: {a: {type: string}}}")
    assert (media.type, media.is_wrapped) == (named(ITEM), False)
    assert [(code, at) for code, _, at in lowered.said] == [("data-of-events", ITEM)]


@pytest.mark.parametrize("media_type", ["application/json", "text/csv", "image/png"])
def test_what_has_no_items_ignores_their_schema(media_type: str) -> None:
    content = f"{{{media_type}: {{itemSchema: {{type: integer}}}}}}"
    lowered = lower_get(f"responses: {{'200': {{description: Done., content: {content}}}}}")
    assert [code for code, _, _ in lowered.said] == ["ignored-keyword"]


def form_of(name: str, properties: str, encoding: str = "{}") -> tuple[ir.MediaType, Lowered]:
    lowered = lower_get(f"""
        requestBody:
          content:
            {name}:
              schema: {{type: object, properties: {{{properties}}}}}
              encoding: {encoding}
        """)
    assert lowered.operation.body is not None
    (media,) = lowered.operation.body.media_types
    return media, lowered


@pytest.mark.parametrize("name", [URLENCODED, PARTS])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{type: array, items: {type: integer}}", ir.ListOf(ir.Primitive("integer"))),
        ("{additionalProperties: {type: integer}}", ir.MapOf(ir.Primitive("integer"))),
        ("{type: string}", ir.Primitive("string")),
        ("{type: integer}", ir.Primitive("string")),
        ("{}", ir.Primitive("string")),
        ("{anyOf: [{type: string}, {type: array, items: {}}]}", ir.Primitive("string")),
    ],
)
def test_a_text_of_json_in_a_form_has_the_type_of_the_lists_and_objects_in_it(
    name: str, content: str, kind: ir.Type
) -> None:
    media, lowered = form_of(name, f"a: {{type: string, {JSON}, contentSchema: {content}}}")
    assert media.encodings == (ir.Encoding("a", "application/json", is_whole=True),)
    assert isinstance(media.type, ir.Named)
    assert [field.type for field in lowered.model(media.type.id).fields] == [kind]
    assert lowered.said == []


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("contentType: text/plain", ir.Encoding("a", "text/plain", is_whole=True)),
        (
            "style: form",
            ir.Encoding("a", "application/json", style="form", explode=None, is_whole=True),
        ),
    ],
)
def test_the_encoding_of_a_text_of_json_in_a_form(encoding: str, expected: ir.Encoding) -> None:
    text = f"a: {{type: string, {JSON}, contentSchema: {{type: array, items: {{}}}}}}"
    media, lowered = form_of(PARTS, text, f"{{a: {{{encoding}}}}}")
    assert media.encodings == (expected,)
    assert lowered.said == []


def test_a_text_of_json_in_a_form_may_be_null() -> None:
    text = f"a: {{type: [string, 'null'], {JSON}, contentSchema: {{type: array, items: {{}}}}}}"
    media, lowered = form_of(PARTS, text)
    assert isinstance(media.type, ir.Named)
    assert [field.type for field in lowered.model(media.type.id).fields] == [
        ir.Nullable(ir.ListOf(ir.Any()))
    ]


def test_a_text_that_is_not_json_in_a_form_is_text() -> None:
    media, _ = form_of(
        PARTS, "a: {type: string, contentMediaType: text/csv, contentSchema: {type: array}}"
    )
    assert media.encodings == ()
