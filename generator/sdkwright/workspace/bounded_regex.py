"""Searches for patterns of a document, with a time limit.

A pattern such as `(a|aa)+$` makes `re` try exponentially many ways, and `re` cannot be interrupted.
A process can: so the searches run in a separate process, which is started for the first search and
ends when it has used up its processor time. Time spent waiting does not count, so that a loaded
machine finds what a quiet one finds. Knows nothing of documents.
"""

from __future__ import annotations

import json
import queue
import re
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Final, cast

SECONDS: Final = 2.0
"""Limit of processor time for all searches of a stage together; those of real documents take
milliseconds."""

LONGEST: Final = 1_000
"""Maximum characters of a pattern: a longer one takes seconds even to compile."""

_WORKER: Final = """\
import json, re, signal, sys
if hasattr(signal, "setitimer"):
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)  # it ends the process
    signal.setitimer(signal.ITIMER_VIRTUAL, float(sys.argv[1]))
for line in sys.stdin:
    patterns, text, whole = json.loads(line)
    find = re.fullmatch if whole else re.search
    found = (number for number, pattern in enumerate(patterns) if find(pattern, text))
    print(next(found, None), flush=True)
"""


class TooSlowError(Exception):
    """The searches exceeded their time limit."""


def problem(pattern: str) -> str:
    """Return why a pattern cannot be searched for, or "" if it can."""
    if len(pattern) > LONGEST:
        return f"longer than {LONGEST:,} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return str(error)
    return ""


class Searches:
    """Searches that share a time limit; must be closed after use.

    Args:
        seconds: The limit of processor time for all of them together; default: 2. Windows has no
            timer for it, so there each search may take as long.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._is_over = False
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._process: subprocess.Popen[str] | None = None

    def first(self, patterns: Sequence[str], text: str, *, whole: bool = False) -> int | None:
        """Return the index of the first pattern that is found in a text.

        Args:
            patterns: Regular expressions of Python, all without a `problem`.
            text: The text to search.
            whole: Whether a pattern must match the whole text.

        Returns:
            The index, or None if no pattern is found.

        Raises:
            TooSlowError: The time is up.
        """
        answer = "" if self._is_over else self._ask(json.dumps([patterns, text, whole]))
        if not answer:
            self._is_over = True
            self.close()
            raise TooSlowError
        return None if answer == "None\n" else int(answer)

    def close(self) -> None:
        """Kill the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        self._reader.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # unread data can no longer be flushed
                cast("IO[str]", pipe).close()

    def _ask(self, request: str) -> str:
        requests = cast("IO[str]", (self._process or self._start()).stdin)
        try:
            requests.write(f"{request}\n")
            requests.flush()
            has_timer = hasattr(signal, "setitimer")
            return self._answers.get(timeout=None if has_timer else self._seconds)
        except (OSError, queue.Empty):
            return ""

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603  our own interpreter
            [sys.executable, "-I", "-S", "-c", _WORKER, str(self._seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()
        self._process = process
        return process

    def _read(self, answers: IO[str]) -> None:
        for line in answers:
            self._answers.put(line)
        self._answers.put("")  # the process ended, and no reader must wait
