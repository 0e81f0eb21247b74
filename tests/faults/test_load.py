"""Many threads, event loops, processes and clients."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from openrouter import OpenRouter
from openrouter._runtime.transports.urllib3 import Urllib3Transport
from openrouter.api_keys import APIKeys
from tests.faults.support.harness import KEY, ROOT, KeyServer, good
from tests.faults.support.shown import Shown
from tests.support.server import reply
from tests.support.waiting import PATIENCE

THREADS = 64
CALLS_OF_A_THREAD = 20

PRELUDE = """\
import asyncio, gc, logging, os, sys, threading
from openrouter import OpenRouter

URL = sys.argv[1]
logging.getLogger("asyncio").setLevel("ERROR")  # below that it only says what is slow

def client():
    return OpenRouter("sk-from-a-test", server_url=URL + "/api/v1")

"""


def run_silently(server: KeyServer, shown: Shown, tmp_path: Path, program: str) -> None:
    """Run a program that makes calls, prints nothing, and leaves no connection open."""
    server.fails(good)
    path = tmp_path / "program.py"
    path.write_text(PRELUDE + textwrap.dedent(program), "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", path, server.url],
        env={
            "PYTHONPATH": str(ROOT / "generated/src"),
            "OPENROUTER_TRANSPORT": os.environ["OPENROUTER_TRANSPORT"],
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    shown.add(done.stdout, done.stderr)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def counted(monkeypatch: pytest.MonkeyPatch, kind: type, made: list[str]) -> None:
    """Note each object of a class that is made."""
    original = kind.__init__  # type: ignore[misc] # it is put back as it was

    def init(self: object, *args: object, **options: object) -> None:
        made.append(kind.__name__)
        original(self, *args, **options)

    monkeypatch.setattr(kind, "__init__", init)


@pytest.fixture
def restless() -> Iterator[None]:
    """Let threads take turns so often that each call is interrupted many times.

    A response that calls shared by mistake was noticed in 20 of 20 runs, and in none of 4 with ten
    times as many calls at the usual interval, 5 ms.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless")
def test_64_threads_share_a_client(
    server: KeyServer, transport: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    used: set[APIKeys] = set()
    kind = Urllib3Transport if transport == "fast" else httpx2.Client
    counted(monkeypatch, kind, made)
    logging.getLogger().setLevel(logging.WARNING)  # 10,000 lines of a log would be the test
    ready = threading.Barrier(THREADS)

    def use(number: int) -> list[bool]:
        hashes = [f"{number}-{n}-{(number + n) % 2}" for n in range(CALLS_OF_A_THREAD)]
        ready.wait()
        deleted: list[bool] = [client.api_keys.delete(hash=hash).deleted for hash in hashes]
        used.add(client.api_keys)
        return deleted

    server.answers(lambda request: reply(200, {"deleted": request.target.endswith("1")}))
    with OpenRouter(KEY, server_url=server.url) as client, ThreadPoolExecutor(THREADS) as threads:
        done = list(threads.map(use, range(THREADS)))
    # Each got the answers to its own requests.
    answers = [bool(n % 2) for n in range(CALLS_OF_A_THREAD + 1)]
    assert done == [answers[:-1], answers[1:]] * (THREADS // 2)
    assert made == [kind.__name__]
    assert len(used) == 1
    # Each request was answered once, and none was sent again.
    assert len({request.target for request in server.seen}) == len(server.seen)
    assert len(server.seen) == THREADS * CALLS_OF_A_THREAD


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            """
            async def main():
                for _ in range(20):
                    await c.api_keys.list_async()

            c = client()
            asyncio.run(main())
            asyncio.run(main())
            asyncio.run(c.aclose())
            """,
            id="one-after-the-other",
        ),
        pytest.param(
            """
            async def main():
                ready.wait()
                await asyncio.gather(*(c.api_keys.list_async() for _ in range(40)))

            c = client()
            ready = threading.Barrier(2)
            threads = [threading.Thread(target=asyncio.run, args=[main()]) for _ in range(2)]
            [t.start() for t in threads], [t.join() for t in threads]
            c.close()
            """,
            id="at-the-same-time",
        ),
        pytest.param(
            """
            async def main():
                await c.api_keys.list_async()
                await asyncio.to_thread(c.api_keys.list)

            c = client()
            c.api_keys.list()
            asyncio.run(main())
            c.api_keys.list()
            asyncio.run(main())
            """,
            id="with-sync-calls-between",
        ),
    ],
)
def test_two_event_loops_share_a_client(
    server: KeyServer, shown: Shown, tmp_path: Path, program: str
) -> None:
    run_silently(server, shown, tmp_path, program)
    assert server.seen


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param("c.api_keys.list()", "c.api_keys.list()", id="sync"),
        pytest.param("run(c.api_keys.list_async)", "run(c.api_keys.list_async)", id="async"),
        pytest.param("c.api_keys.list()", "run(c.api_keys.list_async)", id="async-in-child"),
    ],
)
def test_a_used_client_works_in_forked_processes(
    server: KeyServer, shown: Shown, tmp_path: Path, first: str, then: str
) -> None:
    program = f"""
    run = lambda method: asyncio.run(method())
    c = client()
    {first}
    children = []
    for _ in range(3):
        child = os.fork()
        if not child:
            {then}
            {then}
            c.close()
            os._exit(0)
        children.append(child)
    {first}
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    {first}
    """
    run_silently(server, shown, tmp_path, program)
    assert len(server.seen) == 9
    assert server.connections >= 4  # no process uses the connection of another


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="there is no /proc here")
@pytest.mark.parametrize(
    ("use", "times"),
    [
        pytest.param("client().api_keys.list()", 400, id="sync"),
        pytest.param("client()", 10_000, id="unused", marks=pytest.mark.extended),
        pytest.param(
            "with client() as c: c.api_keys.list()",
            400,
            id="sync-closed",
            marks=pytest.mark.extended,
        ),
        pytest.param(
            "await client().api_keys.list_async()", 300, id="async", marks=pytest.mark.extended
        ),
    ],
)
def test_clients_that_are_dropped_leave_nothing(
    server: KeyServer, shown: Shown, tmp_path: Path, use: str, times: int
) -> None:
    program = f"""
    def descriptors():
        return len(os.listdir("/proc/self/fd"))

    def megabytes():
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    async def main():
        for round in range(2):
            for _ in range({times}):
                {use}
            await asyncio.sleep(0)
            gc.collect()
            await asyncio.sleep(0.01)
            if not round:
                before = descriptors(), megabytes()
        assert descriptors() <= before[0], (before, descriptors())
        assert megabytes() <= before[1] + 4, (before, megabytes())

    asyncio.run(main(), debug=False)
    """
    run_silently(server, shown, tmp_path, program)
    assert len(server.seen) == (0 if use == "client()" else 2 * times)
