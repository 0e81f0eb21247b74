"""Errors that are documented in several media types: which one came decides."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Operation, OtherError
from sdkwright.runtime.responses.forms import read_form, read_parts
from sdkwright.runtime.values import UNSET, UnsetType
from sdkwright.runtime.xml.documents import Documents
from sdkwright.runtime.xml.nodes import Element, Fields, Text
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import DefaultError, ValidationError
from tests.support.server import Server, reply


class Trouble(Model):
    message: str
    code: int | UnsetType = UNSET


class TroubleError(ResponseError, data=Trouble):
    """The preferred one."""


class Problem(Model):
    title: str


class ProblemError(ResponseError, data=Problem):
    """Another one, of the same status."""


FIELDS = Fields({"message": Element("message"), "code": Element("code", Text("integer"))})
XML = Documents({"trouble": Element("trouble", FIELDS), "list": Element("list", FIELDS)}, {})
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
GET: Operation[Any] = Operation(
    "get",
    "GET",
    "/x",
    returns={200: lambda: Trouble},
    others={"application/xml": lambda: XML.decoder("trouble", Trouble)},
    errors={404: lambda: TroubleError, 409: lambda: TroubleError, "4XX": lambda: ProblemError},
    other_errors={
        404: {
            "application/problem+json": OtherError(lambda: ProblemError),
            "application/xml": OtherError(
                lambda: TroubleError, decoder=lambda: XML.decoder("trouble", Trouble)
            ),
            "text/xml": OtherError(decoder=lambda: XML.decoder("list", dict[str, Any])),
            FORM: OtherError(lambda: TroubleError, read=read_form),
            PARTS: OtherError(lambda: TroubleError, read=read_parts),
            "application/vnd.list+json": OtherError(),
        },
        "4XX": {FORM: OtherError(lambda: TroubleError, read=read_form)},
    },
)
JSON = '{"message": "No.", "code": 7}'
DOCUMENT = "<trouble><message>No.</message><code>7</code></trouble>"
OF_TROUBLE = Trouble(message="No.", code=7)


def fetch(call: Caller, **settings: Any) -> Any:
    session = call.client(retry_config=None, **settings)._session
    if call.mode == "sync":
        return session.run(Call(GET, {}))
    return asyncio.run(session.run_async(Call(GET, {})))


@pytest.mark.parametrize(
    ("came", "kind", "data"),
    [
        ((404, "application/json", JSON), TroubleError, OF_TROUBLE),
        ((404, "application/problem+json", '{"title": "No."}'), ProblemError, Problem(title="No.")),
        ((404, "Application/Problem+JSON; a=b", '{"title": ""}'), ProblemError, Problem(title="")),
        ((404, "application/vnd.other+json", JSON), TroubleError, OF_TROUBLE),
        ((404, "application/xml; charset=utf-8", DOCUMENT), TroubleError, OF_TROUBLE),
        ((404, FORM, "message=No.&code=7"), TroubleError, OF_TROUBLE),
        (
            (
                404,
                f"{PARTS}; boundary=b",
                '--b\r\nContent-Disposition: form-data; name="message"\r\n\r\nNo.\r\n--b--',
            ),
            TroubleError,
            Trouble(message="No."),
        ),
        ((404, "application/vnd.list+json", "[1]"), TroubleError, [1]),
        ((404, "application/vnd.list+json", JSON), TroubleError, {"message": "No.", "code": 7}),
        ((404, "text/xml", "<list><code>7</code></list>"), TroubleError, {"code": 7}),
        ((404, "text/plain", "No."), TroubleError, None),
        ((404, "application/xml", "<html>"), TroubleError, None),
        ((409, "application/xml", DOCUMENT), TroubleError, None),
        ((409, FORM, "message=No.&code=7"), TroubleError, None),
        ((410, FORM, "message=No.&code=7"), TroubleError, OF_TROUBLE),
        ((410, "application/json", '{"title": "No."}'), ProblemError, Problem(title="No.")),
        ((500, FORM, "message=No."), DefaultError, None),
    ],
)
def test_the_media_type_of_an_error_decides_what_it_is(
    call: Caller,
    server: Server,
    came: tuple[int, str, str],
    kind: type[ResponseError],
    data: Any,
) -> None:
    status, media_type, body = came
    server.answers(reply(status, body, {"Content-Type": media_type}))
    with pytest.raises(ResponseError) as caught:
        fetch(call, response_validation="strict")
    assert type(caught.value) is kind
    assert (caught.value.data, caught.value.body) == (data, body)


def test_the_message_of_an_error_in_another_media_type_is_shown(
    call: Caller, server: Server
) -> None:
    server.answers(reply(404, DOCUMENT, {"Content-Type": "application/xml"}))
    with pytest.raises(TroubleError, match=r"^No\. \(404 Not Found, GET /x\)$"):
        fetch(call)


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_a_success_whose_xml_an_error_has_too_is_a_success(
    call: Caller, server: Server, validation: str
) -> None:
    server.answers(reply(200, DOCUMENT, {"Content-Type": "application/xml"}))
    assert fetch(call, response_validation=validation) == OF_TROUBLE


def test_an_error_in_another_media_type_that_comes_as_a_success_is_raised(
    call: Caller, server: Server
) -> None:
    server.answers(reply(200, "<list><message>No.</message></list>", {"Content-Type": "text/xml"}))
    with pytest.raises(TroubleError, match=r"^No\. \(200 OK"):
        fetch(call)
    server.answers(reply(200, '{"title": "No."}', {"Content-Type": "application/json"}))
    with pytest.raises(DefaultError, match=r"^No\. \(200 OK"):
        fetch(call)
    server.answers(reply(200, "<html></html>", {"Content-Type": "text/html"}))
    with pytest.raises(ValidationError):
        fetch(call)
