"""Responses that come in one of several documented media types."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import BYTES, TEXT, BodyReader, Operation
from sdkwright.runtime.responses.forms import read_form, read_parts
from sdkwright.runtime.responses.raw import Whole
from sdkwright.runtime.responses.scalars import read_scalar
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import Pet, ValidationError
from tests.support.server import Server, reply

NAMED = "Content-Disposition: form-data; name=wide"


class Size(Model):
    wide: int


COVER: Operation[Any] = Operation(
    "cover",
    "GET",
    "/cover",
    headers=("Accept",),
    returns={200: lambda: Pet},
    others={"image/*": BYTES, "Text/Plain; charset=utf-8": TEXT},
)


def fetched(call: Caller, accept: str | None = None) -> Any:
    return call.client()._session.run(Call(COVER, {"Accept": accept}))


@pytest.mark.parametrize(
    ("media_type", "body", "value"),
    [
        ("image/png", b"\x89PNG", b"\x89PNG"),
        ("IMAGE/PNG; q=1", b"\x89PNG", b"\x89PNG"),
        ("text/plain", "Grüße", "Grüße"),
        ("text/plain;charset=iso-8859-1", "Grüße".encode("latin-1"), "Grüße"),
        ("text/plain", b"", ""),
    ],
)
def test_a_response_is_what_its_media_type_says(
    call: Caller, server: Server, media_type: str, body: object, value: object
) -> None:
    server.answers(reply(200, body, {"Content-Type": media_type}))
    assert fetched(call) == value
    raw = call.client()._session.run(Call(COVER, {"Accept": None}), Whole)
    assert raw.parse() == value


@pytest.mark.parametrize("media_type", ["application/json", "application/problem+json", ""])
def test_any_other_media_type_is_the_first(call: Caller, server: Server, media_type: str) -> None:
    server.answers(reply(200, REX, {"Content-Type": media_type}))
    assert isinstance(fetched(call), Pet)


def test_an_undocumented_media_type_is_invalid(call: Caller, server: Server) -> None:
    server.answers(reply(200, "<p>", {"Content-Type": "text/html"}))
    with pytest.raises(ValidationError, match="it is not JSON"):
        fetched(call)


def test_json_is_no_part_of_a_range(call: Caller, server: Server) -> None:
    operation: Operation[Any] = Operation(
        "o", "GET", "/o", returns={200: lambda: Pet}, others={"*/*": BYTES}
    )
    server.answers(reply(200, REX, {"Content-Type": "application/json"}))
    assert isinstance(call.client()._session.run(Call(operation, {})), Pet)
    server.answers(reply(200, "x", {"Content-Type": "audio/ogg"}))
    assert call.client()._session.run(Call(operation, {})) == b"x"


def test_the_caller_chooses(call: Caller, server: Server) -> None:
    server.answers(reply(200, b"", {"Content-Type": "image/png"}))
    fetched(call)
    fetched(call, "image/*")
    accepted = [request.header("Accept") for request in server.seen]
    assert accepted == ["application/json", "image/*"]


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/json", '{"wide": 1}'),
        ("text/json", '{"wide": 1}'),
        ("text/html", '{"wide": 1}'),
        ("application/x-www-form-urlencoded; charset=utf-8", "wide=1"),
        ("multipart/form-data; boundary=b", f"--b\r\n{NAMED}\r\n\r\n1\r\n--b--"),
    ],
)
def test_the_same_value_may_come_in_another_form(
    call: Caller, server: Server, media_type: str, body: str
) -> None:
    operation: Operation[Any] = Operation(
        "o",
        "GET",
        "/o",
        returns={200: lambda: Size},
        others={
            "application/x-www-form-urlencoded": BodyReader(lambda: Size, read_form),
            "multipart/form-data": BodyReader(lambda: Size, read_parts),
        },
    )
    server.answers(reply(200, body, {"Content-Type": media_type}))
    assert call.client(response_validation="strict")._session.run(Call(operation, {})) == Size(
        wide=1
    )


def test_a_number_may_come_as_text(call: Caller, server: Server) -> None:
    operation: Operation[Any] = Operation(
        "o",
        "GET",
        "/o",
        returns={200: lambda: int},
        others={"text/plain": BodyReader(lambda: int, read_scalar)},
    )
    server.answers(reply(200, "5\n", {"Content-Type": "text/plain"}))
    assert call.client()._session.run(Call(operation, {})) == 5


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("", b"a\xe4b", "a\ufffdb"),
        ("; charset=utf-8", b"\xff", "\ufffd"),
        ("; charset=unheard-of", b"\xff", "\ufffd"),
        ("; charset=zlib", b"\xff", "\ufffd"),
        ("; charset=ascii", b"a\xc3\xa4", "a\ufffd\ufffd"),
    ],
)
def test_text_that_is_not_in_its_encoding_is_warned_of(
    call: Caller, server: Server, charset: str, body: bytes, text: str
) -> None:
    server.answers(reply(200, body, {"Content-Type": f"text/plain{charset}"}))
    client = call.client()
    assert client._session.run(Call(COVER, {"Accept": None})) == text
    assert [place for _, place in client._session.log._warned] == ["$"]
    strict = call.client(response_validation="strict")
    with pytest.raises(ValidationError, match=r"\$: not text in its encoding"):
        strict._session.run(Call(COVER, {"Accept": None}))


@pytest.mark.parametrize(
    ("media_type", "body", "text"),
    [
        ("text/plain", "a\ufffdb", "a\ufffdb"),
        ("text/plain; charset=iso-8859-1", b"\xff", "ÿ"),
        ("text/plain; charset=zlib", "a\ufffd", "a\ufffd"),
    ],
)
def test_text_with_the_sign_for_replaced_bytes_is_as_documented(
    call: Caller, server: Server, media_type: str, body: object, text: str
) -> None:
    server.answers(reply(200, body, {"Content-Type": media_type}))
    strict = call.client(response_validation="strict")
    assert strict._session.run(Call(COVER, {"Accept": None})) == text
