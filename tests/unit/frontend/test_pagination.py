"""What `x-speakeasy-pagination` may say."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sdkwright.model import ir
from tests.unit.support.lowering import Lowered, lower_data, lower_get
from tests.unit.support.origins import named

OPERATION = """
operationId: listX
parameters:
  - {name: offset, in: query, schema: {type: integer}}
  - {name: page, in: query, schema: {type: integer, default: 0}}
  - {name: limit, in: query, schema: {type: integer}}
  - {name: cursor, in: header, schema: {type: string}}
requestBody:
  content:
    application/json:
      schema:
        type: object
        properties: {from: {type: string}, made: {type: string, readOnly: true}}
responses:
  '200':
    description: Some.
    content:
      application/json:
        schema:
          type: object
          properties:
            data: {type: array, items: {$ref: '#/components/schemas/Word'}}
            total: {type: integer}
            links: {type: [object, 'null'], properties: {next: {type: [string, 'null']}}}
            free: {}
            others: {type: object, additionalProperties: {type: string}}
            either: {oneOf: [{type: string}, {type: integer}]}
"""
WORD = {"type": "object", "properties": {"id": {"type": "string"}}}
NAMED_WORD = named("/components/schemas/Word")
TEXT = ir.Primitive("string")
AT = "/paths/~1x/post/x-speakeasy-pagination"


def paged(extension: str, **differences: Any) -> Lowered:
    operation = {**yaml.safe_load(OPERATION), **differences}
    operation["x-speakeasy-pagination"] = yaml.safe_load(extension)
    return lower_data(
        {"paths": {"/x": {"post": operation}}, "components": {"schemas": {"Word": WORD}}}
    )


def pagination(extension: str, **differences: Any) -> ir.Pagination | None:
    lowered = paged(extension, **differences)
    assert lowered.said == []
    return lowered.operation.pagination


def test_pages_by_offset_and_limit() -> None:
    assert pagination("""
        type: offsetLimit
        inputs:
          - {name: offset, in: parameters, type: offset}
          - {name: limit, in: parameters, type: limit}
        outputs: {results: $.data}
        """) == ir.OffsetPages(("data",), (NAMED_WORD,), ir.PageInput("offset"))


def test_pages_by_number_begin_with_the_default() -> None:
    assert pagination("""
        type: offsetLimit
        inputs: [{name: page, in: parameters, type: page}]
        outputs: {results: $.data, numPages: $.total}
        """) == ir.NumberedPages(("data",), (NAMED_WORD,), ir.PageInput("page"), 0, ("total",))


def test_pages_by_number_need_no_list_where_their_number_is_known() -> None:
    made = pagination("""
        type: offsetLimit
        inputs: [{name: offset, in: parameters, type: page}]
        outputs: {numPages: $.total}
        """)
    assert isinstance(made, ir.NumberedPages)
    assert (made.results, made.first, made.total) == (None, 1, ("total",))
    assert len(made.items) == 1


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("$.links.next", ("links", "next")),
        ("$.data[-1].id", ("data", -1, "id")),
        ("$.free.next[0]", ("free", "next", 0)),
        ("$.others.next", ("others", "next")),
        ("$.either", ("either",)),
    ],
)
def test_a_cursor_may_stand_anywhere_in_the_response(
    written: str, path: tuple[str | int, ...]
) -> None:
    assert pagination(f"""
        type: cursor
        inputs: [{{name: cursor, in: parameters, type: cursor}}]
        outputs: {{results: $.data, nextCursor: '{written}'}}
        """) == ir.CursorPages(("data",), (NAMED_WORD,), ir.PageInput("cursor"), path)


def test_a_cursor_may_be_a_property_of_the_body() -> None:
    made = pagination("""
        type: cursor
        inputs: [{name: from, in: requestBody, type: cursor}]
        outputs: {nextCursor: $.links.next}
        """)
    assert isinstance(made, ir.CursorPages)
    assert (made.cursor, made.results) == (ir.PageInput("from", in_body=True), None)


def test_pages_by_url_need_no_input() -> None:
    assert pagination("""
        type: url
        outputs: {results: $.data, nextUrl: $.links.next}
        """) == ir.UrlPages(("data",), (NAMED_WORD,), ("links", "next"))


def test_a_response_may_be_the_list_itself() -> None:
    schema = {"type": "array", "items": {"type": "string"}}
    assert (
        pagination(
            """
        type: offsetLimit
        inputs: [{name: offset, in: parameters, type: offset}]
        outputs: {results: $}
        """,
            responses={
                "202": {"description": "Later."},
                "200": {"description": "", "content": {"application/json": {"schema": schema}}},
            },
        )
        == ir.OffsetPages((), (TEXT,), ir.PageInput("offset"))
    )


CURSOR = "inputs: [{name: cursor, in: parameters, type: cursor}]"
OFFSET = "inputs: [{name: offset, in: parameters, type: offset}]"


@pytest.mark.parametrize(
    ("extension", "why"),
    [
        ("{}", "`type` must be `offsetLimit`, `cursor` or `url`"),
        ("x", "`type` must be `offsetLimit`, `cursor` or `url`"),
        ("{type: token}", "`type` must be `offsetLimit`, `cursor` or `url`"),
        ("{type: url}", "`outputs` must be an object"),
        ("{type: url, inputs: {}, outputs: {}}", "the output `nextUrl` is required"),
        ("{type: url, inputs: x, outputs: {}}", "`inputs` must be a list"),
        (
            "{type: url, inputs: [{name: limit, in: query, type: limit}], outputs: {}}",
            "each input must have `name`, `type`, and `in: parameters` or `requestBody`",
        ),
        (
            "{type: cursor, inputs: [{name: nobody, in: parameters, type: cursor}], outputs: {}}",
            "the operation has no parameter `nobody`",
        ),
        (
            "{type: cursor, inputs: [{name: made, in: requestBody, type: cursor}], outputs: {}}",
            "the request body has no property `made`",
        ),
        (
            "{type: cursor, inputs: [{name: page, in: parameters, type: page}], outputs: {}}",
            "the input type `page` is unknown or repeated",
        ),
        ("{type: cursor, outputs: {nextCursor: $.total}}", "an input of type `cursor` is required"),
        (
            f"{{type: cursor, {CURSOR}, outputs: {{nextCursor: $.data}}}}",
            "`$.data` does not point to a string or a number in the response",
        ),
        (
            f"{{type: cursor, {CURSOR}, outputs: {{nextCursor: $.total.x}}}}",
            "`$.total.x` does not point to a string or a number in the response",
        ),
        (
            f"{{type: cursor, {CURSOR}, outputs: {{nextCursor: '$.data[0:1]'}}}}",
            "`outputs.nextCursor` must be a path of names and indexes, such as `$.data[-1].id`",
        ),
        (
            f"{{type: cursor, {CURSOR}, outputs: {{nextCursor: $..id}}}}",
            "`outputs.nextCursor` must be a path of names and indexes, such as `$.data[-1].id`",
        ),
        (
            f"{{type: cursor, {CURSOR}, outputs: {{nextCursor: $.total, results: $.total}}}}",
            "`$.total` does not point to a list in the response",
        ),
        (
            "{type: offsetLimit, inputs: [{name: page, in: parameters, type: page}], outputs: {}}",
            "the output `results` or `numPages` is required",
        ),
        (f"{{type: offsetLimit, {OFFSET}, outputs: {{}}}}", "the output `results` is required"),
        (
            "{type: offsetLimit, outputs: {results: $.data}}",
            "exactly one input of type `offset` or `page` is required",
        ),
    ],
)
def test_pages_that_cannot_be_walked_are_warned_of(extension: str, why: str) -> None:
    lowered = paged(extension)
    assert lowered.operation.pagination is None
    assert lowered.said == [
        ("unsupported-pagination", f"pagination skipped: {why}", AT),
    ]


def test_pages_that_are_no_json_cannot_be_walked() -> None:
    lowered = paged(
        "{type: url, outputs: {nextUrl: $.next}}", responses={"204": {"description": "Nothing."}}
    )
    assert lowered.said == [
        (
            "unsupported-pagination",
            "pagination skipped: the response is not JSON",
            AT,
        )
    ]


def test_a_response_may_be_one_of_several() -> None:
    schemas = {
        name: {
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": {"type": "string", "enum": [name]},
                "data": {"type": "array", "items": {"type": item}},
                **({"next": {"type": "string"}} if name == "a" else {}),
            },
        }
        for name, item in (("a", "string"), ("b", "integer"), ("c", "string"))
    }
    content = {"application/json": {"schema": {"oneOf": [*schemas.values()]}}}
    assert (
        pagination(
            """
        type: cursor
        inputs: [{name: cursor, in: parameters, type: cursor}]
        outputs: {results: $.data, nextCursor: $.next}
        """,
            responses={"200": {"description": "", "content": content}},
        )
        == ir.CursorPages(
            ("data",), (TEXT, ir.Primitive("integer")), ir.PageInput("cursor"), ("next",)
        )
    )


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
