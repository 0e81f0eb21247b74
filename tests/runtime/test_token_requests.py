"""Requests for tokens: they have the limits of the call, and what comes of them is shared."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any

import pytest

from sdkwright.runtime import drivers
from sdkwright.runtime.auth.credentials import Alternatives, Scheme, Setting
from sdkwright.runtime.auth.oauth import ClientCredentials
from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import NoResponseError, ResponseError, ResponseTimeoutError
from sdkwright.runtime.hooks import Hooks
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig
from sdkwright.runtime.session import Session
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import SDK
from tests.support.server import Answer, Request, Server, hang_up, reply, stall
from tests.support.waiting import PATIENCE, PATIENCE_MS, eventually

CALLS = 8
SCHEMES: dict[str, Scheme] = {
    "fetched": ClientCredentials(
        Setting("ready", "T_READY"),
        Setting("client_id", "T_CLIENT_ID"),
        Setting("client_secret", "T_CLIENT_SECRET"),
        Setting("token_url", "T_TOKEN_URL"),
        "/token",
    )
}
FETCHED: Alternatives = (("fetched",),)
GET: Operation[None] = Operation("o", "GET", "/o", returns={204: None}, security=FETCHED)

both = pytest.mark.parametrize("mode", ["sync", "async"])


def session(
    server: Server, clock: FakeClock | None = None, secret: Any = "s", **settings: Any
) -> Session:
    made = Session(
        SDK._replace(schemes=SCHEMES, security=()),
        credentials={"client_id": "me", "client_secret": secret},
        parameters={},
        server=None,
        server_url=server.url,
        client=None,
        async_client=None,
        debug_logger=None,
        response_validation="lenient",
        **{"timeout_ms": PATIENCE_MS, "retry_config": UNSET, **settings},
    )
    made.clock = clock or made.clock
    return made


def call(made: Session, mode: str, **options: Any) -> None:
    if mode == "sync":
        made.run(Call(GET, {}, **options))
    else:
        asyncio.run(made.run_async(Call(GET, {}, **options)))


def tokens_asked(server: Server) -> int:
    return sum(seen.target == "/token" for seen in server.seen)


@both
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"nonsense",
        b'{"access_token":null}',
        b'{"access_token":123}',
        b'{"access_token":{"a":1}}',
        b'{"access_token":""}',
        b'{"access_token":" "}',
        b'{"access_token":"a\\nb"}',
        b'{"access_token":"a\\n"}',
        '{"access_token":"ä"}'.encode(),
        b'{"error":"invalid_client"}',
    ],
)
def test_a_success_without_a_usable_token_is_an_error(
    server: Server, mode: str, body: bytes
) -> None:
    server.answers(reply(200, body))
    with pytest.raises(ResponseError, match=r"no usable access token|it is not JSON") as raised:
        call(session(server), mode)
    assert [seen.target for seen in server.seen] == ["/token"]
    assert raised.value.status_code == 200
    assert ("invalid_client" in str(raised.value)) == (b"invalid_client" in body)


@both
def test_a_token_is_sent_as_it_came(server: Server, mode: str) -> None:
    server.answers(reply(200, {"access_token": "a b~!="}), reply(204))
    call(session(server), mode)
    assert server.last.header("Authorization") == "Bearer a b~!="


@both
@pytest.mark.parametrize(
    ("settings", "options", "asked"),
    [
        ({}, {}, 3),
        ({}, {"retries": None}, 1),
        ({}, {"max_retries": 0}, 1),
        ({}, {"max_retries": 3}, 4),
        ({"retry_config": None}, {}, 1),
        ({"max_retries": 1}, {}, 2),
        ({}, {"retries": RetryConfig("backoff", BackoffStrategy(500, 500, 1, 600), True)}, 2),
    ],
)
def test_a_token_request_is_retried_like_the_call(  # noqa: PLR0917 - fixtures and a table
    server: Server,
    clock: FakeClock,
    mode: str,
    settings: dict[str, Any],
    options: dict[str, Any],
    asked: int,
) -> None:
    server.answers(reply(503))
    with pytest.raises(ResponseError, match="503"):
        call(session(server, clock, **settings), mode, **options)
    assert [seen.target for seen in server.seen] == ["/token"] * asked


@both
@pytest.mark.usefixtures("only_stalls_time_out")
def test_a_token_request_has_the_time_out_of_the_call(server: Server, mode: str) -> None:
    server.answers(stall())
    with pytest.raises(ResponseTimeoutError, match="POST /token"):
        call(session(server), mode, timeout_ms=50, retries=None)
    assert [seen.target for seen in server.seen] == ["/token"]


@both
@pytest.mark.parametrize(("seconds", "tries"), [(10, 2), (20, 1)])
def test_a_token_request_takes_from_the_time_for_retries(
    server: Server, clock: FakeClock, mode: str, seconds: float, tries: int
) -> None:
    def answer(request: Request) -> Answer:
        if request.target == "/token":
            clock.time += seconds
            return reply(200, {"access_token": "t"})
        return reply(503, b"", {"Retry-After": "15"})

    server.answers(answer)
    with pytest.raises(ResponseError, match="503"):
        call(session(server, clock), mode, max_retries=1)
    assert len(server.seen) == 1 + tries


class Gate:
    """Holds back what is answered to requests for tokens until it is opened."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked = threading.Event()
        self.opened = threading.Event()

    def __call__(self, request: Request) -> Answer:
        if request.target != "/token":
            return reply(204)
        self.asked.set()
        self.opened.wait(PATIENCE)
        return self.answer


