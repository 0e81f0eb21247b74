"""Exact decimal numbers: read and written without a float, as text or as a number."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import Any

import msgspec
import pydantic
import pytest

from sdkwright.runtime.http.bodies import BODIES
from sdkwright.runtime.http.requests import Extra, prepare
from sdkwright.runtime.http.wire import text_of
from sdkwright.runtime.json.decimals import DecimalText
from sdkwright.runtime.json.models import Model, OpenModel
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import Encoding, Operation
from sdkwright.runtime.values import UNSET, UnsetType

EXACT = "12345678901234567890.123456789"


class Price(Model):
    text: DecimalText
    number: Decimal
    texts: list[DecimalText] | UnsetType = UNSET
    either: DecimalText | float | UnsetType = UNSET
    net_tax: Decimal | UnsetType | None = msgspec.field(name="netTax", default=UNSET)


class Prices(OpenModel):
    first: Price
    additional_properties: dict[str, DecimalText] = msgspec.field(default_factory=dict)


WRITTEN = f'{{"text":"{EXACT}","number":{EXACT},"texts":["1.50"],"either":2.5,"netTax":null}}'


def price() -> Price:
    return Price.model_validate_json(WRITTEN)


def test_neither_text_nor_a_number_goes_through_a_float() -> None:
    assert (price().text, price().number) == (Decimal(EXACT), Decimal(EXACT))


def test_each_is_written_as_it_came() -> None:
    assert price().model_dump_json() == WRITTEN


def test_a_dict_for_json_has_text_and_floats_and_one_for_python_has_decimals() -> None:
    assert price().model_dump(mode="json") == json.loads(WRITTEN)
    assert price().model_dump()["number"] == Decimal(EXACT)
    assert list(price().model_dump(mode="json", by_alias=False))[-1] == "net_tax"


def test_what_is_found_among_additional_properties_is_written_too() -> None:
    first = WRITTEN.replace(EXACT, "1234567890.12345")  # more digits than a float has would be lost
    text = f'{{"first":{first},"more":"0.10"}}'
    prices = Prices.model_validate_json(text)
    assert prices.additional_properties == {"more": Decimal("0.10")}
    assert prices.model_dump_json() == text
    assert prices.model_dump(mode="json", by_alias=False)["more"] == "0.10"


def test_pydantic_describes_each_as_what_it_is_in_json() -> None:
    properties = pydantic.TypeAdapter(Price).json_schema()["properties"]
    assert properties["text"] == {"type": "string", "format": "decimal"}
    assert properties["number"] == {"type": "number"}


def test_a_copy_is_the_same() -> None:
    assert copy.deepcopy(price()) == price()


def test_text_has_no_exponent() -> None:
    assert Price(text=Decimal("1E+2"), number=Decimal(0)).model_dump(mode="json")["text"] == "100"
    assert text_of(Decimal("1E-7"), "n") == "0.0000001"


@pytest.mark.parametrize("sent", ["1E+999999999", "1E-999999999"])
def test_a_number_that_would_take_a_gigabyte_keeps_its_exponent(sent: str) -> None:
    came = Price.model_validate_json(f'{{"text":"{sent}","number":1}}')
    assert came.model_dump_json() == f'{{"text":"{sent}","number":1}}'
    assert text_of(came.text, "n") == sent


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^number is NaN, which can't be represented in JSON"):
        Price(text=Decimal(0), number=Decimal("NaN")).model_dump_json()


def sent(value: Any, **said: Any) -> str:
    operation: Operation[None] = Operation(
        "x", "POST", "/x", returns={200: None}, encoder=BODIES, **said
    )
    made = prepare(operation, {}, value, base_url="", headers={}, extra=Extra())
    assert isinstance(made.content, bytes)
    return made.content.decode()


def test_a_body_is_written_as_the_operation_says_of_each_property() -> None:
    body = {"a": Decimal("1.10"), "b": Decimal("1.10"), "c": [price()]}
    assert (
        sent(body, body="properties", body_types={"a": lambda: DecimalText})
        == f'{{"a":"1.10","b":1.10,"c":[{WRITTEN}]}}'
    )


def test_a_body_may_be_one_value_or_text_as_a_whole() -> None:
    assert sent([price()], body="value") == f"[{WRITTEN}]"
    assert (
        sent({"a": Decimal("1.10")}, body="value", body_types={"": lambda: dict[str, DecimalText]})
        == '{"a":"1.10"}'
    )


def test_a_part_of_a_form_is_written_as_its_model_says() -> None:
    assert WRITTEN in sent({"p": price()}, body="properties", content_type="multipart/form-data")


def test_bytes_in_a_form_are_base64_where_they_are_no_file() -> None:
    made = sent(
        {"b": b"\x00\x01", "all": [b"a", b"b"]},
        body="properties",
        content_type="multipart/form-data",
        encodings={"b": Encoding(base64=True), "all": Encoding(base64=True)},
    )
    assert 'name="b"\r\n\r\nAAE=\r\n' in made
    assert 'name="all"\r\n\r\nYg==\r\n' in made


def test_text_and_numbers_are_told_apart_in_a_union() -> None:
    class Held(Model):
        item: OneOf[DecimalText, float, list[int], list[str]]

    made = [Held.model_validate({"item": item}).item for item in ("1.5", 1.5, ["a"])]
    assert [(type(item), item) for item in made] == [
        (Decimal, Decimal("1.5")),
        (float, 1.5),
        (list, ["a"]),
    ]
