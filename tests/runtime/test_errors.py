"""What a failure says: status, headers, body, message, whatever shape the body has."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import httpx2
import pytest

from sdkwright.runtime.errors import ResponseError, message_in
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import BUSY, NOT_FOUND
from tests.runtime.support.sdk import (
    BusyError,
    DefaultError,
    NotFoundError,
    PetError,
    Problem,
    ProblemBody,
    ValidationError,
)
from tests.support.server import Server, reply


def failure(call: Caller, server: Server, status: int, body: object, **headers: str) -> Any:
    server.answers(reply(status, body, {name.replace("_", "-"): headers[name] for name in headers}))
    with pytest.raises(PetError) as raised:
        call("get", id="p1", retries=None)
    return raised.value


def test_documented_failure_is_an_exception_of_its_own(call: Caller, server: Server) -> None:
    error = failure(call, server, 404, NOT_FOUND, X_Request_Id="r1")
    assert type(error) is NotFoundError
    assert error.message == "No such pet"
    assert error.status_code == 404
    assert error.headers["x-request-id"] == "r1"
    assert error.body == json.dumps(NOT_FOUND)
    assert error.data == ProblemBody(error=Problem(code=404, message="No such pet"))
    assert error.raw_response.status_code == 404
    assert str(error) == "No such pet (404 Not Found, GET /pets/{id})"


def test_range_of_failures_has_its_exception(call: Caller, server: Server) -> None:
    server.answers(reply(502, "bad"))
    with pytest.raises(PetError) as raised:
        call("list", retries=None)
    assert type(raised.value) is PetError


def test_failure_that_is_not_documented_is_the_default(call: Caller, server: Server) -> None:
    error = failure(call, server, 418, {"message": "teapot"})
    assert type(error) is DefaultError
    assert error.data == {"message": "teapot"}
    assert str(error) == "teapot (418 I'm a Teapot, GET /pets/{id})"


@pytest.mark.parametrize(
    ("body", "message", "data"),
    [
        pytest.param(b"", "The server sent no message", None, id="empty"),
        pytest.param(b"  \n", "The server sent no message", None, id="blank"),
        pytest.param(b"<html>Oops</html>", "<html>Oops</html>", None, id="html"),
        pytest.param(b"[1]", "[1]", [1], id="list"),
        pytest.param(b'"no"', '"no"', "no", id="string"),
        pytest.param(b"null", "null", None, id="null"),
        pytest.param(b"\xff\xfe", "��", None, id="not-utf-8"),
        pytest.param(b"{", "{", None, id="half"),
        pytest.param(
            b"no\n2026 CRITICAL\x1b[2J",
            r"no\n2026 CRITICAL\x1b[2J",
            None,
            id="forged-log-line",
        ),
        pytest.param(b"[" * 100_000, "[" * 1000 + "… (99,000 more characters)", None, id="deep"),
    ],
)
def test_body_of_another_shape_hides_nothing(
    call: Caller, server: Server, body: bytes, message: str, data: object
) -> None:
    error = failure(call, server, 404, body)
    assert type(error) is NotFoundError
    assert error.status_code == 404
    assert error.message == message
    assert error.data == data
    assert error.body == body.decode(errors="replace")


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"code": "404", "message": "No such pet"}},
        {"error": {"message": "No such pet"}},
        {"error": {"code": 404, "message": "No such pet", "more": [1]}, "more": {}},
    ],
)
def test_data_is_decoded_leniently(call: Caller, server: Server, body: dict[str, Any]) -> None:
    error = failure(call, server, 404, body)
    assert error.message == "No such pet"
    assert error.data.error.message == "No such pet"


def test_a_message_is_short_and_printable_and_the_body_whole(call: Caller, server: Server) -> None:
    text = "no\r\n\x1b[2J\u202e" + "x" * 2_000
    error = failure(call, server, 404, {"error": {"message": text}})
    assert error.message == r"no\r\n\x1b[2J\u202e" + "x" * 991 + "… (1,009 more characters)"
    assert "\n" not in str(error)
    assert error.data.error.message == text


UNLIKE: list[tuple[object, str, str]] = [
    ({"error": "gone"}, "$.error", "expected object, got str"),
    ({"error": {"message": "gone"}}, "$.error.code", "missing"),
    ({"error": {"code": "404", "message": "gone"}}, "$.error.code", "expected int, got str"),
    ({}, "$.error", "missing"),
    ([1], "$", "expected object, got array"),
    ("gone", "$", "expected object, got str"),
]


@pytest.mark.parametrize("validation", ["lenient", "strict"])
@pytest.mark.parametrize("unlike", UNLIKE)
def test_an_error_unlike_the_document_is_itself_with_a_warning(
    call: Caller,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    validation: str,
    unlike: tuple[object, str, str],
) -> None:
    body, place, problem = unlike
    server.answers(reply(404, json.dumps(body)))
    client = call.client(response_validation=validation)
    for _ in range(2):
        with pytest.raises(NotFoundError):
            call("get", client, id="p1", retries=None)
    (line,) = [record.getMessage() for record in caplog.records]
    assert line == (
        f"GET /pets/{{id}}: the 404 response is not what this SDK was made for, at {place}: "
        f"{problem}. It is kept as it came; a newer version of the SDK may know it."
    )


def test_each_status_and_the_success_have_warnings_of_their_own(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    client = call.client()
    for status in (404, 409, 404):
        server.answers(reply(status, {}))
        with pytest.raises(PetError):
            call("get", client, id="p1", retries=None)
    server.answers(reply(200, {"id": 5, "name": "Rex"}))
    call("get", client, id="p1")
    whats = [
        record.getMessage().partition(": ")[2].partition(" is")[0] for record in caplog.records
    ]
    assert (whats[0], *{*whats[1:]}) == ("the 404 response", "the response")


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"null", json.dumps(NOT_FOUND).encode()])
def test_an_error_without_json_or_like_the_document_has_no_warning(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    failure(call, server, 404, body)
    assert caplog.records == []


def test_data_keeps_what_does_not_fit(call: Caller, server: Server) -> None:
    error = failure(call, server, 404, {"error": "gone"})
    assert error.message == "gone"
    assert error.data.error == "gone"


@pytest.mark.parametrize("charset", ["hex", "idna", "undefined", "nonsense", "utf-7", "zlib"])
def test_a_strange_charset_hides_nothing(call: Caller, server: Server, charset: str) -> None:
    error = failure(
        call, server, 404, NOT_FOUND, Content_Type=f"application/json; charset={charset}"
    )
    assert type(error) is NotFoundError
    assert error.message == "No such pet"
    assert error.body == json.dumps(NOT_FOUND)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "a"}}, "a"),
        ({"error": "b"}, "b"),
        ({"message": "c"}, "c"),
        ({"detail": "d", "title": "t"}, "d"),
        ({"title": "e"}, "e"),
        ({"error": {"message": ""}, "message": "f"}, "f"),
        ({"error": "invalid", "error_description": "g"}, "invalid"),
        (
            {"detail": [{"loc": ["body", "title"], "msg": "Field required"}]},
            "body.title: Field required",
        ),
        (
            {
                "detail": [
                    {"loc": ["body", "tags", 2], "msg": "a"},
                    {"loc": ["query", "q"], "msg": "b"},
                ]
            },
            "body.tags[2]: a; query.q: b",
        ),
        ({"detail": ["a", "b"]}, "a; b"),
        ({"detail": [{"loc": [0], "msg": "a"}]}, "[0]: a"),
        ({"detail": [{"loc": [], "msg": "a"}]}, "a"),
        ({"detail": [{"loc": ["body"]}]}, None),
        ({"detail": [{"msg": "a"}, 1]}, None),
        ({"detail": []}, None),
        ({"detail": [{"msg": "x"}] * 12}, "x; " * 10 + "and 2 more"),
        ({"errors": [{"detail": "too old", "pointer": "#/age"}]}, "#/age: too old"),
        ({"errors": [{"title": "Bad", "source": {"pointer": "/data"}}]}, "/data: Bad"),
        ({"errors": [{"message": "no such field"}]}, "no such field"),
        ({"title": "Invalid", "errors": [{"detail": "too old"}]}, "Invalid"),
        ({"error": {"message": 1}}, None),
        ({"error": None}, None),
        ({}, None),
        ([], None),
    ],
)
def test_finds_the_message(body: object, message: str | None) -> None:
    assert message_in(body) == message


def test_status_without_a_name_is_shown_as_a_number(call: Caller, server: Server) -> None:
    assert str(failure(call, server, 599, "x")) == "x (599, GET /pets/{id})"


def test_can_be_pickled_without_the_response(call: Caller, server: Server) -> None:
    error = failure(call, server, 404, NOT_FOUND, X_Request_Id="r1")
    copied = pickle.loads(pickle.dumps(error))
    assert type(copied) is NotFoundError
    assert str(copied) == str(error)
    assert copied.data == error.data
    assert copied.headers["x-request-id"] == "r1"
    assert copied.raw_response is None


def test_can_be_copied(call: Caller, server: Server) -> None:
    error = failure(call, server, 404, NOT_FOUND)
    assert copy.copy(error).message == "No such pet"


def test_can_be_made_by_hand() -> None:
    error = BusyError("busy", httpx2.Response(429, json=BUSY))
    assert isinstance(error, ResponseError)
    assert error.body == httpx2.Response(429, json=BUSY).text
    assert str(error) == "busy (429 Too Many Requests)"


# Successes that can't be used


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html>", "it is not JSON"),
        (b"{", "it is not JSON"),
        (b'{"anything": "\xff"}', "it is not JSON"),
        (
            b"[" * 200_000,
            "it is nested too deeply",
        ),
        (b'{"inner":' * 50_000 + b"1" + b"}" * 50_000, "it is nested too deeply"),
    ],
    ids=["html", "half", "not-utf-8", "deep", "deep-objects"],
)
def test_success_that_is_not_json_is_an_error(
    call: Caller, server: Server, body: bytes, problem: str
) -> None:
    server.answers(reply(200, body))
    with pytest.raises(ValidationError) as raised:
        call("basket")
    assert raised.value.message == f"Invalid response: {problem}"
    assert raised.value.status_code == 200
    assert raised.value.body == body.decode(errors="replace")
    assert raised.value.__cause__ is None
