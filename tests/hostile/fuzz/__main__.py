"""Tries projects by chance: each is made into an SDK that is as it should be, or refused with a
place.

What it finds is made as small as a minute allows, and kept in tests/hostile/found, which the tests
read again for ever: give it a name that says what it was. The exit status is 1 if there was
something.

Bytes are drawn by hypothesis, too: atheris, whose chance is led by the code that it reaches, has
no wheel for the newest Python that we support, nor for any system but Linux.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.fuzz.drawing import KINDS
from tests.hostile.fuzz.sampling import DRAWN, FOUND, draw
from tests.hostile.fuzz.session import Session
from tests.hostile.harness.projects import Project


def main() -> int:
    """Try projects until the time is over; give the exit status."""
    options = _options()
    sys.setrecursionlimit(20_000)  # as the command line does
    seed = options.seed if options.seed is not None else random.randrange(2**32)
    sys.stderr.write(f"seed {seed}\n")
    began = shown = time.monotonic()
    ends = began + options.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder).resolve(), FOUND, types=options.types)

        def attempt(kind: str, project: Project) -> None:
            nonlocal shown
            session.attempt(kind, project)
            if sys.stderr.isatty() and time.monotonic() - shown > 1:
                shown = time.monotonic()
                line = f"{max(ends - shown, 0):.0f} s left: {_counted(session)}"
                sys.stderr.write(f"{_clear()}{line[:100]}")

        draw(
            seed,
            attempt,
            lambda: time.monotonic() > ends or session.tried["documents"] >= options.documents,
        )
        session.end_batch()
    sys.stderr.write(f"{_clear()}{_summary(session, time.monotonic() - began)}\n")
    return 1 if session.found else 0


def _options() -> argparse.Namespace:
    kinds = "\n".join(f"  {name:<11} {what}" for name, what in DRAWN)
    parser = argparse.ArgumentParser(
        prog="python -m tests.hostile.fuzz",
        description=f"{__doc__}\nWhat is drawn:\n{kinds}",
        epilog="A seed repeats a run exactly: the same projects in the same order.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: 10)")
    parser.add_argument("--documents", type=int, default=float("inf"), help="how many at most")
    parser.add_argument("--seed", type=int, help="a number; without it, another one each time")
    parser.add_argument(
        "--no-types", dest="types", action="store_false", help="twice as many, not type-checked"
    )
    return parser.parse_args()


def _clear() -> str:
    return "\r\x1b[K" if sys.stderr.isatty() else ""


def _counted(session: Session) -> str:
    tried = session.tried
    numbers = ("made", "refused", "written", "imported", "type-checked")
    counted = ", ".join(f"{tried[name]:,} {name}" for name in numbers)
    return f"{tried['documents']:,} documents: {counted}, {len(session.found)} found"


def _summary(session: Session, taken: float) -> str:
    seconds, number, kind = session.slowest
    kinds = ", ".join(f"{session.tried[name]:,} {name}" for name in KINDS)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 10**6
    return (
        f"{_counted(session)}\n"
        f"of these {kinds}; in {taken / 60:.1f} minutes, the slowest in {seconds:.1f} s "
        f"(number {number:,}, {kind}), with at most {peak:,.0f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
