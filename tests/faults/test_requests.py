"""Whatever stands in a path or a header: the one request that it should be, or none."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from openrouter import OpenRouter
from tests.faults.support.harness import KeyServer, call, good, make

quickly = settings(max_examples=150)

PARTS = ["../", "..", ".", "/", "\\", "%2e", "%2E%2e%2f", "?", "#", "&a=b", ";", "@", ":", "//"]
PARTS += ["\0", "\r\n", "\n", "\t", " ", "é", "\u202e", "😀", "\ud800", "h", "http://other.example"]

hostile = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join),
)

MEGABYTE = "x" * 1_000_000


@pytest.fixture
def client(server: KeyServer) -> Iterator[OpenRouter]:
    server.fails(good)
    with make(server.url, retry_config=None) as client:
        yield client


def refused(client: OpenRouter, hash: str = "h", http_referer: str | None = None) -> bool:
    """Call `get`, and say whether it was refused with a ValueError."""
    try:
        client.api_keys.get(hash=hash, http_referer=http_referer)
    except ValueError:
        return True
    return False


@quickly
@given(hash=hostile)
@example(hash="..")
@example(hash="%2e%2e")
@example(hash="../../admin?x=1#y")
@example(hash="a\r\nX-Evil: 1")
@example(hash="\0")
@example(hash="")
def test_a_hash_stays_in_its_segment(server: KeyServer, client: OpenRouter, hash: str) -> None:
    before = len(server.seen)
    if refused(client, hash=hash):
        assert hash in {"", ".", ".."} or surrogate(hash)
        assert len(server.seen) == before
        return
    assert len(server.seen) == before + 1
    start, segment = server.last.target.rsplit("/", 1)
    assert start == "/api/v1/keys"
    assert segment.isascii()
    assert not set(segment) & set("?#;&\\ ")
    assert unquote(segment, errors="strict") == hash
    assert {name.lower() for name, _ in server.last.headers} == {
        "host",
        "accept",
        "accept-encoding",
        "authorization",
        "user-agent",
    }


def surrogate(text: str) -> bool:
    """Whether it has half of a surrogate pair in it, which no UTF-8 can say."""
    return any("\ud800" <= character <= "\udfff" for character in text)


@quickly
@given(value=hostile)
@example(value="a\r\nX-Evil: 1")
@example(value="a\nb")
@example(value="\0")
@example(value="é😀")
def test_a_header_stays_one_header(server: KeyServer, client: OpenRouter, value: str) -> None:
    before = len(server.seen)
    if refused(client, http_referer=value):
        controls = any((ord(c) < 32 and c != "\t") or ord(c) == 127 for c in value)
        assert controls or surrogate(value)
        assert len(server.seen) == before
        return
    assert len(server.seen) == before + 1
    names = sorted(name.lower() for name, _ in server.last.headers)
    assert names.count("http-referer") == 1
    assert len(names) == 6
    sent = server.last.header("HTTP-Referer")
    assert sent is not None
    assert sent.encode("latin-1").decode("utf-8").strip() == value.strip(" \t").strip()


@quickly
@given(name=hostile)
def test_no_name_of_a_header_makes_another(
    server: KeyServer, client: OpenRouter, name: str
) -> None:
    before = len(server.seen)
    try:
        client.api_keys.list(http_headers={name: "1"})
    except ValueError:
        assert len(server.seen) == before
        return
    assert len(server.seen) == before + 1
    assert server.last.header(name) == "1"


@pytest.mark.parametrize(
    "setting",
    ["http_referer", "x_open_router_title", "x_open_router_categories", "api_key"],
)
def test_a_client_refuses_line_ends_in_what_it_sends_always(setting: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        OpenRouter(**{setting: "a\r\nX-Evil: 1"})  # type: ignore[arg-type] # each takes text


def test_a_key_from_a_function_is_checked_before_anything_is_sent(server: KeyServer) -> None:
    server.fails(good)
    client = OpenRouter(lambda: "a\r\nX-Evil: 1", server_url=server.url)
    with client, pytest.raises(ValueError, match="control character"):
        client.api_keys.list()
    assert server.connections == 0


def test_a_hash_of_a_megabyte_is_refused(server: KeyServer, mode: str) -> None:
    server.fails(good)
    with pytest.raises(ValueError, match=": URL too long"):
        call(mode, make(server.url), "get", hash=MEGABYTE)
    assert server.connections == 0


def test_a_hash_of_60_kB_is_sent_whole(server: KeyServer, mode: str) -> None:  # noqa: N802 - kB
    server.fails(good)
    call(mode, make(server.url), "get", hash="é" + MEGABYTE[:60_000])
    assert server.last.target == "/api/v1/keys/%C3%A9" + MEGABYTE[:60_000]


def test_a_header_of_a_megabyte_is_sent_whole(server: KeyServer, mode: str) -> None:
    server.fails(good)
    call(mode, make(server.url), "list", http_headers={"X-Long": MEGABYTE})
    assert server.last.header("X-Long") == MEGABYTE
