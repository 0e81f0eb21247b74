"""Terminal output of all commands: messages, colours and progress.

Only this package prints. The stages collect diagnostics, and know no terminal.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from sdkwright.diagnostics import Diagnostic

FAILED: Final = 1
WRONG_USE: Final = 2

MOST: Final = 10
"""How many diagnostics of one code are printed one by one."""

_PLACES: Final = 3
"""How many places of the others are named."""

_DEFAULT_CONFIG: Final = Path("spec", "sdk.toml")
_PATIENCE: Final = 1.0
"""Seconds before progress is shown."""

_EVERY: Final = 0.2
"""Seconds between two updates of the progress."""

_COLOURS: Final = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}


def say(line: str) -> None:
    """Print a line for people: to stderr, so that piped output stays clean."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201  a command line prints


def answer(text: str) -> None:
    """Print the result: to stdout."""
    print(text, flush=True)  # noqa: T201  a command line prints


def print_diagnostics(diagnostics: Iterable[Diagnostic], most: int | None = None) -> None:
    """Print diagnostics, one line each.

    Args:
        diagnostics: The diagnostics, sorted.
        most: How many may have the same severity and code; of more than that, the first is printed,
            with their number and the places of the next ones. None prints all.
    """
    from sdkwright.diagnostics import folded

    for item, others in folded(diagnostics, most):
        line = _coloured(item, sys.stderr)
        say(f"{line} {_and_more(item, others)}" if others else line)


def _and_more(item: Diagnostic, others: list[Diagnostic]) -> str:
    """Return a sentence about diagnostics that are not printed."""
    places = [str(other.place) for other in others[:_PLACES] if other.place is not None]
    where = f" at {', '.join(places)}{' …' if len(places) < len(others) else ''}" if places else ""
    return f"And {len(others):,} more `{item.code}`{where}; --verbose shows all."


def has_colour(stream: TextIO) -> bool:
    """Return whether a stream is a terminal whose user wants colours (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def count(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 file" or "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest_config() -> Path:
    """Return the path of spec/sdk.toml, here or in the nearest folder above."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _DEFAULT_CONFIG).is_file():
            return Path(os.path.relpath(folder / _DEFAULT_CONFIG))
    return _DEFAULT_CONFIG


class Progress:
    """Shows the running stage and the elapsed time on a terminal, once a run takes over a second.

    Args:
        began: When the run began, by `time.perf_counter`.
    """

    def __init__(self, began: float) -> None:
        self._began = began
        self._stage = ""
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def __call__(self, stage: str) -> None:
        """Start a stage."""
        self._stage = stage
        if self._thread is None and sys.stderr.isatty():
            self._thread = threading.Thread(target=self._show, daemon=True)
            self._thread.start()

    def clear(self) -> None:
        """Stop, and erase the line."""
        if self._thread is not None:
            self._over.set()
            self._thread.join()

    def _show(self) -> None:
        wait = max(0.0, _PATIENCE - (time.perf_counter() - self._began))
        is_shown = False
        while not self._over.wait(wait):
            seconds = time.perf_counter() - self._began
            line = f"\r\x1b[K{seconds:.0f} s  {self._stage} ..."
            print(line, end="", file=sys.stderr, flush=True)  # noqa: T201
            is_shown, wait = True, _EVERY
        if is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201


def _coloured(item: Diagnostic, stream: TextIO) -> str:
    from sdkwright.diagnostics import render

    line = render(item)
    if not has_colour(stream):
        return line
    head = f"{item.severity}[{item.code}]"
    return line.replace(head, f"{_COLOURS[item.severity]}{head}\x1b[0m", 1)
