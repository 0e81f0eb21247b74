"""Representations of a response that callers ask for."""

from __future__ import annotations

import pytest

from sdkwright.model import ir
from tests.unit.support.lowering import lower_get

OBJECT = "{type: object, properties: {a: {type: integer}}}"


def answer(*content: str, more: str = "") -> str:
    return f"""
    responses:
      '200':
        description: Done.
        content: {{{", ".join(content)}}}
    {more}
    """


def test_callers_choose_between_what_differs() -> None:
    lowered = lower_get(
        answer(
            "image/png: {}",
            f"application/json: {{schema: {OBJECT}}}",
            "text/plain: {schema: {type: string}}",
        )
    )
    (response,) = lowered.operation.responses
    assert [media.name for media in response.media_types] == ["application/json"]
    assert [(media.name, media.content) for media in response.others] == [
        ("image/png", "binary"),
        ("text/plain", "text"),
    ]
    (accept,) = lowered.operation.parameters
    assert (accept.name.wire, accept.location, accept.required) == ("Accept", "header", False)
    assert accept.type == ir.Literal(("application/json", "image/png", "text/plain"))
    assert lowered.said == []


@pytest.mark.parametrize(
    ("content", "ignored"),
    [
        ([f"application/json: {{schema: {OBJECT}}}", f"text/xml: {{schema: {OBJECT}}}"], 1),
        (["text/plain: {schema: {type: string}}", "text/html: {schema: {type: string}}"], 1),
        ([f"application/json: {{schema: {OBJECT}}}", "application/hal+json: {}"], 1),
        (["application/json: {}"], 0),
    ],
)
def test_there_is_no_choice_between_forms_of_the_same(content: list[str], ignored: int) -> None:
    lowered = lower_get(answer(*content))
    assert lowered.operation.parameters == ()
    assert [code for code, _, _ in lowered.said].count("ignored-media-type") == ignored


NUMBER = "{schema: {type: object, xml: {name: n}, properties: {n: {type: integer}}}}"


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (f"text/xml: {NUMBER}", [("text/xml", "xml"), ("text/csv", "text")]),
        (f"Text/XML: {NUMBER.replace('n:', 'm:')}", [("text/csv", "text")]),
        ("text/csv: {}", [("text/xml", "xml"), ("text/csv", "text")]),
        ("text/csv: {schema: {type: integer}}", [("text/xml", "xml"), ("text/csv", "text")]),
        (f"application/xml: {NUMBER}", [("text/xml", "xml"), ("text/csv", "text")]),
        ("text/xml: {}", [("text/csv", "text")]),
    ],
)
def test_a_representation_means_the_same_with_each_status(
    other: str, kept: list[tuple[str, str]]
) -> None:
    lowered = lower_get(f"""
        responses:
          '200':
            description: Done.
            content:
              application/json: {{schema: {OBJECT}}}
              text/xml: {NUMBER}
              text/csv: {{}}
          '201': {{description: Made., content: {{{other}}}}}
        """)
    first, second = lowered.operation.responses
    assert [(media.name, media.content) for media in first.others] == kept
    assert len(second.media_types) == 1
    at = "/paths/~1x/get/responses/200/content/text~1xml"
    assert [place for code, _, place in lowered.said if code == "ignored-media-type"] == (
        [] if len(kept) == 2 else [at]
    )


def test_text_that_is_a_number_is_not_read_as_one_where_it_is_text() -> None:
    number = "{schema: {type: integer}}"
    lowered = lower_get(f"""
        responses:
          '200':
            description: Done.
            content: {{application/json: {number}, text/plain: {number}}}
          '201': {{description: Made., content: {{text/plain: {{schema: {{type: string}}}}}}}}
          '202': {{description: Taken., content: {{text/plain: {number}}}}}
        """)
    assert [item.also for item in lowered.operation.responses] == [(), (), ()]


def test_pictures_of_two_formats_are_a_choice() -> None:
    lowered = lower_get(answer("image/png: {}", "image/jpeg: {}"))
    (accept,) = lowered.operation.parameters
    assert accept.type == ir.Literal(("image/png", "image/jpeg"))


def test_the_choice_comes_before_global_parameters() -> None:
    shared = {"name": "X-App", "in": "header", "schema": {"type": "string"}}
    lowered = lower_get(
        answer("image/png: {}", "image/jpeg: {}"),
        **{"x-speakeasy-globals": {"parameters": [shared]}},
    )
    assert [item.name.wire for item in lowered.operation.parameters] == ["Accept", "X-App"]


def test_pages_have_no_other_representation() -> None:
    lowered = lower_get(
        answer(
            "application/json: {schema: {type: object, properties: {d: {type: array, items: {}}}}}",
            "text/csv: {schema: {type: string}}",
            more="""parameters: [{name: o, in: query, schema: {type: integer}}]
    x-speakeasy-pagination:
      type: offsetLimit
      inputs: [{name: o, in: parameters, type: offset}]
      outputs: {results: $.d}""",
        )
    )
    assert [item.name.wire for item in lowered.operation.parameters] == ["o"]
    assert lowered.operation.responses[0].others == ()
    assert "ignored-media-type" in [code for code, _, _ in lowered.said]
