"""Calls that are stopped: within their budget, by being cancelled, by Ctrl-C, by `close`."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest

from openrouter import OpenRouter, errors
from openrouter._runtime.retries import Clock
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.faults.support.harness import KEY, ROOT, FakeClock, KeyServer, call, good, make
from tests.faults.support.shown import Shown
from tests.support.server import Answer, Request, Script, raw, reply, stall
from tests.support.waiting import PATIENCE, PATIENCE_MS, eventually

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n"
AN_HOUR = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 3_600_000), True)
LATER = reply(429, b"", {"Retry-After": "3000"})
"""With tries for an hour, what makes a call wait for longer than any test does."""

STALLS = [pytest.param(stall(), id="headers"), pytest.param(raw(HEAD, then="stall"), id="body")]


# The budget


def slowly(clock: FakeClock, seconds: float, answer: Answer) -> Script:
    """An answer that takes so long that the clock shows it."""

    def script(request: Request) -> Answer:  # noqa: ARG001 - whatever it is
        clock.passed += seconds
        return answer

    return script


@pytest.mark.parametrize("seconds", [0.0, 1.0, 4.0, 29.9, 40.0])
@pytest.mark.parametrize("asked", [{}, {"Retry-After": "3"}, {"retry-after-ms": "2999"}])
def test_no_try_begins_after_the_budget(
    server: KeyServer, clock: FakeClock, mode: str, seconds: float, asked: dict[str, str]
) -> None:
    began: list[float] = []

    def answer(request: Request) -> Answer:  # noqa: ARG001 - whatever it is
        began.append(clock.passed)
        clock.passed += seconds
        return reply(503, b"busy", asked)

    server.answers(answer)
    with pytest.raises(errors.OpenRouterDefaultError):
        call(mode, make(server.url, clock), "list")
    assert began[0] == 0.0
    assert max(began) < 30.0
    # Only the last answer may come later: each is as slow as the server.
    assert clock.passed < 30.0 + seconds or len(began) == 1


@pytest.mark.parametrize("budget", [0, 1, 690, 2000])
def test_budget_of_the_caller_holds(
    server: KeyServer, clock: FakeClock, mode: str, budget: int
) -> None:
    server.answers(reply(500))
    retries = RetryConfig("backoff", BackoffStrategy(100, 400, 2, budget), True)
    with pytest.raises(errors.InternalServerResponseError):
        call(mode, make(server.url, clock), "list", retries=retries)
    assert clock.passed <= budget / 1000


# Being stopped


@pytest.mark.parametrize("answer", STALLS)
def test_a_cancelled_call_stops_at_once(server: KeyServer, clock: FakeClock, answer: Any) -> None:
    async def main() -> None:
        client = make(server.url, clock)
        task = asyncio.create_task(client.api_keys.create_async(name="ci"))
        assert await asyncio.to_thread(eventually, lambda: len(server.seen) == 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        # The client is still open: it is the connection of the call that has to go.
        assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)
        server.fails(good)
        await client.api_keys.list_async()
        await client.aclose()

    server.fails(answer)
    asyncio.run(main())
    assert server.made == 1
    assert clock.waits == []


class WatchedClock(Clock):
    """A real clock that says when somebody begins to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = asyncio.Event()

    async def sleep_async(self, seconds: float) -> None:
        self.waiting.set()
        await super().sleep_async(seconds)


def test_a_cancelled_call_does_not_wait_for_its_next_try(server: KeyServer) -> None:
    async def main() -> None:
        clock = WatchedClock()
        async with make(server.url, clock, retry_config=AN_HOUR) as client:
            task = asyncio.create_task(client.api_keys.list_async())
            await clock.waiting.wait()
            task.cancel()
            assert await asyncio.to_thread(eventually, task.done)
            with pytest.raises(asyncio.CancelledError):
                await task

    server.answers(LATER)
    asyncio.run(main())
    assert len(server.seen) == 1


