"""Responses and bodies of plain text that are numbers or booleans."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.http.bodies import BODIES
from sdkwright.runtime.operation import BodyReader, Operation
from sdkwright.runtime.responses.scalars import read_scalar
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import DefaultError, ValidationError
from tests.support.server import Server, reply

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


class Level(Enum):
    HIGH = 3


def fetch(call: Caller, type_: Any, **settings: Any) -> Any:
    given: Operation[Any] = Operation(
        "o", "GET", "/o", returns={200: BodyReader(lambda: type_, read_scalar)}
    )
    session = call.client(**settings)._session
    if call.mode == "sync":
        return session.run(Call(given, {}))
    return asyncio.run(session.run_async(Call(given, {})))


@pytest.mark.parametrize(
    ("type_", "body", "value"),
    [
        (int, "12", 12),
        (int, " 12\r\n", 12),
        (int, "1.0", 1),
        (int, "\ufeff-3", -3),
        (float, "1.5", 1.5),
        (bool, "true", True),
        (bool, "false\n", False),
        (Decimal, "1.50", Decimal("1.50")),
        (Literal[1, 2], "2", 2),
    ],
)
def test_a_number_or_boolean_comes_back_typed(
    call: Caller, server: Server, type_: Any, body: str, value: object
) -> None:
    server.answers(reply(200, body, PLAIN))
    made = fetch(call, type_, response_validation="strict")
    assert (type(made), made) == (type(value), value)


def test_another_number_is_kept_or_refused(call: Caller, server: Server) -> None:
    server.answers(reply(200, "1.5", PLAIN))
    assert fetch(call, int) == 1.5
    with pytest.raises(ValidationError, match=r"\$: expected int"):
        fetch(call, int, response_validation="strict")


@pytest.mark.parametrize(
    "body", ["", "<html>", "twelve", "True", "1 2", "null", '"1"', "[1]", "{}"]
)
def test_another_text_is_invalid(call: Caller, server: Server, body: str) -> None:
    server.answers(reply(200, body, PLAIN))
    with pytest.raises(
        ValidationError, match=r"^Invalid response: it is not a number or a boolean"
    ):
        fetch(call, int)


def test_an_error_in_its_place_is_raised(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"error": "No."}, {"Content-Type": "application/json"}))
    with pytest.raises(DefaultError, match=r"^No\. "):
        fetch(call, int)


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, b"true"), (7, b"7"), (1.5, b"1.5"), (Decimal("1.50"), b"1.50"), (Level.HIGH, b"3")],
)
def test_a_number_or_boolean_is_sent_as_text(value: Any, text: bytes) -> None:
    given: Operation[None] = Operation(
        "o",
        "PUT",
        "/o",
        body="value",
        content_type="text/plain",
        encoder=BODIES,
        returns={204: None},
    )
    assert BODIES.encode(given, value) == (text, b"text/plain")
    with pytest.raises(ValueError, match=r"^request_body is nan, which can't be"):
        BODIES.encode(given, float("nan"))