class Waits:
    """Counts the threads that wait for a token."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        waits = self
        self.count = 0
        counting = threading.Lock()

        class Event(threading.Event):
            def wait(self, timeout: float | None = None) -> bool:
                with counting:
                    waits.count += 1
                return super().wait(timeout)

        threads = SimpleNamespace(Event=Event, get_ident=threading.get_ident)
        monkeypatch.setattr(drivers, "threading", threads)


def outcomes(calls: list[Callable[[], object]]) -> tuple[list[threading.Thread], list[Any]]:
    """Make calls in threads; return these, and a list that gets what comes of each call."""
    found: list[Any] = []

    def run(one: Callable[[], object]) -> None:
        try:
            found.append(one())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of it
            found.append(error)

    threads = [threading.Thread(target=run, args=[one]) for one in calls]
    return threads, found


DEAD = [hang_up(), reply(503), reply(200, {"error": "no"}), reply(403, {"error": "no"})]


@pytest.mark.parametrize("answer", DEAD, ids=["closed", "503", "no-token", "403"])
def test_a_failure_fails_all_threads_that_wait(
    server: Server, monkeypatch: pytest.MonkeyPatch, answer: Answer
) -> None:
    gate, waits = Gate(answer), Waits(monkeypatch)
    server.answers(gate)
    made = session(server)
    threads, found = outcomes([lambda: call(made, "sync", max_retries=0)] * CALLS)
    for thread in threads:
        thread.start()
    assert eventually(lambda: waits.count == CALLS - 1)
    gate.opened.set()
    for thread in threads:
        thread.join()
    check_shared(server, found)


@pytest.mark.parametrize("answer", DEAD, ids=["closed", "503", "no-token", "403"])
def test_a_failure_fails_all_tasks_that_wait(server: Server, answer: Answer) -> None:
    gate = Gate(answer)
    server.answers(gate)
    made = session(server)

    async def main() -> list[Any]:
        calls = (made.run_async(Call(GET, {}, max_retries=0)) for _ in range(CALLS))
        tasks = [asyncio.create_task(one) for one in calls]
        await asyncio.to_thread(gate.asked.wait, PATIENCE)
        gate.opened.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    check_shared(server, asyncio.run(main()))


def check_shared(server: Server, found: list[Any]) -> None:
    """Check that all calls failed for the same reason, each with an exception of its own."""
    assert len(found) == CALLS
    assert all(isinstance(each, ResponseError | NoResponseError) for each in found)
    assert len({str(each) for each in found}) == 1
    assert len({id(each) for each in found}) == CALLS
    assert tokens_asked(server) == 1


def test_a_failure_of_an_impatient_call_is_not_that_of_a_patient_one(
    server: Server, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, waits = Gate(reply(503)), Waits(monkeypatch)
    server.answers(gate)
    made = session(server, clock)
    threads, found = outcomes(
        [lambda: call(made, "sync", max_retries=0), lambda: call(made, "sync")]
    )
    threads[0].start()
    assert gate.asked.wait(PATIENCE)
    threads[1].start()
    assert eventually(lambda: waits.count == 1)
    gate.opened.set()
    for thread in threads:
        thread.join()
    assert [str(each) for each in found] == [
        "The server sent no message (503 Service Unavailable, POST /token)"
    ] * 2
    assert tokens_asked(server) == 1 + 3


@pytest.mark.parametrize("waiting", ["sync", "async"])
def test_a_call_waits_for_the_token_of_another_no_longer_than_for_its_own(
    server: Server, waiting: str
) -> None:
    gate = Gate(reply(200, {"access_token": "t"}))
    server.answers(gate)
    made = session(server)
    hasty: Any = {"timeout_ms": 50, "retries": None}
    late = r"^No token within 0\.05 s: another call is still waiting for it$"
    if waiting == "sync":
        threads, found = outcomes([lambda: call(made, "sync")])
        threads[0].start()
        assert gate.asked.wait(PATIENCE)
        with pytest.raises(ResponseTimeoutError, match=late):
            call(made, "sync", **hasty)
        gate.opened.set()
        threads[0].join()
        assert found == [None]
    else:

        async def main() -> None:
            first = asyncio.create_task(made.run_async(Call(GET, {})))
            await asyncio.to_thread(gate.asked.wait, PATIENCE)
            with pytest.raises(ResponseTimeoutError, match=late):
                await made.run_async(Call(GET, {}, **hasty))
            gate.opened.set()
            await first

        asyncio.run(main())
    assert tokens_asked(server) == 1


def test_a_token_that_is_not_kept_is_shared_by_those_who_wait(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, waits = Gate(reply(200, {"access_token": "t", "expires_in": 0})), Waits(monkeypatch)
    server.answers(gate)
    made = session(server)
    threads, found = outcomes([lambda: call(made, "sync")] * CALLS)
    for thread in threads:
        thread.start()
    assert eventually(lambda: waits.count == CALLS - 1)
    gate.opened.set()
    for thread in threads:
        thread.join()
    assert found == [None] * CALLS
    assert tokens_asked(server) == 1


@both
def test_a_hook_of_a_token_request_can_not_call_what_needs_the_token(
    server: Server, mode: str
) -> None:
    def nested(_context: object, _request: object) -> Coroutine[Any, Any, None] | None:
        return made.run_async(Call(GET, {})) if mode == "async" else made.run(Call(GET, {}))

    server.answers(reply(200, {"access_token": "t"}))
    made = session(server, hooks=Hooks(before_request=nested))
    with pytest.raises(RuntimeError, match="calls an operation that needs the token"):
        call(made, mode)
    assert server.seen == []


def test_an_exception_of_the_caller_is_its_own(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = Waits(monkeypatch)
    began, go = threading.Event(), threading.Event()
    secrets = iter([None, "s"])

    def secret() -> str:
        given = next(secrets)
        if given is None:
            began.set()
            go.wait(PATIENCE)
            raise LookupError("the vault is closed")
        return given

    server.answers(
        lambda request: (
            reply(200, {"access_token": "t"}) if request.target == "/token" else reply(204)
        )
    )
    made = session(server, secret=secret)
    threads, found = outcomes([lambda: call(made, "sync")] * 2)
    threads[0].start()
    assert began.wait(PATIENCE)
    threads[1].start()
    assert eventually(lambda: waits.count == 1)
    go.set()
    for thread in threads:
        thread.join()
    assert sorted(map(repr, found)) == ["LookupError('the vault is closed')", "None"]


@both
@pytest.mark.parametrize("body", ["you sent {}", {"error": "invalid_client", "hint": "{}"}])
def test_a_server_that_repeats_the_request_does_not_spread_the_secret(
    server: Server, mode: str, body: Any
) -> None:
    def echo(request: Request) -> Answer:
        seen = f"{request.header('Authorization')} {request.body.decode()}"
        if isinstance(body, str):
            return reply(400, body.format(seen))
        return reply(400, {**body, "hint": seen})

    server.answers(echo)
    made = session(server, secret="s&cret-0123", retry_config=None)
    with pytest.raises(ResponseError) as raised:
        call(made, mode)
    error = raised.value
    shown = f"{error} {error!r} {error.args} {error.message} {error.body} {error.data}"
    for text in ("s&cret-0123", "s%26cret-0123", "bWU6cyUyNmNyZXQtMDEyMw=="):
        assert text not in shown
    assert "**********" in error.body


@both
def test_a_token_request_has_the_deadline_of_its_call(server: Server, mode: str) -> None:
    server.answers(stall())
    made = session(server, retry_config=None)
    late = Call(GET, {}, deadline_ms=200)
    with pytest.raises(ResponseTimeoutError, match=r"POST /token .*\(deadline_ms\) is over$"):
        made.run(late) if mode == "sync" else asyncio.run(made.run_async(late))
