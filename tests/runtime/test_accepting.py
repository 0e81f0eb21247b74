"""Responses that come in one of several documented media types."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.operation import BYTES, TEXT, Operation
from sdkwright.runtime.responses.raw import Whole
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import Pet, ValidationError
from tests.support.server import Server, reply

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
