"""Runs Prism, the mock server: a real HTTP server that answers as a document says.

Knows nothing of any SDK. Every instance has a port of its own, chosen by the system, so any number
of test runs can go on at once.
"""

from __future__ import annotations

import contextlib
import os
import queue
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

ROOT: Final = Path(__file__).resolve().parents[2]
START_SECONDS: Final = 60
STOP_SECONDS: Final = 10

_LISTENING: Final = re.compile(r"Prism is listening on (http://\S+)")


class PrismError(Exception):
    """Prism did not start; its output is in the message."""


class Prism:
    """A mock server for one document, as a context manager.

    A request chooses its answer by the header `Prefer`: `code=401`, `example=name`,
    `dynamic=true, seed=7` (invented by the schema, the same for the same seed). Prism leaves the
    path of the document's server out of its URLs.

    Args:
        document: The OpenAPI document.
        log: Where Prism's output goes.
        options: More options of `prism mock`.

    Attributes:
        url: Where it listens, from `__enter__` on.
    """

    def __init__(self, document: Path, log: Path, options: Sequence[str] = ()) -> None:
        self.url = ""
        self._log = log
        self._command = (
            *("npx", "--no-install", "prism", "mock", "--port", "0"),
            *("--json-schema-faker-fillProperties=false", *options, str(document)),
        )
        self._addresses: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[str]
        self._reader: threading.Thread

    def __enter__(self) -> Self:
        npx, *arguments = self._command
        self._process = subprocess.Popen(
            [shutil.which(npx) or npx, *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "NO_COLOR": "1"},
            start_new_session=True,  # npx has children: they end together
        )
        assert self._process.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,))
        self._reader.start()
        try:
            self.url = self._wait_until_ready()
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
        """Whether the process is still there."""
        return self._process.poll() is None

    def output(self) -> str:
        """What Prism has written so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _read(self, output: IO[str]) -> None:
        """Copy the output to the log, and say when Prism listens, or has ended."""
        with self._log.open("w", encoding="utf-8") as log:
            for line in output:
                log.write(line)
                log.flush()
                if match := _LISTENING.search(line):
                    self._addresses.put(match[1])
        self._addresses.put(None)

    def _wait_until_ready(self) -> str:
        try:
            address = self._addresses.get(timeout=START_SECONDS)
        except queue.Empty:
            raise PrismError(
                f"Prism was not ready in {START_SECONDS} s:\n{self.output()}"
            ) from None
        if address is None:
            raise PrismError(f"Prism ended before it was ready:\n{self.output()}")
        return address

    def _stop(self) -> None:
        self._signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        self._signal(signal.SIGKILL)  # whoever is left of the group
        self._process.wait(STOP_SECONDS)
        self._reader.join(STOP_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):  # all of them have ended
            os.killpg(self._process.pid, number)
