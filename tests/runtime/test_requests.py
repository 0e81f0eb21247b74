"""Requests: what is made of the arguments of a call, before anything is sent."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import pytest

from sdkwright.runtime.http.requests import Extra, Prepared, prepare
from sdkwright.runtime.json.models import Model, OpenModel
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.values import UNSET


def prepared(
    body: Any,
    kind: Literal["properties", "value"] = "properties",
    *,
    required: bool,
    headers: dict[str, str] | None = None,
) -> Prepared:
    operation: Operation[None] = Operation(
        "o", "POST", "/x", body=kind, body_required=required, returns={204: None}
    )
    return prepare(
        operation,
        {},
        body,
        base_url="https://e.example",
        headers={},
        extra=Extra(headers),
    )


@pytest.mark.parametrize("given", [{}, {"a": None}, {"a": UNSET}])
def test_an_optional_body_without_properties_is_not_sent(given: dict[str, Any]) -> None:
    made = prepared(given, required=False)
    assert (made.content, made.headers) == (None, {})


def test_an_optional_body_with_a_property_is_sent() -> None:
    made = prepared({"a": 1, "b": None}, required=False)
    assert (made.content, made.headers) == (b'{"a":1}', {"Content-Type": b"application/json"})


def test_a_required_body_without_properties_is_an_empty_object() -> None:
    assert prepared({}, required=True).content == b"{}"


def test_an_optional_value_is_sent_even_if_it_is_empty() -> None:
    assert prepared({}, "value", required=False).content == b"{}"


# Subclasses


class Text(str):
    """Like the text of a parser; it prints itself in another way."""

    __slots__ = ()

    def __str__(self) -> str:
        return "<b>x</b>"


class Whole(int):
    pass


class Fraction(float):
    pass


class Bytes(bytes):
    pass


class Amount(Decimal):
    pass


class Identity(UUID):
    pass


class Moment(datetime):
    """Like the times of pandas and pendulum."""


class Day(date):
    pass


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Text("x"), '"x"'),
        (Whole(3), "3"),
        (Fraction(1.5), "1.5"),
        (Bytes(b"a"), '"YQ=="'),
        (Amount("1.10"), "1.10"),
        (Identity(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Moment(2027, 1, 2, 3, 4, 5, 6, tzinfo=UTC), '"2027-01-02T03:04:05.000006Z"'),
        (Day(2027, 1, 2), '"2027-01-02"'),
    ],
)
def test_an_instance_of_a_subclass_is_sent_as_one_of_the_class(value: Any, written: str) -> None:
    assert prepared({"a": value, "b": [value]}, required=True).content == (
        f'{{"a":{written},"b":[{written}]}}'.encode()
    )
    model = Closed(value=value)
    assert model.model_dump_json() == f'{{"value":{written}}}'
    assert (
        prepared({"a": model}, required=True).content == f'{{"a":{{"value":{written}}}}}'.encode()
    )


# What can't be sent


class Open(OpenModel):
    name: str
    additional_properties: dict[str, Any]


class Closed(Model):
    value: Any


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def cyclic() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["a"] = value
    return value


NO_JSON = "can't be represented in JSON"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (math.nan, f"a is nan, which {NO_JSON}"),
        ({"b": [1, math.inf]}, rf"a\.b\[1\] is inf, which {NO_JSON}"),
        ((-math.inf,), rf"a\[0\] is -inf, which {NO_JSON}"),
        (Decimal("NaN"), f"a is NaN, which {NO_JSON}"),
        ({"b": Decimal("-Infinity")}, rf"a\.b is -Infinity, which {NO_JSON}"),
        (Closed(value=math.nan), rf"a\.value is nan, which {NO_JSON}"),
        (object(), f"a is of type object, which {NO_JSON}"),
        ({"b": [object()]}, rf"a\.b\[0\] is of type object, which {NO_JSON}"),
        (Closed(value={"b": 1j}), rf"a\.value\.b is of type complex, which {NO_JSON}"),
        ("\ud800", "a can't be encoded as UTF-8"),
        ({"b": ["\udfff"]}, r"a\.b\[0\] can't be encoded as UTF-8"),
        (cyclic(), "The body is nested too deeply, or contains itself"),
        (nested(100_000), "The body is nested too deeply, or contains itself"),
    ],
)
@pytest.mark.parametrize("kind", ["properties", "value"])
def test_a_body_that_is_no_json_is_refused_by_name(
    kind: Literal["properties", "value"], value: Any, problem: str
) -> None:
    with pytest.raises(ValueError, match=rf"^{problem}"):
        prepared({"a": value}, kind, required=True)


def test_a_decimal_beyond_floats_is_a_number() -> None:
    assert prepared({"a": Decimal("1E+999")}, required=True).content == b'{"a":1E+999}'


@pytest.mark.parametrize("name", ["Content-Length", "content-length", "Transfer-Encoding"])
def test_headers_that_frame_the_body_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=rf"http_headers can't contain {name}, which depends"):
        prepared({}, required=True, headers={name: "5"})


# Additional properties

MARK = "*additional_properties"


def test_no_key_of_a_caller_is_taken_for_a_mark_of_ours() -> None:
    made = Open(name="n", additional_properties={MARK: {"x": 1}, "y": {MARK: "text"}})
    content = prepared({"a": made, "b": {MARK: [1]}}, required=True).content
    assert content == (
        b'{"a":{"name":"n","*additional_properties":{"x":1},"y":{"*additional_properties":"text"}},'
        b'"b":{"*additional_properties":[1]}}'
    )
    assert made.model_dump() == {"name": "n", MARK: {"x": 1}, "y": {MARK: "text"}}


def test_no_key_of_a_server_is_taken_for_a_mark_of_ours() -> None:
    text = '{"name":"n","*additional_properties":{"lifted":1}}'
    made = Open.model_validate_json(text)
    assert made.additional_properties == {MARK: {"lifted": 1}}
    assert Open.model_validate_json(made.model_dump_json()) == made
