"""What runs beside the tests ends with them, whatever ends them."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from tests.support.companions import Companion, CompanionError
from tests.support.waiting import eventually

ROOT: Final = Path(__file__).parents[2]

LISTENER: Final = """
import os, socket, threading
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], os.getpgrp(), flush=True)
threading.Event().wait()
"""
SERVER: Final = f"""
import os, subprocess, sys
pipe = os.open(sys.argv[1], os.O_WRONLY)
os.set_inheritable(pipe, True)
command = [sys.executable, "-c", {LISTENER!r}]
child = subprocess.Popen(command, stdout=subprocess.PIPE, close_fds=False)
os.write(pipe, child.stdout.readline())
print("ready", flush=True)
"""
"""A program with a child that listens. Both hold a pipe, which ends when they do."""

ENDLESS: Final = f"{SERVER}child.wait()"

TESTS: Final = f"""
import subprocess, sys, threading
from pathlib import Path
from tests.support.companions import Companion

command = [sys.executable, "-c", {ENDLESS!r}, sys.argv[1]]
with Companion(command, "ready", Path(sys.argv[1] + ".log")):
    # A child that outlives us, with whatever we do not keep from our children.
    subprocess.Popen(["cat"], stdout=subprocess.DEVNULL, close_fds=False)
    print("there", flush=True)
    threading.Event().wait()
"""


class Beside:
    """The server, seen from outside: its port, and a pipe that ends with it."""

    def __init__(self, pipe: Path) -> None:
        self._pipe = pipe.open(encoding="ascii")  # as soon as the server has it open too
        self._port, self._group = map(int, self._pipe.readline().split())

    def listens(self) -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self._port)) == 0

    def ends(self) -> bool:
        """Wait until nothing of it is left."""
        ended = eventually(lambda: select.select([self._pipe], [], [], 0)[0] != [])
        if not ended:
            os.killpg(self._group, signal.SIGKILL)
        assert self._pipe.read() == ""
        self._pipe.close()
        return ended


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_runs_beside_tests_that_are_killed_ends(pipe: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", TESTS, str(pipe)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as tests:
        server = Beside(pipe)
        assert tests.stdout is not None
        assert tests.stdout.readline() == b"there\n"
        assert server.listens()
        tests.send_signal(number)
        assert tests.wait() == -number
        assert server.ends()
        assert not server.listens()


def test_it_ends_with_all_that_it_has_started(pipe: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, str(pipe)]
    with ThreadPoolExecutor(1) as threads:
        opening = threads.submit(Beside, pipe)
        with Companion(command, "re(.*)dy", tmp_path / "log") as companion:
            server = opening.result()
            assert (companion.running, server.listens()) == (True, True)
            assert (companion.ready[1], companion.output()) == ("a", "ready\n")
    assert server.ends()
    assert (companion.running, server.listens()) == (False, False)


def test_what_it_leaves_behind_ends_with_it(pipe: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVER, str(pipe)]
    with ThreadPoolExecutor(1) as threads:
        opening = threads.submit(Beside, pipe)
        with Companion(command, "ready", tmp_path / "log") as companion:
            assert opening.result().ends()
            assert eventually(lambda: not companion.running)


@pytest.mark.parametrize(
    ("program", "said"), [("print('no')", "no"), ("import nothing", "ModuleNotFoundError")]
)
def test_one_that_ends_before_it_is_ready_says_why(tmp_path: Path, program: str, said: str) -> None:
    companion = Companion([sys.executable, "-c", program], "ready", tmp_path / "log")
    with pytest.raises(CompanionError, match=said):
        companion.__enter__()


def test_one_that_is_not_there_says_so(tmp_path: Path) -> None:
    companion = Companion(["there-is-no-such-program"], "ready", tmp_path / "log")
    with pytest.raises(CompanionError, match="No such file or directory"):
        companion.__enter__()
