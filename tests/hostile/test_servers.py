"""A generated client is done no harm by a server: each attack of `servers`, sync and async, on a
real connection. How much memory that takes is in `test_memory`."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import ssl
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import trustme

from openrouter import OpenRouter, errors
from tests.faults.support.harness import KEY, FakeClock, KeyServer, good
from tests.hostile.attacks.servers import (
    COOKIES,
    CURSORS,
    FRAMING,
    JSON,
    LIMIT,
    NO_RESPONSE,
    OK,
    REDIRECTS,
    RESULT,
    SERVER_ERROR,
    SIZES,
    SPLIT,
    STREAMS,
    TIMED_OUT,
    TOKENS,
    URLS,
    VALUES,
    WAITS,
    Attack,
    Redirect,
    StreamAttack,
    Turn,
    padded,
    rows,
)
from tests.hostile.harness.loopback import (
    PACKAGES,
    choose_transport,
    forget,
    in_both_ways,
    lay_out,
    without_settings,
)
from tests.support.server import Answer, Request, Server, raw, reply
from tests.support.stalls import let_only_stalls_time_out
from tests.support.waiting import PATIENCE, PATIENCE_MS

MOST_SECONDS = 20
"""What one attack may take of the processor, the server's part included."""

OWN = "sk-or-v1-0e6...c96"
"""The label of the key that the second call asks for."""

JSON_TYPE = {"Content-Type": "application/json"}


