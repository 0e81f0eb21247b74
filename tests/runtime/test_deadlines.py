"""Calls with a deadline end in time, however slowly a server sends."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import httpx2
import pytest

from sdkwright.runtime.coroutines import run
from sdkwright.runtime.drivers import SYNC
from sdkwright.runtime.errors import ResponseError, ResponseTimeoutError
from sdkwright.runtime.hooks import Hooks
from sdkwright.runtime.retries import BackoffStrategy, Clock, RetryConfig
from sdkwright.runtime.transports.transport import DeadlineError
from tests.runtime.conftest import KEY, Caller, FakeClock
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import PetStore
from tests.support.server import Answer, Request, Server, raw, reply, stall
from tests.support.waiting import PATIENCE_MS, eventually

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
NEVER_COMPLETE = {
    "before-the-status": stall(),
    "in-the-headers": raw(HEAD + b"X-Long: ", then="trickle"),
    "in-the-body": raw(HEAD + b'Content-Length: 999999\r\n\r\n{"', then="trickle"),
    "in-a-chunk": raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffff\r\n", then="trickle"),
}
QUICK = RetryConfig("backoff", BackoffStrategy(1, 1, 1, 30_000), True)
LATE = r"the time of the call \(deadline_ms\) is over$"

endless = pytest.mark.parametrize("answer", NEVER_COMPLETE.values(), ids=NEVER_COMPLETE)


@endless
def test_an_answer_that_does_not_end_is_given_up(
    call: Caller, server: Server, answer: Answer
) -> None:
    server.answers(answer)
    client = call.client(clock=Clock())
    with pytest.raises(ResponseTimeoutError, match=rf"^No response to GET .*{LATE}") as raised:
        call("get", client, id="p1", deadline_ms=200, retries=None)
    assert isinstance(raised.value, TimeoutError)


def test_a_failure_whose_body_does_not_end_is_still_a_failure(call: Caller, server: Server) -> None:
    head = b"HTTP/1.1 404 No\r\nContent-Length: 99999\r\n\r\n"
    server.answers(raw(head, then="trickle"))
    client = call.client(clock=Clock())
    with pytest.raises(ResponseError) as raised:
        call("get", client, id="p1", deadline_ms=400, retries=None)
    assert (raised.value.status_code, raised.value.body) == (404, "")


@endless
def test_the_deadline_of_the_client_holds_for_all_calls(
    call: Caller, server: Server, answer: Answer
) -> None:
    server.answers(answer)
    client = call.client(clock=Clock(), deadline_ms=200, retry_config=None)
    with pytest.raises(ResponseTimeoutError, match=LATE):
        call("create", client, name="Rex")


def test_a_time_out_at_the_deadline_is_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    class Never(threading.Timer):
        def start(self) -> None:
            """Like a thread that gets no processor time."""

    monkeypatch.setattr("threading.Timer", Never)

    async def fail_later() -> None:
        threading.Event().wait(0.02)
        raise httpx2.ConnectTimeout("timed out")

    async def fail_at_once() -> None:
        raise httpx2.ConnectTimeout("timed out")

    with pytest.raises(DeadlineError, match=LATE):
        run(SYNC.within(0.01, fail_later(), lambda: None))
    with pytest.raises(httpx2.ConnectTimeout):
        run(SYNC.within(60, fail_at_once(), lambda: None))


def test_other_calls_of_a_client_go_on(server: Server) -> None:
    gate = threading.Event()

    def answer(request: Request) -> Answer:
        if request.target.endswith("/slow"):
            return stall()
        gate.wait()
        return reply(200, REX)

    server.answers(answer)
    found: list[Any] = []
    with PetStore(KEY, server_url=server.url, timeout_ms=PATIENCE_MS) as client:
        other = threading.Thread(target=lambda: found.append(client.pets.get(id="p1")))
        other.start()
        assert eventually(lambda: len(server.seen) == 1)
        with pytest.raises(ResponseTimeoutError, match=LATE):
            client.pets.get(id="slow", deadline_ms=100, retries=None)
        gate.set()
        other.join()
    assert [pet.name for pet in found] == ["Rex"]


def test_attempts_and_waits_end_with_the_deadline(call: Caller, server: Server) -> None:
    server.answers(reply(503, {"message": "busy"}, {"Retry-After": "20"}))
    client = call.client(clock=Clock())
    with pytest.raises(ResponseError, match="busy"):
        call("get", client, id="p1", deadline_ms=5_000, retries=QUICK)
    assert len(server.seen) == 1  # the next attempt would be too late


def test_a_last_answer_is_raised_if_the_deadline_ends_a_retry(call: Caller, server: Server) -> None:
    server.answers(reply(503, {"message": "busy"}), stall())
    client = call.client(clock=Clock())
    with pytest.raises(ResponseError, match="busy") as raised:
        call("get", client, id="p1", deadline_ms=400, retries=QUICK)
    assert isinstance(raised.value.__cause__, ResponseTimeoutError)
    assert len(server.seen) == 2


def test_a_call_in_time_is_not_disturbed(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    client = call.client(clock=Clock(), deadline_ms=PATIENCE_MS)
    for _ in range(3):
        assert call("get", client, id="p1").name == "Rex"
    timers = [each for each in threading.enumerate() if isinstance(each, threading.Timer)]
    assert all(timer.finished.is_set() for timer in timers)  # and their threads end now


def test_a_connection_is_waited_for_no_longer_than_the_call_has(
    call: Caller, server: Server
) -> None:
    seen: list[dict[str, float]] = []
    hooks = Hooks(before_request=lambda _, request: seen.append(request.extensions["timeout"]))
    server.answers(reply(200, REX))
    call("get", call.client(hooks=hooks, timeout_ms=5_000), id="p1", deadline_ms=2_000)
    call("get", call.client(hooks=hooks, timeout_ms=5_000), id="p1", deadline_ms=9_000)
    assert [tuple(timeouts.values()) for timeouts in seen] == [(2, 5, 5, 2), (5, 5, 5, 5)]


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize(("timeout_ms", "expected"), [(None, (3, 3, 3, 3)), (5_000, (2, 5, 5, 2))])
def test_a_deadline_leaves_the_time_outs_of_the_callers_client(
    server: Server, library: Any, timeout_ms: int | None, expected: tuple[float, ...]
) -> None:
    seen: list[dict[str, float]] = []
    hooks = Hooks(before_request=lambda _, request: seen.append(request.extensions["timeout"]))
    server.answers(reply(200, REX))
    with library.Client(timeout=3) as mine:
        client = PetStore(KEY, server_url=server.url, client=mine, hooks=hooks, clock=FakeClock())
        client.pets.get(id="p1", deadline_ms=2_000, timeout_ms=timeout_ms)
    assert [tuple(timeouts.values()) for timeouts in seen] == [expected]


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_what_a_caller_reads_afterwards_is_not_limited(server: Server, mode: str) -> None:
    server.answers(raw(HEAD + b"Content-Length: 30\r\n\r\n", then="trickle"))
    with PetStore(KEY, server_url=server.url, timeout_ms=PATIENCE_MS) as client:
        pets: Any = client.pets._streamed()
        if mode == "sync":
            response = pets.get(id="p1", deadline_ms=300)
            threading.Event().wait(0.4)  # the deadline passes
            assert response.read() == b"x" * 30
            return

        async def read() -> bytes:
            streamed = await pets.get_async(id="p1", deadline_ms=300)
            await asyncio.sleep(0.4)
            content: bytes = await streamed.read()
            return content

        assert asyncio.run(read()) == b"x" * 30


@pytest.mark.parametrize("milliseconds", [0, -1, float("nan"), float("inf"), 10**400, "1", True])
def test_a_deadline_that_is_no_time_is_refused(call: Caller, milliseconds: Any) -> None:
    with pytest.raises(ValueError, match=r"^deadline_ms must be positive and at most 2,147"):
        call("get", id="p1", deadline_ms=milliseconds)
    with pytest.raises(ValueError, match=r"^deadline_ms must be positive and at most 2,147"):
        PetStore(KEY, deadline_ms=milliseconds)
