"""Reading the headers of a response as the API documents them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

import pytest
from msgspec import field

from sdkwright.runtime.calls import Call
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.responses.headers import read
from sdkwright.runtime.responses.raw import Whole
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import ValidationError
from tests.support.server import Server, reply


class Shown(Model):
    total: int | UnsetType = field(name="X-Total", default=UNSET)
    cost: float | UnsetType = field(name="X-Cost", default=UNSET)
    is_fresh: bool | UnsetType = field(name="X-Fresh", default=UNSET)
    kinds: list[str] | UnsetType = field(name="X-Kinds", default=UNSET)
    numbers: list[int] | UnsetType = field(name="X-Numbers", default=UNSET)
    size: Literal["s", "l"] | UnsetType = field(name="X-Size", default=UNSET)
    until: datetime | UnsetType = field(name="X-Until", default=UNSET)
    tag: str | UnsetType = field(name="ETag", default=UNSET)


@pytest.mark.parametrize(
    ("name", "text", "attribute", "value"),
    [
        ("X-Total", "12", "total", 12),
        ("X-Cost", "1.5", "cost", 1.5),
        ("X-Fresh", "true", "is_fresh", True),
        ("X-Fresh", "false", "is_fresh", False),
        ("X-Kinds", "a, b,c", "kinds", ["a", "b", "c"]),
        ("X-Kinds", "", "kinds", []),
        ("X-Numbers", "1,2", "numbers", [1, 2]),
        ("X-Size", "l", "size", "l"),
        ("X-Until", "2024-01-02T03:04:05Z", "until", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("ETag", '"12"', "tag", '"12"'),
    ],
)
def test_a_header_has_the_documented_type(
    name: str, text: str, attribute: str, value: object
) -> None:
    assert getattr(read({name: text}, Shown), attribute) == value


class Point(Model):
    x: int
    label: str | UnsetType = UNSET


class Compound(Model):
    point: Point | UnsetType = field(name="X-Point", default=UNSET)
    counts: dict[str, int] | UnsetType = field(name="X-Counts", default=UNSET)
    numbers: list[int] | UnsetType = field(name="X-Numbers", default=UNSET)
    name: str | UnsetType = field(name="X-Name", default=UNSET)
    place: OneOf[Point, list[int]] | UnsetType = field(name="X-Place", default=UNSET)


@pytest.mark.parametrize(
    ("name", "text", "form", "attribute", "value"),
    [
        ("X-Point", "x,1,label,a", None, "point", Point(x=1, label="a")),
        ("X-Point", "x=1, label=a=b", "pairs", "point", Point(x=1, label="a=b")),
        ("X-Point", '{"x": 1}', "json", "point", Point(x=1)),
        ("X-Counts", "a,1,b,2", None, "counts", {"a": 1, "b": 2}),
        ("X-Counts", "a=1,b=2", "pairs", "counts", {"a": 1, "b": 2}),
        ("X-Numbers", "[1, 2]", "json", "numbers", [1, 2]),
        ("X-Numbers", "1,2", "pairs", "numbers", [1, 2]),
        ("X-Name", '"a, b"', "json", "name", "a, b"),
        ("X-Place", '{"x": 1}', "json", "place", Point(x=1)),
        # Kept as it came:
        ("X-Point", "x,1,label", None, "point", "x,1,label"),
        ("X-Point", "x,one", None, "point", "x,one"),
        ("X-Point", "label=a", "pairs", "point", "label=a"),
        ("X-Point", "{", "json", "point", "{"),
    ],
)
def test_a_header_that_is_an_object_or_json_has_the_documented_type(
    name: str, text: str, form: Any, attribute: str, value: object
) -> None:
    forms = {name: form} if form else {}
    assert getattr(read({name: text}, Compound, forms), attribute) == value


@pytest.mark.parametrize(
    ("name", "text", "attribute"),
    [
        ("X-Total", "many", "total"),
        ("X-Fresh", "perhaps", "is_fresh"),
        ("X-Numbers", "1,b", "numbers"),
        ("X-Size", "m", "size"),
        ("X-Until", "Tue, 02 Jan 2024 03:04:05 GMT", "until"),
    ],
)
def test_what_does_not_fit_is_the_text_that_came(name: str, text: str, attribute: str) -> None:
    assert getattr(read({name: text}, Shown), attribute) == text


def test_what_was_not_sent_is_unset() -> None:
    assert read({}, Shown) == Shown()


def test_a_raw_response_reads_its_headers(call: Caller, server: Server) -> None:
    operation: Operation[None] = Operation("x", "GET", "/x", returns={204: None})
    server.answers(reply(204, headers={"x-total": "3", "X-KINDS": "a"}))
    response: Any = call.client()._session.run(Call(operation, {}), Whole)
    shown = response.headers_as(Shown)
    assert (shown.total, shown.kinds, shown.cost) == (3, ["a"], UNSET)


def test_a_header_of_another_type_is_warned_of_or_refused(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    operation: Operation[None] = Operation("x", "GET", "/x", returns={204: None})
    server.answers(reply(204, headers={"x-total": "many"}))
    response: Any = call.client()._session.run(Call(operation, {}), Whole)
    assert response.headers_as(Shown).total == "many"
    (record,) = caplog.records
    assert "at the header X-Total: not of the documented type" in record.getMessage()
    server.answers(reply(204, headers={"x-total": "many"}))
    strict = call.client(response_validation="strict")._session
    response = strict.run(Call(operation, {}), Whole)
    with pytest.raises(ValidationError, match="the header X-Total is not of the documented type"):
        response.headers_as(Shown)
