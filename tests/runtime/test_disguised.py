"""Errors that a server sends as a success: each is raised, with what the server says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import ErrorTable
from sdkwright.runtime.responses.disguised import data_types, is_error
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import DefaultError, NotFoundError, Pet, ValidationError
from tests.support.server import Server, reply


class TitledBody(Model):
    title: str
    code: int


class TitledError(ResponseError, data=TitledBody):
    """A documented error of another shape."""


class Free(Model):
    note: str = ""


class HasError(Model):
    id: str
    error: str = ""


class Other(Model):
    title: str


BOTH: list[Any] = [Other, Free]
EITHER: Any = OneOf[Other, HasError]
ERRORS: ErrorTable = {404: lambda: TitledError}


@pytest.mark.parametrize("mode", ["lenient", "strict"])
def test_an_error_with_status_200_is_raised_with_its_message(
    call: Caller, server: Server, mode: str
) -> None:
    server.answers(reply(200, {"error": {"code": 402, "message": "Insufficient credits"}}))
    with pytest.raises(DefaultError, match=r"^Insufficient credits ") as caught:
        call("get", call.client(response_validation=mode), id="p1")
    assert caught.value.status_code == 200
    assert caught.value.data == {"error": {"code": 402, "message": "Insufficient credits"}}


def test_a_page_that_is_an_error_is_raised(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"error": "No."}))
    with pytest.raises(DefaultError, match=r"^No\. "):
        call("list")


@pytest.mark.parametrize(
    "body",
    [
        {"error": "No.", **REX},
        {**REX, "age": "three", "error": {"message": "Birthday unknown"}},
        {**REX, "owner": {}, "error": "Owner unknown"},
        {"error": None},
        {"error": ""},
        {"error": {}},
        {"error": False},
        {},
    ],
)
def test_a_success_with_faults_is_still_one(
    call: Caller, server: Server, body: dict[str, Any]
) -> None:
    server.answers(reply(200, body))
    assert isinstance(call("get", id="p1"), Pet)


@pytest.mark.parametrize(
    ("data", "types", "expected"),
    [
        ({"title": "No", "code": 1}, [HasError], True),
        ({"title": "No", "code": "x"}, [HasError], False),
        ({"title": "No", "code": 1}, [Free], False),  # nothing is required: it is a success
        ({"error": "x"}, [Free], False),
        ({"error": "x"}, [HasError], False),  # the document has a meaning for it
        ({"title": "No", "error": "x"}, [HasError], False),
        ({"error": "x"}, [Other], True),
        ({"error": "x"}, [list[Other]], True),
        ([{"error": "x"}], [list[Other]], False),
        ({"error": "x"}, [Other | None], True),
        ({"error": "x"}, [OneOf[Other, list[int]]], True),
        ({"error": "x"}, [EITHER], False),
        ({"error": "x"}, BOTH, False),
        ({"error": "x"}, [dict[str, int]], False),
        ({"error": "x"}, [Any], False),
        ({"error": "x"}, [], False),
        ("x", [Other], False),
    ],
)
def test_an_error_is_known_by_what_the_document_says(
    data: Any, types: list[Any], *, expected: bool
) -> None:
    assert is_error(json.dumps(data), types, ERRORS) is expected


def test_what_is_not_json_is_no_error() -> None:
    assert is_error(b"<html>", [Other], ERRORS) is False


def test_the_data_of_events_is_that_of_every_variant() -> None:
    class One(Model):
        event: str
        data: Other

    class Two(Model):
        data: Free

    found: list[Any] = [Other, Free]
    assert data_types(OneOf[One, Two]) == found


def test_a_status_is_not_guessed_from_the_body(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"error": {"code": 404, "message": "Gone"}}))
    with pytest.raises(DefaultError) as caught:
        call("get", id="p1")
    assert not isinstance(caught.value, NotFoundError)


def test_a_body_that_is_neither_is_invalid(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"weight": 1}))
    with pytest.raises(ValidationError, match=r"\$\.id: missing"):
        call("get", call.client(response_validation="strict"), id="p1")
