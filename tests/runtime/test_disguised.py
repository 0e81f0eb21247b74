"""Errors that a server sends as a success: each is raised, with what the server says."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import trio

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import BYTES, TEXT, BodyReader, ErrorTable, Operation
from sdkwright.runtime.responses.disguised import data_types, is_error
from sdkwright.runtime.responses.forms import read_form
from sdkwright.runtime.responses.raw import DOWNLOAD, Unread, Whole
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import DefaultError, NotFoundError, Pet, ValidationError
from tests.support.server import Server, raw, reply


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
        ({"error": "x"}, [tuple[HasError, int]], True),
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
    assert is_error(json.dumps(data), types, ERRORS.values()) is expected


def test_what_is_not_json_is_no_error() -> None:
    assert is_error(b"<html>", [Other], ERRORS.values()) is False


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


# In place of text and files


class Required(Model):
    reason: str
    code: int | UnsetType = UNSET


class RequiredError(ResponseError, data=Required):
    """A documented error."""


class FreeError(ResponseError, data=Free):
    """A documented error that requires nothing."""


def plain_operation(kind: str, accept: str, into: Any = None) -> Operation[Any]:
    return Operation(
        "o",
        "GET",
        "/o",
        returns={200: kind},
        into=into,
        accept=accept,
        errors={404: lambda: RequiredError, "default": lambda: FreeError},
    )


TEXT_OF = plain_operation(TEXT, "text/plain")
FILE_OF = plain_operation(BYTES, "application/octet-stream, image/png", DOWNLOAD)
JSON = {"Content-Type": "application/json"}


def fetch(call: Caller, operation: Operation[Any], **settings: Any) -> Any:
    """Call an operation, and read the whole of a file."""
    client = call.client(**settings)
    if call.mode == "sync":
        made = client._session.run(Call(operation, {}))
        return made if isinstance(made, str) else made.read()

    async def run() -> Any:
        made = await client._session.run_async(Call(operation, {}))
        return made if isinstance(made, str) else await made.read()

    return trio.run(run) if call.mode == "trio" else asyncio.run(run())


@pytest.mark.parametrize("operation", [TEXT_OF, FILE_OF], ids=["text", "file"])
@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_a_documented_error_in_place_of_text_or_a_file_is_raised(
    call: Caller, server: Server, operation: Operation[Any], validation: str
) -> None:
    body = {"reason": "quota", "code": 3, "message": "Quota exceeded"}
    server.answers(reply(200, body, {"Content-Type": "application/problem+json"}))
    with pytest.raises(DefaultError, match=r"^Quota exceeded ") as caught:
        fetch(call, operation, response_validation=validation)
    assert (caught.value.status_code, caught.value.data) == (200, body)


@pytest.mark.parametrize("operation", [TEXT_OF, FILE_OF], ids=["text", "file"])
@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ('{"reason": "quota"}', "text/plain"),
        ('{"reason": "quota"}', "image/png"),
        ('{"reason": 3}', "application/json"),
        ('{"note": "nothing is required"}', "application/json"),
        ('{"error": "not documented"}', "application/json"),
        ('["reason"]', "application/json"),
        ("<html>", "application/json"),
        ("", "application/json"),
    ],
)
def test_what_may_be_text_or_a_file_is_returned(
    call: Caller, server: Server, operation: Operation[Any], body: str, media_type: str
) -> None:
    server.answers(reply(200, body, {"Content-Type": media_type}))
    expected = body if operation is TEXT_OF else body.encode()
    assert fetch(call, operation) == expected


@pytest.mark.parametrize("accept", ["*/*", "application/*", "application/vnd.a+json", ""])
def test_json_that_the_document_allows_is_no_error(
    call: Caller, server: Server, accept: str
) -> None:
    server.answers(reply(200, {"reason": "quota"}, JSON))
    for kind, into in ((TEXT, None), (BYTES, DOWNLOAD)):
        made = fetch(call, plain_operation(kind, accept, into))
        assert made in {'{"reason": "quota"}', b'{"reason": "quota"}'}


def test_a_long_file_is_not_read_in_search_of_an_error(call: Caller, server: Server) -> None:
    body = json.dumps({"reason": "quota", "padding": "x" * (1 << 20)})
    server.answers(reply(200, body, JSON))
    assert fetch(call, FILE_OF) == body.encode()
    server.answers(
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", b'{"reason": ""}')
    )
    assert fetch(call, FILE_OF) == b'{"reason": ""}'


def test_a_file_that_was_searched_can_be_saved(
    call: Caller, server: Server, tmp_path: Path
) -> None:
    server.answers(reply(200, {"note": "a"}, JSON))
    made = call.client()._session.run(Call(FILE_OF, {}))
    assert made.save(tmp_path / "a") == 13
    assert (tmp_path / "a").read_bytes() == b'{"note": "a"}'


def test_the_response_itself_is_not_searched(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"reason": "quota"}, JSON))
    for operation in (TEXT_OF, FILE_OF):
        raw_response = call.client()._session.run(Call(operation, {}), Whole)
        assert raw_response.content == b'{"reason": "quota"}'
        with call.client()._session.run(Call(operation, {}), Unread) as response:
            assert response.read() == b'{"reason": "quota"}'
    with pytest.raises(DefaultError):
        call.client()._session.run(Call(TEXT_OF, {}), Whole).parse()


def test_a_form_that_is_an_error_is_raised(call: Caller, server: Server) -> None:
    operation: Operation[Any] = Operation(
        "o",
        "GET",
        "/o",
        returns={200: BodyReader(lambda: Other, read_form)},
        accept="application/x-www-form-urlencoded",
    )
    body = "error=bad_code&error_description=The+code+is+wrong"
    server.answers(reply(200, body, {"Content-Type": "application/x-www-form-urlencoded"}))
    with pytest.raises(DefaultError, match=r"^bad_code ") as caught:
        call.client()._session.run(Call(operation, {}))
    assert caught.value.body == body
    assert caught.value.data == {"error": "bad_code", "error_description": "The code is wrong"}
