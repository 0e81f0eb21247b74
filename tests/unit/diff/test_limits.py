"""Limits and formats: whether fewer values are accepted than before, or more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.support.versions import Edits, changes, lines

LIMIT = "paths/~1orders/get/parameters/1/schema"
FEWER = "breaking limits-narrowed shop.orders.list(): parameter `limit` accepts fewer values: "
MORE = "compatible limits-widened shop.orders.list(): parameter `limit` accepts more values: "
NARROWED = "breaking request-format-narrowed shop.orders.list(): parameter `limit` has another "
WIDENED = "compatible request-format-widened shop.orders.list(): parameter `limit` has another "


def compared(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Compare two schemas of a parameter."""
    return lines(changes({LIMIT: after}, before={LIMIT: before}))


def string(**keywords: Any) -> dict[str, Any]:
    return {"type": "string", **keywords}


def integer(**keywords: Any) -> dict[str, Any]:
    return {"type": "integer", **keywords}


def number(**keywords: Any) -> dict[str, Any]:
    return {"type": "number", **keywords}


def array(items: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **keywords}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (integer(maximum=9), integer(maximum=8), FEWER + "`at most 8` instead of `at most 9`"),
        (integer(maximum=9), integer(maximum=10), MORE + "`at most 10` instead of `at most 9`"),
        (integer(), integer(maximum=8), FEWER + "`at most 8`"),
        (integer(maximum=9), integer(), MORE + "no longer `at most 9`"),
        (integer(minimum=1), integer(minimum=2), FEWER + "`at least 2` instead of `at least 1`"),
        (integer(minimum=2), integer(minimum=1), MORE + "`at least 1` instead of `at least 2`"),
        (
            number(minimum=0),
            number(exclusiveMinimum=0),
            FEWER + "`more than 0` instead of `at least 0`",
        ),
        (
            number(exclusiveMaximum=1),
            number(maximum=1),
            MORE + "`at most 1` instead of `less than 1`",
        ),
        (
            number(multipleOf=0.1),
            number(multipleOf=0.3),
            FEWER + "`a multiple of 0.3` instead of `a multiple of 0.1`",
        ),
        (
            number(multipleOf=0.3),
            number(multipleOf=0.1),
            MORE + "`a multiple of 0.1` instead of `a multiple of 0.3`",
        ),
        (
            integer(multipleOf=2),
            integer(multipleOf=3),
            FEWER + "`a multiple of 3` instead of `a multiple of 2`",
        ),
        (
            string(maxLength=5),
            string(maxLength=10),
            MORE + "`at most 10 characters` instead of `at most 5 characters`",
        ),
        (
            string(maxLength=10),
            string(maxLength=5),
            FEWER + "`at most 5 characters` instead of `at most 10 characters`",
        ),
        (
            string(minLength=1),
            string(minLength=2),
            FEWER + "`at least 2 characters` instead of `not empty`",
        ),
        (string(minLength=2), string(), MORE + "no longer `at least 2 characters`"),
        (
            string(pattern="a" * 90),
            string(pattern="b" * 90),
            FEWER + f"`` must match `{'b' * 90}` `` instead of `` must match `{'a' * 90}` ``",
        ),
        (string(pattern="^a"), string(), MORE + "no longer `` must match `^a` ``"),
        (
            array(string(), minItems=1),
            array(string(), minItems=3),
            FEWER + "`at least 3 elements` instead of `not empty`",
        ),
        (array(string(), uniqueItems=True), array(string()), MORE + "no longer `no duplicates`"),
        (array(string()), array(string(), uniqueItems=True), FEWER + "`no duplicates`"),
        (array(string()), array(string(maxLength=3)), FEWER + "`elements: at most 3 characters`"),
        (
            array(string(maxLength=3)),
            array(string()),
            MORE + "no longer `elements: at most 3 characters`",
        ),
        (
            number(enum=[0.5, 1.5]),
            number(enum=[0.5]),
            FEWER + "`` always `0.5` `` instead of `` one of `0.5`, `1.5` ``",
        ),
        (
            number(enum=[0.5]),
            number(enum=[0.5, 1.5]),
            MORE + "`` one of `0.5`, `1.5` `` instead of `` always `0.5` ``",
        ),
        (number(enum=[0.5]), number(), MORE + "no longer `` always `0.5` ``"),
    ],
)
def test_limit(before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    assert compared(before, after) == [expected]


@pytest.mark.parametrize(
    ("keyword", "shown"),
    [
        ({"not": {"required": ["zip"]}}, '`not: {"required": ["zip"]}`'),
        ({"dependentRequired": {"zip": ["floor"]}}, '`dependentRequired: {"zip": ["floor"]}`'),
        ({"propertyNames": {"maxLength": 3}}, '`propertyNames: {"maxLength": 3}`'),
    ],
)
def test_keyword_that_only_the_server_checks(keyword: dict[str, Any], shown: str) -> None:
    edits = {f"components/schemas/Address/{name}": value for name, value in keyword.items()}
    what = "components.Address: such an object accepts"
    assert lines(changes(edits)) == [f"breaking limits-narrowed {what} fewer values: {shown}"]
    assert lines(changes({}, before=edits)) == [
        f"compatible limits-widened {what} more values: no longer {shown}"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (integer(minimum=1), integer(exclusiveMinimum=0)),
        (integer(maximum=9), integer(exclusiveMaximum=10)),
        (integer(exclusiveMinimum=0.5), integer(minimum=1)),
        (string(minLength=0), string()),
        (array(string()), array(string(), minItems=0)),
        (integer(multipleOf=1), integer()),
        (number(enum=[0.5, 1.5]), number(enum=[1.5, 0.5])),
        (array(integer(minimum=1)), array(integer(exclusiveMinimum=0))),
    ],
)
def test_limit_in_other_words_is_no_change(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert compared(before, after) == []


def test_limits_that_narrow_and_widen_are_reported_apart() -> None:
    before, after = integer(minimum=10, maximum=100), integer(minimum=1, maximum=50)
    assert compared(before, after) == [
        FEWER + "`at most 50` instead of `at most 100`",
        MORE + "`at least 1` instead of `at least 10`",
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (string(), string(format="email"), NARROWED + "format: `email`"),
        (string(format="email"), string(), WIDENED + "format: no longer `email`"),
        (
            string(format="ipv4"),
            string(format="ipv6"),
            NARROWED + "format: `ipv6` instead of `ipv4`",
        ),
        (integer(), integer(format="int32"), NARROWED + "format: `int32`"),
        (integer(), integer(format="int64"), WIDENED + "format: `int64`"),
        (
            integer(format="int32"),
            integer(format="int64"),
            WIDENED + "format: `int64` instead of `int32`",
        ),
        (
            integer(format="int64"),
            integer(format="int32"),
            NARROWED + "format: `int32` instead of `int64`",
        ),
        (array(string()), array(string(format="email")), NARROWED + "format: `email`"),
    ],
)
def test_format(before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    assert compared(before, after) == [expected]


def test_limits_of_what_is_only_received_are_documentation() -> None:
    edits: Edits = {
        "components/schemas/Order/properties/id/maxLength": 9,
        "components/schemas/Order/properties/total/default": 1,
    }
    assert lines(changes(edits)) == [
        (
            "docs documentation-changed components.Order: the limits of field `id` and the default "
            "of field `total` changed"
        )
    ]


def test_format_of_what_is_only_received_is_documentation() -> None:
    edits: Edits = {"components/schemas/Order/properties/id/format": "uuid"}
    assert lines(changes(edits)) == [
        "docs format-changed components.Order: field `id` has another format: `uuid`"
    ]
