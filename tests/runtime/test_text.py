"""Text of callers that goes into paths, queries and headers: it arrives as it is, or not at all."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdkwright.runtime.http.wire import header_value
from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import REX, pets
from tests.runtime.support.sdk import GET, LIST, PetStore
from tests.support.server import Server, reply

PATHS = [
    ("a b", "/api/v1/pets/a%20b"),
    ("../keys", "/api/v1/pets/..%2Fkeys"),
    ("..%2fkeys", "/api/v1/pets/..%252fkeys"),
    ("%2e%2e", "/api/v1/pets/%252e%252e"),
    ("...", "/api/v1/pets/..."),
    ("a?b=c", "/api/v1/pets/a%3Fb%3Dc"),
    ("a#b", "/api/v1/pets/a%23b"),
    ("a;b=c&d", "/api/v1/pets/a%3Bb%3Dc%26d"),
    ("a\\b", "/api/v1/pets/a%5Cb"),
    ("a\r\nX: y", "/api/v1/pets/a%0D%0AX%3A%20y"),
    ("\0", "/api/v1/pets/%00"),
    ("ü€😀", "/api/v1/pets/%C3%BC%E2%82%AC%F0%9F%98%80"),
    ("{id}", "/api/v1/pets/%7Bid%7D"),
]


@pytest.mark.parametrize(("text", "target"), PATHS)
def test_text_stays_in_its_segment(call: Caller, server: Server, text: str, target: str) -> None:
    server.answers(reply(200, REX))
    call("get", id=text)
    assert server.last.target == target


@pytest.mark.parametrize("text", ["", ".", ".."])
def test_text_that_would_name_another_path_is_refused(
    call: Caller, server: Server, text: str
) -> None:
    with pytest.raises(ValueError, match=r"^id can't be .*, which would change the path"):
        call("get", id=text)
    assert server.seen == []


def test_a_path_needs_its_arguments(call: Caller, server: Server) -> None:
    with pytest.raises(ValueError, match=r"^id is part of the path and required"):
        call("get", id=None)
    assert server.seen == []


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_text_that_utf_8_has_not_is_refused(call: Caller, server: Server, text: str) -> None:
    with pytest.raises(ValueError, match=r"^id can't be encoded as UTF-8"):
        call("get", id=text)
    with pytest.raises(ValueError, match=r"^tag(\[0\])? can't be encoded as UTF-8"):
        call("list", tag=[text])
    with pytest.raises(ValueError, match=r"^The value of the header X-Tenant can't be encoded"):
        call("get", id="a", x_tenant=text)
    assert server.seen == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_segment_or_refused(text: str) -> None:
    try:
        target = GET.target({"id": text})
    except ValueError:
        assert text in {"", ".", ".."}
    else:
        assert target.isascii()
        assert target.count("/") == 2
        assert not {"?", "#", " "} & set(target)
        assert unquote(target.removeprefix("/pets/")) == text


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=3, max_size=50))
def test_any_text_arrives_as_it_was_sent(server: Server, text: str) -> None:
    server.answers(reply(200, REX))
    with PetStore("k", server_url=server.url) as client:
        client.pets.get(id=text)
    assert server.last.target == GET.target({"id": text})


def test_very_long_text_in_a_path_is_refused(call: Caller, server: Server) -> None:
    with pytest.raises(ValueError, match=": URL too long"):
        call("get", id="a" * 1_000_000)
    assert server.seen == []


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "true"), (False, "false"), (0, "0"), (1.5, "1.5"), ("a+b c&d", "a%2Bb%20c%26d")],
)
def test_values_in_the_query(value: object, written: str) -> None:
    arguments: dict[str, Any] = {"offset": value, "limit": None, "tag": None}
    assert LIST.target(arguments) == f"/pets?offset={written}"


# Headers


@pytest.mark.parametrize("character", ["\r", "\n", "\0", "\r\nX-Evil: 1", "\x0b", "\x1f", "\x7f"])
def test_a_header_with_a_control_character_is_refused(
    call: Caller, server: Server, character: str
) -> None:
    problem = "contains a control character"
    with pytest.raises(ValueError, match=f"^The value of the header X-Tenant {problem}"):
        call("get", id="a", x_tenant=f"a{character}b")
    with pytest.raises(ValueError, match=f"^The value of the header X-A {problem}"):
        call("get", id="a", http_headers={"X-A": character})
    with pytest.raises(ValueError, match=f"^The value of the header X-Tenant {problem}"):
        call.client(tenant=character)
    assert server.seen == []


def test_an_api_key_with_a_line_end_is_refused_and_not_shown(call: Caller) -> None:
    problem = r"^The value of the header Authorization contains a control character\.$"
    with pytest.raises(ValueError, match=problem):
        call.client(api_key=f"{KEY}\n")
    with pytest.raises(ValueError, match=problem):
        call("get", call.client(api_key=lambda: f"{KEY}\n"), id="a")


@pytest.mark.parametrize("name", ["", "X A", "X:A", "X\r\nA", "Ü", "\0"])
def test_a_name_that_no_header_can_have_is_refused(call: Caller, server: Server, name: str) -> None:
    with pytest.raises(ValueError, match="is not a valid header name"):
        call("get", id="a", http_headers={name: "1"})
    assert server.seen == []


def test_other_characters_are_sent_as_utf_8(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="a", x_tenant="Zoë\t€", http_headers={"X-A": "日本"})
    assert str(server.last.header("X-Tenant")).encode("latin-1").decode() == "Zoë\t€"
    assert str(server.last.header("X-A")).encode("latin-1").decode() == "日本"


def test_spaces_around_a_header_are_dropped(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="a", x_tenant=" \ta b\t ")
    assert server.last.header("X-Tenant") == "a b"


@pytest.mark.parametrize("value", [True, 5, 1.5])
def test_values_in_headers(value: object) -> None:
    assert header_value("X", value) == {True: b"true", 5: b"5", 1.5: b"1.5"}[value]  # type: ignore[index]


def test_a_very_long_header_arrives(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets()))
    call("list", x_tenant="a" * 1_000_000)
    assert len(str(server.last.header("X-Tenant"))) == 1_000_000
