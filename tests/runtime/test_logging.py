"""What is logged, and what is shown anywhere: never a secret, never a body."""

from __future__ import annotations

import copy
import io
import logging
import os
import pickle
import re
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import httpx2
import pytest

import sdkwright
from sdkwright.runtime.errors import NoResponseError
from sdkwright.runtime.logs import Log
from sdkwright.runtime.masking import SecretBytes
from tests.runtime.conftest import KEY, Caller, FakeClock
from tests.runtime.support.examples import NOT_FOUND, REX
from tests.runtime.support.sdk import NotFoundError, PetStore
from tests.support.libraries import LOST
from tests.support.server import Answer, Request, Server, hang_up, reply

GENERATOR = Path(sdkwright.__file__).parents[1]
TOKEN = {"id": "t1", "token": "sk-created-987"}


class Lines:
    """A logger that has nothing but `debug`."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def debug(self, msg: str, *args: Any, **_: Any) -> None:
        self.lines.append(msg % args)


def test_logs_requests_responses_and_retries(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "petstore")
    server.answers(
        reply(429, "later", {"Retry-After": "3"}), reply(200, REX, {"X-Request-Id": "r"})
    )
    call("get", id="p1")
    lines = [record.getMessage() for record in caplog.records if record.name == "petstore"]
    assert [line.partition("; headers")[0] for line in lines] == [
        f"GET /pets/{{id}}: sending to {server.url}/api/v1/pets/p1",
        "GET /pets/{id}: status 429 in 0 ms",
        "GET /pets/{id}: status 429; try 2 in 3.25 s",
        f"GET /pets/{{id}}: sending to {server.url}/api/v1/pets/p1",
        "GET /pets/{id}: status 200 in 0 ms",
    ]
    assert "'authorization': '**********'" in lines[0]
    assert "'x-request-id': 'r'" in lines[4]


def test_logs_why_there_was_no_response(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "petstore")
    server.answers(hang_up(), reply(200, REX))
    call("get", id="p1")
    assert re.search(LOST, caplog.text)
    assert "; try 2 in 0.50 s" in caplog.text


def test_logger_of_the_caller_needs_debug_only(call: Caller, server: Server) -> None:
    lines = Lines()
    server.answers(reply(200, REX))
    call("get", call.client(debug_logger=lines), id="p1")
    assert [line.partition("; headers")[0] for line in lines.lines] == [
        f"GET /pets/{{id}}: sending to {server.url}/api/v1/pets/p1",
        "GET /pets/{id}: status 200 in 0 ms",
    ]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:word@pets.example/a?key=k#f", "https://pets.example/a"),
        ("https://pets.example", "https://pets.example"),
        ("http://[::1]:81/a@b", "http://[::1]:81/a@b"),
    ],
)
def test_what_may_be_secret_in_a_url_is_not_logged(url: str, shown: str) -> None:
    lines = Lines()
    Log("petstore", lines).request("GET /a", httpx2.Request("GET", url))
    assert lines.lines[0].startswith(f"GET /a: sending to {shown}; headers")


def test_a_response_has_its_time(
    call: Caller, server: Server, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    def slow(_: Request) -> Answer:
        clock.time += 1.25
        return reply(200, REX)

    caplog.set_level(logging.DEBUG, "petstore")
    server.answers(slow)
    call("get", id="p1")
    assert "status 200 in 1250 ms" in caplog.text


def test_retries_are_told_at_level_info(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "petstore")
    server.answers(reply(503), reply(200, REX))
    call("get", id="p1")
    assert [(each.levelname, each.getMessage()) for each in caplog.records] == [
        ("INFO", "GET /pets/{id}: status 503; try 2 in 0.50 s")
    ]


PROGRAM = """
import httpx2, logging
from sdkwright.runtime.logs import Log
{setup}
for _ in range(2):
    log = Log("petstore", None, "PETSTORE_LOG")
if log.enabled:
    log.request("GET /a", httpx2.Request("GET", "https://pets.example/a"))
if log.tells_retries:
    log.retry("GET /a", "status 503", 0.5, 2)
