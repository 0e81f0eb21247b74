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

from tests.support.waiting import PATIENCE

SECONDS: Final = 60
"""What one project may take of the processor."""
BYTES: Final = 1_000_000_000
"""How much memory one project may take, besides what the process has already."""

_STATM: Final = Path("/proc/self/statm")


@contextmanager
def limited() -> Iterator[None]:
    """Raise `TimeoutError` or `MemoryError` where a project needs more than it may.

    What waits, or does not even heed a signal, ends the process in the end, and says where it was.
    """
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=sys.__stderr__ or 2)
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if _STATM.exists():
        now = int(_STATM.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        faulthandler.cancel_dump_traceback_later()


def _stop(*_: object) -> None:
    raise TimeoutError(f"a project took more than {SECONDS} s")
