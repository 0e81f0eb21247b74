"""Programs that run beside the tests, and never longer than they do, whatever ends the tests.

Between the tests and such a program stands `supervisor.py`, which waits for the end of a pipe. The
tests hold the other end, which no other child inherits (PEP 446), so that it closes with them.
"""

from __future__ import annotations

import queue
import re
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from tests.support.waiting import PATIENCE

_SUPERVISOR: Final = Path(__file__).with_name("supervisor.py")


class CompanionError(Exception):
    """A program did not become ready; the message has what it wrote."""


class Companion:
    """A program, and all that it starts in turn, as a context manager.

    Args:
        command: The program and its arguments. Its input is empty.
        ready: What it writes when it is ready, as a regular expression.
        log: Where what it writes goes.
        folder: Where it runs; by default, where the tests do.
        environment: Its environment; by default, that of the tests.

    Attributes:
        ready: What it wrote when it was ready, from `__enter__` on.
    """

    ready: re.Match[str]

    def __init__(
        self,
        command: Sequence[str],
        ready: str,
        log: Path,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._command = command
        self._pattern = re.compile(ready)
        self._log = log
        self._folder = folder
        self._environment = environment
        self._found: queue.SimpleQueue[re.Match[str] | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[str]
        self._reader: threading.Thread

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_SUPERVISOR), *self._command],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # a group of their own, which ends as a whole
        )
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,))
        self._reader.start()
        try:
            self.ready = self._wait_until_ready()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def output(self) -> str:
        """Return what it has written so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _read(self, output: IO[str]) -> None:
        """Copy the output to the log until all that write to it have ended."""
        with output, self._log.open("w", encoding="utf-8") as log:
            for line in output:
                log.write(line)
                log.flush()
                if found := self._pattern.search(line):
                    self._found.put(found)
        self._found.put(None)

    def _wait_until_ready(self) -> re.Match[str]:
        try:
            found = self._found.get(timeout=PATIENCE)
        except queue.Empty:
            raise CompanionError(f"not ready in {PATIENCE} s:\n{self.output()}") from None
        if found is None:
            raise CompanionError(f"it ended before it was ready:\n{self.output()}")
        return found

    def _stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._reader.join()