"""


@pytest.mark.parametrize(
    ("value", "setup", "expected"),
    [
        (
            "debug",
            "",
            [" DEBUG petstore: GET /a: sending to", " INFO petstore: GET /a: status 503"],
        ),
        ("INFO", "", [" INFO petstore: GET /a: status 503"]),
        ("", "", []),
        ("info", "logging.basicConfig(format='mine: %(message)s')", ["mine: GET /a: status 503"]),
    ],
)
def test_the_environment_turns_logging_on(value: str, setup: str, expected: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(setup=setup)],
        env={**os.environ, "PYTHONPATH": str(GENERATOR), "PETSTORE_LOG": value},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stderr.splitlines()
    assert len(lines) == len(expected), done.stderr
    assert all(part in line for part, line in zip(expected, lines, strict=True))


def test_the_environment_names_a_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETSTORE_LOG", "loud")
    with pytest.raises(ValueError, match=r'^PETSTORE_LOG must be "debug" or "info", not'):
        PetStore(KEY)


def test_formats_nothing_unless_enabled(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    for method in ("request", "response", "retry"):
        monkeypatch.setattr(Log, method, fail)
    server.answers(hang_up(), reply(200, REX))
    assert call("get", id="p1").name == "Rex"


# Secrets


def everything_shown(error: BaseException) -> str:
    """All that a person or a tool for error reports may see of an exception."""
    seen = [repr(error), str(error), repr(error.args)]
    seen += traceback.format_exception(error)
    while True:
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(error.__traceback__), capture_locals=True
        )
        # The frames of a caller have what the caller gave.
        seen += [repr(frame.locals) for frame in frames if "tests" not in frame.filename]
        if error.__cause__ is None:
            break
        error = error.__cause__
        seen += [repr(vars(error)), repr(error.args)]
        if (request := getattr(error, "_request", None)) is not None:
            seen.append(repr(vars(request)))
    return "\n".join(seen)


def test_exceptions_show_no_key(call: Caller, server: Server) -> None:
    client = call.client()
    server.answers(hang_up())
    with pytest.raises(NoResponseError) as raised:
        call("get", client, id="p1", retries=None)
    assert KEY not in everything_shown(raised.value)


def test_failures_show_no_key(call: Caller, server: Server) -> None:
    server.answers(reply(404, NOT_FOUND))
    with pytest.raises(NotFoundError) as raised:
        call("get", id="p1")
    assert KEY not in everything_shown(raised.value)
    assert KEY not in repr(vars(raised.value))
    assert KEY.encode() not in pickle.dumps(raised.value)


@pytest.mark.httpx2_only  # the exceptions of the others hold no request
def test_a_request_can_not_be_pickled_with_its_key(call: Caller, server: Server) -> None:
    server.answers(hang_up())
    with pytest.raises(NoResponseError) as raised:
        call("get", id="p1", retries=None)
    with pytest.raises(TypeError, match="A secret can't be pickled"):
        pickle.dumps(raised.value.__cause__)
    assert KEY.encode() not in pickle.dumps(raised.value)


@pytest.mark.parametrize("key", [KEY, lambda: KEY], ids=["text", "function"])
def test_a_client_shows_no_key(call: Caller, server: Server, key: Any) -> None:
    server.answers(reply(200, REX))
    client = call.client(api_key=key)
    call("get", client, id="p1")
    assert repr(client) == "PetStore(api_key=**********)"
    session = client._session
    for shown in (str(client), repr(vars(client)), repr(vars(session)), repr(vars(client.pets))):
        assert KEY not in shown


@pytest.mark.parametrize("copier", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_can_not_be_copied(copier: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^PetStore holds .* and can't be copied or pickled; create"
    ):
        copier(PetStore(KEY))


@pytest.mark.parametrize("copier", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_resource_can_not_be_copied(copier: Any) -> None:
    with pytest.raises(TypeError, match=r"^Pets holds .* and can't be copied or pickled; create"):
        copier(PetStore(KEY).pets)


@pytest.mark.parametrize("name", ["list", "list_async", "list_iter"])
def test_a_method_can_not_be_pickled(name: str) -> None:
    with pytest.raises(TypeError, match=r"^Pets holds .* and can't be copied or pickled; create"):
        pickle.dumps(getattr(PetStore(KEY).pets, name))


def test_the_log_has_no_secret_and_no_body(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lines = Lines()
    server.answers(
        reply(500, "the body", {"Set-Cookie": "sk-cookie", "X-Auth": "sk-auth"}),
        reply(200, TOKEN),
    )
    client = call.client(debug_logger=lines, tenant="sk-tenant")
    call("pay", client, idempotency_key="sk-id", http_headers={"Cookie": "sk-mine"})
    call("pay", call.client())
    shown = "\n".join(lines.lines) + "".join(
        record.getMessage() for record in caplog.records if record.name == "petstore"
    )
    assert shown
    assert "sk-" not in shown
    assert "the body" not in shown


def test_a_secret_header_is_masked_however_it_is_written() -> None:
    secret = SecretBytes(b"sk-hidden")
    assert {str(secret), repr(secret), f"{secret}", f"{secret!r}"} == {"**********"}
    assert bytes(secret) == b"sk-hidden"


def test_a_created_key_is_not_printed(call: Caller, server: Server) -> None:
    server.answers(reply(200, TOKEN))
    printed = io.StringIO()
    print(call("pay"), file=printed)
    assert printed.getvalue() == "Token(id='t1', token=**********)\n"
