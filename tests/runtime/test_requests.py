"""Requests: what is made of the arguments of a call, before anything is sent."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from sdkwright.runtime.operation import Operation
from sdkwright.runtime.requests import Prepared, prepare
from sdkwright.runtime.values import UNSET


def prepared(
    body: Any, kind: Literal["properties", "value"] = "properties", *, required: bool
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
        defaults={},
        extra_headers=None,
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
