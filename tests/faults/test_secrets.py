"""Secrets: nothing that can be printed of any object of the SDK shows one.

Every test of this folder is checked for that as well; see `conftest.py`.
"""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import aiohttp
import httpx2
import pytest
import urllib3

from openrouter import OpenRouter, errors
from tests.faults.support.harness import (
    CREATED,
    KEY,
    FakeClock,
    KeyServer,
    call,
    documented,
    good,
    make,
)
from tests.faults.support.shown import Shown
from tests.support.server import hang_up, raw, reply

HEAD = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n"
BROKEN_OFF = raw(HEAD + b'{"key": "' + CREATED.encode() + b'"')


def test_the_check_itself_finds_secrets() -> None:
    for secret in (KEY, CREATED):
        shown = Shown()
        shown.add(f"Bearer {secret}")
        with pytest.raises(AssertionError, match=r"the (API|created) key was shown after 'Bearer"):
            shown.check()


def test_a_client_shows_no_key(server: KeyServer, mode: str, shown: Shown) -> None:
    server.fails(good)
    client = make(server.url)
    call(mode, client, "list")
    session = client._session
    for seen in (client, client.api_keys, session, session.pools, session.log, session.sdk):
        shown.add_object(seen)


@pytest.mark.parametrize("copier", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_can_not_be_copied(copier: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match="can't be copied or pickled"):
        copier(OpenRouter(KEY))


def test_a_created_key_can_be_read_but_not_seen(
    server: KeyServer, mode: str, shown: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    server.fails(good)
    made = call(mode, make(server.url), "create")
    assert made.key == CREATED
    shown.add_object(made)
    shown.add(f"{made} {made!r}", repr([made]), repr({"made": made}), "%s" % made)  # noqa: UP031
    shown.add(repr(copy.copy(made)), repr(copy.deepcopy(made)))
    shown.add(pickle.dumps(made).decode("latin-1"), repr(pickle.loads(pickle.dumps(made))))
    print(made)  # noqa: T201 - what is printed is the point
    logging.getLogger("mine").info("made %s", made)
    shown.add(*capsys.readouterr())
    assert "key=**********" in shown.text()


STRICT = {
    "a field of another type": {"key": CREATED, "data": "none"},
    "no data": {"key": CREATED},
    "the secret in another shape": {"key": [CREATED], "data": None},
}


@pytest.mark.parametrize("body", STRICT.values(), ids=STRICT)
def test_an_answer_that_can_not_be_used_shows_no_created_key(
    server: KeyServer, mode: str, shown: Shown, body: object
) -> None:
    server.fails(reply(201, body))
    with pytest.raises(errors.ResponseValidationError) as raised:
        call(mode, make(server.url, response_validation="strict"), "create")
    assert CREATED in str.__str__(raised.value.body)
    shown.add_error(raised.value)


def test_an_answer_that_is_no_json_shows_no_created_key(
    server: KeyServer, mode: str, shown: Shown
) -> None:
    server.fails(reply(201, f'{{"key": "{CREATED}"'))
    with pytest.raises(errors.ResponseValidationError) as raised:
        call(mode, make(server.url), "create")
    shown.add_error(raised.value)


def test_a_drifted_answer_shows_no_created_key(server: KeyServer, mode: str, shown: Shown) -> None:
    server.fails(reply(201, {"key": [CREATED], "data": CREATED[:3]}))
    shown.add_object(call(mode, make(server.url), "create"))


@pytest.mark.parametrize(
    "answer", [BROKEN_OFF, hang_up("reset"), hang_up("close")], ids=["in-body", "reset", "close"]
)
def test_a_call_without_an_answer_shows_nothing(
    server: KeyServer, mode: str, shown: Shown, answer: Any, transport: str
) -> None:
    server.fails(answer)
    with pytest.raises(errors.NoResponseError) as raised:
        call(mode, make(server.url), "create")
    shown.add_error(raised.value)
    cause = raised.value.__cause__
    if transport == "fast":  # its exceptions hold no request
        assert isinstance(cause, (aiohttp.ClientError, urllib3.exceptions.HTTPError, OSError))
        shown.add(repr(vars(cause)), pickle.dumps(cause).decode("latin-1"))
        return
    assert isinstance(cause, httpx2.RequestError)
    with pytest.raises(TypeError, match="A secret can't be pickled"):
        pickle.dumps(cause)


def test_frames_of_the_http_library_are_emptied(shown: Shown) -> None:
    def send(request: httpx2.Request) -> httpx2.Response:
        sent = request.headers["Authorization"]
        raise httpx2.WriteError(f"{len(sent)} bytes were not sent")

    with (
        httpx2.Client(transport=httpx2.MockTransport(send)) as mine,
        pytest.raises(errors.NoResponseError) as raised,
    ):
        OpenRouter(KEY, client=mine, retry_config=None).api_keys.list()
    frames: list[traceback.FrameSummary] = []
    error = raised.value.__cause__
    assert error is not None
    frames += traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), capture_locals=True
    )
    (sending,) = [frame for frame in frames if frame.name == "send" and "/tests/" in frame.filename]
    assert not sending.locals
    shown.add_error(raised.value)


@pytest.mark.parametrize("status", ["400", "401", "403", "429", "500"])
def test_failures_show_no_key(
    server: KeyServer, mode: str, clock: FakeClock, shown: Shown, status: str
) -> None:
    server.fails(reply(int(status), documented(status, "POST", "/keys")["example"]))
    with pytest.raises(errors.OpenRouterError) as raised:
        call(mode, make(server.url, clock), "create")
    shown.add_error(raised.value)


def test_headers_of_the_caller_are_not_shown(
    server: KeyServer, mode: str, clock: FakeClock, shown: Shown
) -> None:
    server.fails(hang_up(), reply(500), good)
    call(
        mode,
        make(server.url, clock, http_referer=KEY),
        "list",
        http_headers={"Cookie": KEY, "X-Api-Key": KEY, "Proxy-Authorization": KEY},
    )
    assert server.last.header("Cookie") == KEY
    assert len(server.seen) == 3
    assert "GET /keys: sending" in shown.text()


def test_a_key_from_a_function_is_not_shown(server: KeyServer, shown: Shown) -> None:
    server.fails(hang_up())
    with OpenRouter(lambda: KEY, server_url=server.url, retry_config=None) as client:
        shown.add_object(client)
        shown.add_object(client._session)
        with pytest.raises(errors.NoResponseError) as raised:
            asyncio.run(client.api_keys.list_async())
    assert server.last.header("Authorization") == f"Bearer {KEY}"
    shown.add_error(raised.value)
