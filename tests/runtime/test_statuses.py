"""Successes by their status: what one that the document does not name is taken for."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import BYTES, TEXT, BodyReader, Operation
from sdkwright.runtime.responses.forms import read_form
from sdkwright.runtime.responses.raw import Whole
from sdkwright.runtime.values import SecretStr
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import DefaultError, ValidationError
from tests.support.server import Server, reply


class One(Model):
    one: int


class Two(Model):
    two: SecretStr


class Trouble(Model):
    trouble: str
    message: str


class TroubleError(ResponseError, data=Trouble):
    """A documented error."""


ONE, TWO = '{"one": 1}', '{"two": "2"}'
FORM = "application/x-www-form-urlencoded"


def fetch(call: Caller, returns: Any, into: Any = None, **settings: Any) -> Any:
    operation: Operation[Any] = Operation(
        "get", "GET", "/x", returns=returns, errors={404: lambda: TroubleError}
    )
    session = call.client(retry_config=None, **settings)._session
    given = [Call(operation, {}), *([] if into is None else [into])]
    if call.mode == "sync":
        return session.run(*given)
    return asyncio.run(session.run_async(*given))


def one() -> type[One]:
    return One


def two() -> type[Two]:
    return Two


OF_FORM = BodyReader(one, read_form)


@pytest.mark.parametrize(
    ("returns", "came", "expected"),
    [
        ({200: one}, (200, ONE), One(one=1)),
        ({200: one, 201: two}, (201, TWO), Two(two=SecretStr("2"))),
        ({200: one, "2XX": two}, (299, TWO), Two(two=SecretStr("2"))),
        ({200: one, "default": two}, (202, TWO), Two(two=SecretStr("2"))),
        ({200: TEXT, "2XX": one}, (202, ONE), One(one=1)),
    ],
)
def test_a_documented_status_is_itself_or_in_a_range_or_the_default(
    call: Caller, server: Server, returns: Any, came: tuple[int, str], expected: Any
) -> None:
    for validation in ("lenient", "strict"):
        server.answers(reply(*came))
        assert fetch(call, returns, response_validation=validation) == expected


@pytest.mark.parametrize(
    ("returns", "body", "expected"),
    [
        ({200: one}, ONE, One(one=1)),
        ({200: TEXT}, ONE, ONE),
        ({200: BYTES}, ONE, ONE.encode()),
        ({200: OF_FORM}, "one=1", One(one=1)),
        ({200: None}, ONE, None),
        ({200: None}, "", None),
        ({200: one, 204: None}, ONE, One(one=1)),
        ({200: one, 204: None}, "", None),
        ({200: one, 201: lambda: One, 204: None}, ONE, One(one=1)),
        ({204: None, 205: None}, "", None),
        ({200: TEXT, 201: TEXT}, "", ""),
        ({200: OF_FORM, 201: BodyReader(one, read_form)}, "one=1", One(one=1)),
    ],
)
def test_another_status_is_like_the_only_success_or_refused(
    call: Caller, server: Server, returns: Any, body: str, expected: Any
) -> None:
    server.answers(reply(203, body, {"Content-Type": FORM if body == "one=1" else "a/b"}))
    assert fetch(call, returns) == expected
    server.answers(reply(203, body))
    problem = r"^Invalid response: the status 203 is not documented"
    with pytest.raises(ValidationError, match=problem):
        fetch(call, returns, response_validation="strict")


def test_another_status_is_warned_of(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(reply(203, ONE))
    with caplog.at_level(logging.WARNING):
        fetch(call, {200: one})
    (record,) = caplog.records
    assert "at status 203: not documented" in record.getMessage()


@pytest.mark.parametrize(
    ("returns", "body"),
    [
        ({200: one, 201: two}, ONE),
        ({200: one, 201: two}, ""),
        ({200: TEXT, 201: one}, ONE),
        ({200: one, 201: two, 204: None}, ONE),
    ],
)
def test_another_status_is_no_guess_between_several_successes(
    call: Caller, server: Server, returns: Any, body: str
) -> None:
    server.answers(reply(203, body))
    with pytest.raises(ValidationError) as caught:
        fetch(call, returns)
    error = caught.value
    assert error.message == "Invalid response: the status 203 is not documented"
    assert (error.status_code, error.body) == (203, body)
    server.answers(reply(203, body))
    with pytest.raises(ValidationError):
        fetch(call, returns, Whole).parse()


def test_what_may_be_a_secret_is_not_shown(call: Caller, server: Server) -> None:
    server.answers(reply(203, TWO))
    with pytest.raises(ValidationError) as caught:
        fetch(call, {200: one, 201: two})
    assert "2" not in repr(caught.value.body).replace("203", "")


@pytest.mark.parametrize("returns", [{200: one}, {200: one, 201: two}])
def test_an_error_with_another_status_of_success_is_an_error(
    call: Caller, server: Server, returns: Any
) -> None:
    server.answers(reply(203, '{"trouble": "big", "message": "No."}'))
    with pytest.raises(DefaultError, match=r"^No\. \(203 "):
        fetch(call, returns)
