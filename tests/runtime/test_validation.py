"""Checks of requests: each value is judged in the form in which its place sends it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from sdkwright.runtime.errors import RequestValidationError
from sdkwright.runtime.http.bodies import BODIES
from sdkwright.runtime.http.requests import Extra, prepare
from sdkwright.runtime.http.wire import Styled
from sdkwright.runtime.json.decimals import DecimalText
from sdkwright.runtime.operation import Encoding, Operation
from sdkwright.runtime.validation import Constraints, check

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
TEXT = {"type": "string", "maxLength": 12}
TEXTS = {"type": "array", "items": TEXT}
OF_TEXT = {"type": "object", "additionalProperties": TEXT}
WRONG = "expected string, got integer"

PLACES: dict[str, dict[str, Any]] = {
    "path": {"path": "/x/{v}"},
    "path with a style": {"path": "/x/{v}", "path_parameters": {"v": Styled("v", "label", True)}},
    "query": {"query": ["v"]},
    "query with a key": {"query": [Styled("w", "form", True, key="v")]},
    "pipes": {"query": [Styled("v", "pipeDelimited")]},
    "deep": {"query": [Styled("v", "deepObject", True)]},
    "JSON in a query": {"query": [Styled("v", "json")]},
    "header": {"headers": ["v"]},
    "header with a style": {"headers": [Styled("v", "simple", True)]},
    "JSON in a header": {"headers": [Styled("v", "json")]},
    "cookie": {"cookies": ["v"]},
    "property": {"body": "properties"},
    "form": {"content_type": FORM},
    "form with a style": {
        "content_type": FORM,
        "encodings": {"v": Encoding(style="deepObject", explode=True)},
    },
    "JSON in a form": {"content_type": FORM, "encodings": {"v": Encoding("application/json")}},
    "part": {"content_type": PARTS},
    "part with a style": {
        "content_type": PARTS,
        "encodings": {"v": Encoding(style="form", explode=True)},
    },
    "part of XML": {
        "content_type": PARTS,
        "encodings": {"v": Encoding("text/xml", write=lambda *_: b"<v/>")},
    },
    "part of JSON": {"content_type": PARTS, "encodings": {"v": Encoding("application/vnd.a+json")}},
}
PARAMETERS = (
    {*PLACES} - {"property"} - {name for name in PLACES if "form" in name or "part" in name}
)


def problems(place: str, schema: Any, value: Any, type_: Any = None) -> list[tuple[str, str]]:
    """Return what is wrong with a value at a place, after it could be sent."""
    settings = {"path": "/x", **PLACES[place]}
    is_parameter = place in PARAMETERS
    types = {} if type_ is None else {"v": lambda: type_}
    if is_parameter:
        settings["types"] = types
        schemas = {"v": schema}
    else:
        settings |= {"body": "properties", "body_types": types}
        schemas = {"$": {"type": "object", "properties": {"v": schema}}}
    if "content_type" in settings:
        settings["encoder"] = BODIES
    operation: Operation[Any] = Operation(
        "send", "POST", settings.pop("path"), returns={204: None}, **settings
    )
    arguments, body = ({"v": value}, None) if is_parameter else ({}, {"v": value})
    sent = prepare(operation, arguments, body, base_url="http://h", headers={}, extra=Extra())
    try:
        check(Constraints({"send": schemas}, {}), operation, arguments, body, sent.content)
    except RequestValidationError as error:
        return [(each.place.removeprefix("$."), each.problem) for each in error.violations]
    return []


IN_JSON = {
    "JSON in a query",
    "JSON in a header",
    "property",
    "JSON in a form",
    "part of JSON",
    "part of XML",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_number_is_text_unless_it_is_sent_in_json(place: str) -> None:
    assert problems(place, TEXT, 7) == ([("v", WRONG)] if place in IN_JSON else [])
    assert problems(place, TEXT, "7") == []


@pytest.mark.parametrize("place", sorted({*PLACES} - {"path", "header", "cookie"}))
def test_an_element_is_text_unless_the_list_is_json(place: str) -> None:
    assert problems(place, TEXTS, ["a", 7]) == ([("v[1]", WRONG)] if place in IN_JSON else [])


OF_OBJECTS = {*PLACES} - {"path", "query", "header", "cookie"}


@pytest.mark.parametrize("place", sorted(OF_OBJECTS))
def test_a_value_of_an_object_is_text_where_objects_have_a_style(place: str) -> None:
    is_json = place in IN_JSON | {"form", "part"}
    assert problems(place, OF_TEXT, {"a": 7}) == ([("v.a", WRONG)] if is_json else [])


@pytest.mark.parametrize("place", sorted(OF_OBJECTS))
def test_what_a_style_can_not_nest_is_json(place: str) -> None:
    nested = {"type": "object", "additionalProperties": OF_TEXT}
    is_text = place in {"deep", "form with a style"}
    assert problems(place, nested, {"a": {"b": 7}}) == ([] if is_text else [("v.a.b", WRONG)])
    lists = {"type": "object", "additionalProperties": TEXTS}
    is_text = place in {"deep", "form with a style", "part with a style", "query with a key"}
    assert problems(place, lists, {"a": [7]}) == ([] if is_text else [("v.a[0]", WRONG)])


@pytest.mark.parametrize("place", ["form", "part", "JSON in a form", "part of JSON"])
def test_an_object_or_a_list_in_a_list_is_json(place: str) -> None:
    schema = {"type": "array", "items": OF_TEXT}
    assert problems(place, schema, [{"a": 7}]) == [("v[0].a", WRONG)]
    schema = {"type": "array", "items": TEXTS}
    assert problems(place, schema, [["a"], ["b", 7]]) == [("v[1][1]", WRONG)]


@pytest.mark.parametrize("content_type", [FORM, PARTS])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1, 2], []),
        ("[1, 2]", []),
        ([10, 20, 30, 40, 50], [("$.v", "must have at most 12 characters")]),
    ],
)
def test_a_text_of_json_is_judged_as_text(
    content_type: str, value: Any, expected: list[tuple[str, str]]
) -> None:
    operation: Operation[Any] = Operation(
        "send",
        "POST",
        "/x",
        body="properties",
        content_type=content_type,
        encoder=BODIES,
        encodings={"v": Encoding("application/json", whole=True)},
        returns={204: None},
    )
    schema = {"type": "object", "properties": {"v": TEXT}}
    found: list[tuple[str, str]] = []
    try:
        check(Constraints({"send": {"$": schema}}, {}), operation, {}, {"v": value}, b"sent")
    except RequestValidationError as error:
        found += [(each.place, each.problem) for each in error.violations]
    assert found == expected


@pytest.mark.parametrize("place", PLACES)
def test_a_format_is_no_assertion_but_a_date_is_judged_as_its_text(place: str) -> None:
    assert problems(place, TEXT, "tomorrow", datetime.date) == []
    assert problems(place, TEXT, datetime.date(2024, 5, 6), datetime.date) == []
    short = {"type": "string", "maxLength": 9}
    assert problems(place, short, datetime.date(2024, 5, 6), datetime.date) == [
        ("v", "must have at most 9 characters")
    ]
    with pytest.raises(
        ValueError, match=r"^[vw] must be a date, not a datetime: pass its date\(\)"
    ):
        problems(place, TEXT, datetime.datetime(2024, 5, 6, tzinfo=datetime.UTC), datetime.date)


@pytest.mark.parametrize("place", PLACES)
def test_a_decimal_number_that_is_text_is_judged_as_text(place: str) -> None:
    assert problems(place, TEXT, Decimal("1.50"), DecimalText) == []


@pytest.mark.parametrize(
    ("encoding", "body", "expected"),
    [
        (None, [7], []),
        (None, ["a" * 13], [("$[0]", "must have at most 12 characters")]),
        (Encoding("application/json"), [7], [("$[0]", WRONG)]),
    ],
)
def test_a_list_of_parts_is_text_unless_the_parts_are_json(
    encoding: Encoding | None, body: list[Any], expected: list[tuple[str, str]]
) -> None:
    operation: Operation[Any] = Operation(
        "send",
        "POST",
        "/x",
        body="value",
        content_type="multipart/mixed",
        encoder=BODIES,
        encodings={} if encoding is None else {"": encoding},
        returns={204: None},
    )
    found: list[tuple[str, str]] = []
    try:
        check(Constraints({"send": {"$": TEXTS}}, {}), operation, {}, body, b"sent")
    except RequestValidationError as error:
        found += [(each.place, each.problem) for each in error.violations]
    assert found == expected


@pytest.mark.parametrize("content_type", [FORM, PARTS])
def test_a_property_without_a_name_has_the_type_of_all_of_these(content_type: str) -> None:
    operation: Operation[Any] = Operation(
        "send",
        "POST",
        "/x",
        body="properties",
        content_type=content_type,
        encoder=BODIES,
        body_types={"": lambda: datetime.date},
        returns={204: None},
    )
    with pytest.raises(ValueError, match=r"^v must be a date, not a datetime"):
        BODIES.encode(operation, {"v": datetime.datetime(2024, 5, 6, tzinfo=datetime.UTC)})
