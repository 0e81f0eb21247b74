"""Ends what takes too long or too much memory, in this process; where the system has no such limit
for memory, time alone."""

from __future__ import annotations

import faulthandler
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SECONDS: Final = 60
"""How long one project may take."""
BYTES: Final = 1_000_000_000
"""How much memory one project may take, besides what the process has already."""

_STATM: Final = Path("/proc/self/statm")


@contextmanager
def limited() -> Iterator[None]:
    """Raise `TimeoutError` or `MemoryError` where a project needs more than it may.

    What does not even heed a signal ends the process after twice the time, and says where it was.
    """
    faulthandler.dump_traceback_later(2 * SECONDS, exit=True, file=sys.__stderr__ or 2)
    before = signal.signal(signal.SIGALRM, _stop)
    signal.alarm(SECONDS)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if _STATM.exists():
        now = int(_STATM.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        faulthandler.cancel_dump_traceback_later()


def _stop(*_: object) -> None:
    raise TimeoutError(f"a project took more than {SECONDS} s")