@pytest.fixture(params=["httpx2", "fast"])
def transport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def _quick_and_quiet(
    transport: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    without_settings(monkeypatch)
    choose_transport(transport, monkeypatch)
    caplog.set_level(logging.CRITICAL)
    began = time.process_time()
    yield
    assert time.process_time() - began < MOST_SECONDS


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    folder = tmp_path_factory.mktemp("sdks")
    lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module
        forget(sys.modules, PACKAGES)


def making(url: str, **settings: Any) -> Callable[[], OpenRouter]:
    return lambda: OpenRouter(
        KEY, server_url=f"{url}/api/v1", retry_config=None, timeout_ms=PATIENCE_MS, **settings
    )


def called(client: OpenRouter, form: str, name: str) -> Any:
    return getattr(client.api_keys, f"{name}{form}")()


def named(outcome: Any) -> str:
    """Say what came of a call, in the words of the table."""
    return type(outcome).__name__ if isinstance(outcome, Exception) else RESULT


def attack(answer: Answer, **settings: Any) -> list[tuple[str, Any]]:
    """Let the first of two calls get this answer, sync and async; give what came of all four."""
    outcomes: list[tuple[str, Any]] = []
    with KeyServer() as server:
        server.answers(answer, good, answer, good)
        in_both_ways(
            making(server.url, **settings),
            ["list", "get_current_key_metadata"],
            called,
            lambda name, outcome: outcomes.append((name, outcome)),
        )
    return outcomes


@pytest.mark.parametrize("row", [*FRAMING, *SPLIT, *JSON], ids=lambda row: row.name)
def test_an_answer_is_an_attack_on_nothing_but_its_own_call(row: Attack, transport: str) -> None:
    libraries = ("urllib3", "aiohttp") if transport == "fast" else ("httpx2", "httpx2")
    wanted = [NO_RESPONSE if each in row.refused_by else row.outcome for each in libraries]
    outcomes = attack(row.answer)
    assert [named(outcome) for name, outcome in outcomes if name == "list"] == wanted
    assert [o.data.label for name, o in outcomes if name != "list"] == [OWN, OWN]


@pytest.mark.parametrize("row", SIZES, ids=lambda row: row.name)
def test_an_answer_is_no_larger_than_allowed(row: Attack) -> None:
    if row.name.startswith("a redirect"):
        with KeyServer() as server:
            server.answers(row.answer, good, row.answer, good)
            made = making(server.url, max_response_bytes=LIMIT)
            in_both_ways(made, ["list"], called, lambda _, came: check_size(row, came))
            assert len(server.seen) == 4
        return
    for name, outcome in attack(row.answer, max_response_bytes=LIMIT):
        if name == "list":
            check_size(row, outcome)
        else:
            assert outcome.data.label == OWN


@pytest.mark.parametrize("row", SPLIT, ids=lambda row: row.name)
def test_a_callers_own_client_is_no_way_around_it(row: Attack) -> None:
    with KeyServer() as server:
        server.answers(row.answer, good, row.answer, good)
        url = f"{server.url}/api/v1"
        with httpx.Client(timeout=PATIENCE) as mine:
            client = OpenRouter(KEY, server_url=url, client=mine, retry_config=None)
            assert named(_caught(client.api_keys.list)) == row.outcome
            assert client.api_keys.get_current_key_metadata().data.label == OWN

        async def main() -> None:
            async with httpx.AsyncClient(timeout=PATIENCE) as mine:
                client = OpenRouter(KEY, server_url=url, async_client=mine, retry_config=None)
                with contextlib.suppress(errors.InternalServerResponseError):
                    await client.api_keys.list_async()
                found = await client.api_keys.get_current_key_metadata_async()
                assert found.data.label == OWN

        asyncio.run(main())


def _caught(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except errors.OpenRouterError as error:
        return error


def check_size(row: Attack, outcome: Any) -> None:
    assert named(outcome) == row.outcome
    if isinstance(outcome, errors.OpenRouterError):
        assert outcome.body == ""
    if isinstance(outcome, errors.ResponseValidationError):
        assert outcome.message == (
            "Invalid response: it is larger than max_response_bytes (1,000,000 bytes)"
        )


@pytest.mark.parametrize("charset", ["bz2", "zlib", "punycode", "idna", "rot13", "nothing"])
def test_what_is_no_encoding_of_text_does_not_make_text(charset: str) -> None:
    body = zlib.compress(b" " * LIMIT)
    with KeyServer() as server:
        server.answers(reply(200, body, {"Content-Type": f"text/plain; charset={charset}"}))
        with OpenRouter(KEY, server_url=server.url) as client:
            raw = client.api_keys.with_raw_response.list()
        assert raw.text == body.decode(errors="replace")


def test_what_is_too_large_is_not_asked_for_again() -> None:
    with KeyServer() as server:
        server.answers(SIZES[1].answer)
        client = OpenRouter(KEY, server_url=server.url, max_response_bytes=LIMIT)
        with client, pytest.raises(errors.ResponseValidationError):
            client.api_keys.list()
        assert len(server.seen) == 1


def test_a_failure_that_is_too_large_is_retried_by_its_status() -> None:
    with KeyServer() as server:
        server.answers(*[reply(503, padded(LIMIT + 1))] * 2, good, *[reply(400, padded(LIMIT + 1))])
        client = OpenRouter(KEY, server_url=f"{server.url}/api/v1", max_response_bytes=LIMIT)
        client._session.clock = FakeClock()
        with client:
            assert client.api_keys.list().data[0].name == "Production API Key"
            with pytest.raises(errors.OpenRouterDefaultError, match="sent no message") as raised:
                client.api_keys.list()
        assert (raised.value.status_code, raised.value.body) == (400, "")
        assert len(server.seen) == 4


@pytest.mark.parametrize("wrong", [0, -1])
def test_a_limit_is_more_than_nothing(wrong: int) -> None:
    with pytest.raises(ValueError, match=f"max_response_bytes must be positive, not {wrong}"):
        OpenRouter(KEY, max_response_bytes=wrong)


def test_none_is_no_limit() -> None:
    for _, outcome in attack(SIZES[1].answer, max_response_bytes=None):
        assert named(outcome) == RESULT


@pytest.mark.parametrize(("name", "members", "shown"), VALUES, ids=[row[0] for row in VALUES])
def test_a_value_is_kept_as_it_came(name: str, members: bytes, shown: str) -> None:
    del name
    body = b'{"data":{"hash":"h",' + members + b',"disabled":true}}'
    with KeyServer() as server:
        server.answers(reply(200, body, JSON_TYPE))

        def after(_: str, outcome: Any) -> None:
            data = outcome.data
            assert repr(data.limit if b"limit" in members else data.label) == shown
            assert (data.hash, data.disabled) == ("h", True)

        in_both_ways(
            making(server.url),
            ["h"],
            lambda client, form, text: getattr(client.api_keys, f"get{form}")(hash=text),
            after,
        )


def _of_nothing(blocks: int) -> bytes:
    """Pack a result after blocks that expand to nothing, as many bytes each as they have."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    begun = packer.compress(b"") + packer.flush(zlib.Z_SYNC_FLUSH)
    return begun + b"\0\0\0\xff\xff" * blocks + packer.compress(OK) + packer.flush()


NOTHING = {
    "interim responses": raw(
        b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50_000, *reply(200, OK).parts, then="keep"
    ),
    "empty blocks of gzip": reply(200, _of_nothing(300_000), {"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("answer", NOTHING.values(), ids=NOTHING)
def test_what_comes_to_nothing_is_read_as_long_as_it_comes(answer: Answer) -> None:
    assert len(answer.parts[0]) > LIMIT
    for name, outcome in attack(answer, max_response_bytes=LIMIT):
        assert named(outcome) == RESULT, name


def test_comments_of_a_stream_are_read_as_long_as_they_come(
    packages: Callable[[str], Any],
) -> None:
    comments = b": still here\n\n" * 200_000
    assert len(comments) > LIMIT
    with Server() as server:
        server.answers(
            reply(200, comments + b"data: {}\n\n", {"Content-Type": "text/event-stream"})
        )
        with packages("streams").Streams(server_url=server.url, max_response_bytes=LIMIT) as client:
            assert len(list(client.shows.ticker())) == 1


@pytest.mark.parametrize("row", REDIRECTS, ids=lambda row: row.name)
def test_a_redirect_takes_no_credentials_elsewhere(row: Redirect, transport: str) -> None:
    with KeyServer() as server, KeyServer() as elsewhere:
        host = elsewhere.url.removeprefix("http://")
        target = row.location.format(elsewhere=host)
        hop = reply(302, b"", {"Location": target, "Set-Cookie": COOKIES[0]})
        elsewhere.answers(good)
        if row.here == 2:
            server.answers(hop, reply(200, OK), hop, reply(200, OK))
        else:
            server.answers(hop)
        outcomes: list[str] = []
        settings = {"http_referer": "https://mine.example"}
        in_both_ways(
            making(server.url, **settings),
            ["list"],
            called,
            lambda _, outcome: outcomes.append(named(outcome)),
        )
        assert outcomes == [row.outcome] * 2
        assert len(server.seen) == 2 * row.here
        assert len(elsewhere.seen) == 2 * row.elsewhere
        for request in elsewhere.seen:
            allowed = {"accept", "accept-encoding", "host", "user-agent"}
            if "@" in target and transport == "httpx2":  # what the server gave for it itself
                assert request.header("Authorization") == "Basic YTpi"
                allowed.add("authorization")
            assert {key.lower() for key, _ in request.headers} <= allowed | {"connection"}
            assert KEY not in repr(request)


def test_a_redirect_does_not_take_off_the_encryption() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with KeyServer() as plain, KeyServer(tls=context) as server:
        server.answers(reply(302, headers={"Location": f"{plain.url}/api/v1/keys"}))
        url = server.url.replace("http://", "https://")
        with httpx2.Client(verify=trusting, timeout=PATIENCE) as mine:
            client = OpenRouter(KEY, server_url=url, client=mine, retry_config=None)
            with pytest.raises(errors.OpenRouterDefaultError, match="was not followed"):
                client.api_keys.list()
        assert len(server.seen) == 1
        assert plain.seen == []


def test_cookies_are_not_kept() -> None:
    lines = "".join(f"Set-Cookie: {cookie}\r\n" for cookie in COOKIES).encode()

    def script(request: Request) -> Answer:
        (whole,) = good(request).parts
        return Answer((whole.replace(b"\r\n", b"\r\n" + lines, 1),))

    hop = Answer(
        (b"HTTP/1.1 302 No\r\nLocation: /api/v1/keys\r\n" + lines + b"Content-Length: 0\r\n\r\n",)
    )
    with KeyServer() as server:
        server.answers(script, hop, script, script, hop, script)
        outcomes: list[str] = []
        in_both_ways(
            making(server.url),
            ["list", "list"],
            called,
            lambda _, outcome: outcomes.append(named(outcome)),
        )
        assert outcomes == [RESULT] * 4
        assert len(server.seen) == 6
        assert [request.header("Cookie") for request in server.seen] == [None] * 6


@pytest.mark.parametrize("row", STREAMS, ids=lambda row: row.name)
def test_a_stream_ends_or_is_ended(
    packages: Callable[[str], Any], row: StreamAttack, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server() as server:
        server.answers(row.answer)
        timeout_ms = PATIENCE_MS
        if row.outcome == TIMED_OUT:
            timeout_ms = 50
            let_only_stalls_time_out(server, monkeypatch)
        settings = {
            "server_url": server.url,
            "max_response_bytes": LIMIT,
            "timeout_ms": timeout_ms,
        }
        outcomes: list[Any] = []
        in_both_ways(
            lambda: packages("streams").Streams(**settings),
            [row.method],
            lambda client, form, name: (_walk_async if form else _walk)(
                getattr(client.shows, f"{name}{form}")()
            ),
            lambda _, outcome: outcomes.append(outcome),
        )
        assert outcomes == [(row.events, row.outcome)] * 2


def _walk(stream: Any) -> tuple[list[Any], str]:
    events: list[Any] = []
    try:
        with stream:
            for event in stream:
                events.append(event)  # noqa: PERF402 - those before an exception count
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of it
        return events, type(error).__name__
    return events, ""


async def _walk_async(calling: Any) -> tuple[list[Any], str]:
    events: list[Any] = []
    try:
        async with await calling as stream:
            async for event in stream:
                events.append(event)  # noqa: PERF401 - as above
    except Exception as error:  # noqa: BLE001 - as above
        return events, type(error).__name__
    return events, ""


def test_a_download_is_limited_only_where_it_is_held(
    packages: Callable[[str], Any], tmp_path: Path
) -> None:
    outcomes: list[tuple[str, str]] = []

    def call(client: Any, form: str, how: str) -> Any:
        download = getattr(client.shows, f"download{form}")
        return (_take_async if form else _take)(download(id="x"), how, tmp_path / "file")

    with Server() as server:
        server.answers(reply(200, b"x" * 3 * LIMIT))
        in_both_ways(
            lambda: packages("streams").Streams(server_url=server.url, max_response_bytes=LIMIT),
            ["save", "read", "iter_lines"],
            call,
            lambda how, outcome: outcomes.append((how, str(outcome))),
        )
    too_large = (
        "Invalid response: it is larger than max_response_bytes (1,000,000 bytes) (200 OK, "
        "GET /shows/{id}/file)"
    )
    assert outcomes == 2 * [("save", "3000000"), ("read", too_large), ("iter_lines", too_large)]


def _take(response: Any, how: str, path: Path) -> Any:
    match how:
        case "save":
            return response.save(path)
        case "read":
            return response.read()
        case _:
            return list(response.iter_lines())


async def _take_async(calling: Any, how: str, path: Path) -> Any:
    response = await calling
    match how:
        case "save":
            return await response.save(path)
        case "read":
            return await response.read()
        case _:
            return [line async for line in response.iter_lines()]


@pytest.mark.parametrize("row", URLS, ids=lambda row: row.name)
def test_the_url_of_a_next_page_leads_nowhere_else(
    packages: Callable[[str], Any], row: Turn
) -> None:
    with Server() as server:
        here = server.url.removeprefix("http://")
        following = str(row.following).replace("{here}", here)
        server.answers(reply(200, {"inks": ["red"], "links": {"next": following}}, JSON_TYPE))
        walk_pages(packages, server, "list_inks", row)


@pytest.mark.parametrize("row", CURSORS, ids=lambda row: row.name)
def test_the_mark_of_a_next_page_ends(packages: Callable[[str], Any], row: Turn) -> None:
    with Server() as server:
        server.answers(reply(200, {"data": [{"seal-id": row.following}]}, JSON_TYPE))
        walk_pages(packages, server, "list_seals", row)


def walk_pages(packages: Callable[[str], Any], server: Server, method: str, row: Turn) -> None:
    items: list[int] = []

    def call(client: Any, form: str, _: str) -> Any:
        walk = getattr(client.letters, f"{method}_iter{form}")(http_headers={"X-Key": KEY})
        return _count_async(walk) if form else _count(walk)

    def after(_: str, outcome: tuple[int, Exception | None]) -> None:
        items.append(outcome[0])
        assert type(outcome[1]).__name__ == "ResponseValidationError"
        assert row.said in str(outcome[1])

    make = packages("pagination").Pagination
    in_both_ways(lambda: make(server_url=server.url), ["walk"], call, after)
    assert items == [row.read] * 2
    assert len(server.seen) == 2 * row.read
    for request in server.seen:
        assert request.header("X-Smuggled") is None
        assert request.header("X-Key") == KEY


def _count(walk: Any) -> tuple[int, Exception | None]:
    count = 0
    try:
        for _ in walk:
            count += 1
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of it
        return count, error
    return count, None


async def _count_async(walk: Any) -> tuple[int, Exception | None]:
    count = 0
    try:
        async for _ in walk:
            count += 1
    except Exception as error:  # noqa: BLE001 - as above
        return count, error
    return count, None


@pytest.mark.parametrize(("after", "tries"), WAITS, ids=[text[:40] for text, _ in WAITS])
def test_a_server_does_not_choose_how_long_a_call_takes(after: str, tries: int) -> None:
    with KeyServer() as server:
        server.answers(reply(503, b"", {"Retry-After": after}))
        clocks: list[FakeClock] = []

        def make() -> OpenRouter:
            client = OpenRouter(KEY, server_url=server.url)
            client._session.clock = FakeClock()
            clocks.append(client._session.clock)
            return client

        outcomes: list[str] = []
        in_both_ways(
            make, ["list"], called, lambda _, outcome: outcomes.append(type(outcome).__name__)
        )
        assert outcomes == ["OpenRouterDefaultError"] * 2
        assert [len(clock.waits) + 1 for clock in clocks] == [tries] * 2
        assert all(clock.passed <= 30 for clock in clocks)


@pytest.mark.parametrize(("name", "answer", "outcome"), TOKENS, ids=[row[0] for row in TOKENS])
def test_a_server_of_tokens_gets_no_further(
    packages: Callable[[str], Any], name: str, answer: Answer, outcome: str
) -> None:
    del name
    with Server() as server, Server() as elsewhere:
        elsewhere.answers(reply(200, {"access_token": "stolen"}))
        parts = (part.replace(b"{elsewhere}", elsewhere.url.encode()) for part in answer.parts)
        token = Answer(tuple(parts), answer.then)
        server.answers(lambda request: token if request.target == "/token" else reply(204))
        settings = {
            "client_id": "me",
            "client_secret": KEY,
            "token_url": "/token",
            "max_response_bytes": LIMIT,
            "retry_config": None,
        }
        outcomes: list[str] = []
        in_both_ways(
            lambda: packages("security").Security(server_url=server.url, **settings),
            ["fetched_only"],
            lambda client, form, method: getattr(client.berths, f"{method}{form}")(),
            lambda _, came: outcomes.append(named(came)),
        )
        assert outcomes == [outcome] * 2
        assert elsewhere.seen == []
        assert len([each for each in server.seen if each.target == "/token"]) <= 4
        assert all(each.header("X-Smuggled") is None for each in server.seen)
        calls = [each for each in server.seen if each.target != "/token"]
        assert len(calls) == (2 if outcome == RESULT else 0)


def test_a_failure_is_told_by_its_status() -> None:
    for row in SIZES:
        if row.outcome == SERVER_ERROR:
            outcome = attack(row.answer, max_response_bytes=LIMIT)[0][1]
            assert (outcome.status_code, outcome.body, outcome.data) == (500, "", None)


def test_the_page_gets_a_row_for_each_kind_of_attack() -> None:
    found = {name: (cases, said) for name, cases, said in rows()}
    assert found["response splitting"] == (5, "`InternalServerResponseError`, the result")
    assert found["cookies"] == (5, "not kept, and never sent")
    assert sum(cases for cases, _ in found.values()) == 147
