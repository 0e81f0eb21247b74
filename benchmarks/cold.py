"""The process for measuring cold starts, which does as little as possible besides the call.

It is run with `python -c "from benchmarks.cold import main; main(...)"`, since `-m` would import
more than the call needs. What it imports itself is part of the interpreter.
"""

from __future__ import annotations

import sys
import time


def main(peer: str, url: str) -> None:
    """Make one call, report it, and then print what the process used up to that point.

    Args:
        peer: The peer's module in `benchmarks.peers`.
        url: The URL of the server.
    """
    module = __import__(f"benchmarks.peers.{peer}", fromlist=["first_answer"])
    sys.stdout.write(f"{module.first_answer(url)}\n")
    sys.stdout.flush()
    sys.stdout.write(f"{time.process_time()} {_peak_memory()}\n")


def _peak_memory() -> int:
    """Return the peak memory of this process, in bytes.

    `ru_maxrss` would do, but on Linux it also counts the parent's memory before `exec`.
    """
    try:
        with open("/proc/self/status") as status:  # noqa: PTH123 - not every peer needs pathlib
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    import resource  # noqa: PLC0415 - not there on every system, and not needed on this one

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