PROGRAM = """
import signal, sys, threading, time
from openrouter import OpenRouter
from openrouter.utils import BackoffStrategy, RetryConfig

# As in a terminal: what a shell starts in the background ignores it.
signal.signal(signal.SIGINT, signal.default_int_handler)

WAITING = {"read", "sleep", "readinto"}

def tell_when_it_waits(where):
    # What matters is what a person would interrupt: not the microseconds before it waits.
    frame, functions = None, []
    while frame is None or functions[0] not in WAITING or not where & {*functions}:
        time.sleep(0.005)
        frame, functions = sys._current_frames()[threading.main_thread().ident], []
        while frame is not None:
            functions.append(frame.f_code.co_name)
            last, frame = frame, frame.f_back
        frame = last
    print("waiting", flush=True)

threading.Thread(target=tell_when_it_waits, args=[{*sys.argv[2].split()}], daemon=True).start()
retries = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 3_600_000), True)
client = OpenRouter(
    "sk-from-a-test", server_url=sys.argv[1], retry_config=retries, timeout_ms=3_600_000
)
try:
    client.api_keys.create(name="ci")
except KeyboardInterrupt:
    print("stopped", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        pytest.param(stall(), "_receive_response_headers getresponse", id="headers"),
        pytest.param(raw(HEAD, then="stall"), "_receive_response_body read1", id="body"),
        pytest.param(LATER, "sleep", id="before-the-next-try"),
    ],
)
def test_ctrl_c_stops_a_call_at_once(
    server: KeyServer, shown: Shown, tmp_path: Path, answer: Answer, where: str
) -> None:
    server.fails(answer)
    path = tmp_path / "program.py"
    path.write_text(PROGRAM, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-X", "dev", path, server.url, where],
        env={
            "PYTHONPATH": str(ROOT / "generated/src"),
            "OPENROUTER_TRANSPORT": os.environ["OPENROUTER_TRANSPORT"],
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert next_line(program) == "waiting\n"
            program.send_signal(signal.SIGINT)
            assert next_line(program) == "stopped\n"
            if answer.then == "stall":
                # The program still runs, its client open: it was the call that closed its
                # connection.
                assert eventually(lambda: server.open_connections() == 0)
            assert program.poll() is None
            out, err = program.communicate("\n", timeout=PATIENCE)
        finally:
            program.kill()
    shown.add(out, err)
    assert (program.returncode, err) == (0, "")
    assert len(server.seen) == 1


def next_line(program: subprocess.Popen[str]) -> str:
    """Read a line that is written after all that was read before it."""
    output = program.stdout
    assert output is not None
    assert eventually(lambda: select.select([output.fileno()], [], [], 0)[0] != [])
    return output.readline()


# Being closed


class Calling(threading.Thread):
    """A thread that makes a call, and keeps what comes of it."""

    def __init__(self, client: OpenRouter) -> None:
        super().__init__(daemon=True)
        self.client = client
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.client.api_keys.list()
        except BaseException as error:  # noqa: BLE001 - the test looks at it
            self.error = error


@pytest.mark.parametrize("answer", STALLS)
def test_closing_the_client_stops_a_call_at_once(server: KeyServer, answer: Answer) -> None:
    server.answers(answer)
    client = OpenRouter(KEY, server_url=server.url, timeout_ms=2 * PATIENCE_MS)
    thread = Calling(client)
    thread.start()
    assert eventually(lambda: len(server.seen) == 1)
    client.close()
    assert eventually(lambda: server.open_connections() == 0)
    assert eventually(lambda: not thread.is_alive())
    assert isinstance(thread.error, (RuntimeError, errors.NoResponseError))


def test_closing_the_client_ends_the_wait_for_the_next_try(server: KeyServer) -> None:
    server.answers(LATER)
    client = OpenRouter(KEY, server_url=server.url, retry_config=AN_HOUR)
    thread = Calling(client)
    thread.start()
    assert eventually(lambda: len(server.seen) == 1)
    client.close()
    assert eventually(lambda: not thread.is_alive())
    assert isinstance(thread.error, RuntimeError)


def test_a_wait_looks_every_tenth_of_a_second_whether_it_was_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    with monkeypatch.context() as patch:
        patch.setattr("time.sleep", naps.append)
        Clock(lambda: len(naps) == 2).sleep(3000)
        patch.setattr("anyio.sleep", nap)
        asyncio.run(Clock(lambda: len(naps) == 4).sleep_async(3000))
    assert naps == [0.1, 0.1, 0.1, 0.1]


@pytest.mark.parametrize("answer", STALLS)
def test_closing_the_client_stops_an_async_call_at_once(server: KeyServer, answer: Answer) -> None:
    async def main() -> None:
        client = OpenRouter(KEY, server_url=server.url, timeout_ms=2 * PATIENCE_MS)
        task = asyncio.create_task(client.api_keys.list_async())
        assert await asyncio.to_thread(eventually, lambda: len(server.seen) == 1)
        await client.aclose()
        assert await asyncio.to_thread(eventually, task.done)
        with pytest.raises((RuntimeError, errors.NoResponseError)):
            await task
        assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)

    server.answers(answer)
    asyncio.run(main())


@pytest.mark.parametrize("answer", [*STALLS, pytest.param(LATER, id="before-the-next-try")])
def test_closing_the_client_in_another_thread_stops_an_async_call(
    server: KeyServer, answer: Answer
) -> None:
    async def main() -> None:
        client = make(server.url, retry_config=AN_HOUR)
        task = asyncio.create_task(client.api_keys.list_async())
        assert await asyncio.to_thread(eventually, lambda: len(server.seen) == 1)
        await asyncio.to_thread(client.close)
        assert await asyncio.to_thread(eventually, task.done)
        with pytest.raises((RuntimeError, errors.NoResponseError)):
            await task
        assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)

    server.answers(answer)
    asyncio.run(main())


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_closing_the_client_leaves_a_call_through_the_callers_own(
    server: KeyServer, library: Any
) -> None:
    closed = threading.Event()

    def answer(request: Request) -> Answer:
        closed.wait(PATIENCE)
        return good(request)

    server.answers(answer)
    with library.Client(timeout=PATIENCE) as mine:
        client = make(server.url, client=mine)
        thread = Calling(client)
        thread.start()
        assert eventually(lambda: len(server.seen) == 1)
        client.close()
        closed.set()
        assert eventually(lambda: not thread.is_alive())
        assert thread.error is None
        assert not mine.is_closed
