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
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import hypothesis
from hypothesis import strategies as st

from tests.hostile.drawing import KINDS
from tests.hostile.limited import BYTES, SECONDS
from tests.hostile.projects import Project
from tests.hostile.session import Session

FOUND: Final = Path(__file__).with_name("found")
AT_ONCE: Final = 25
"""How many of one kind are drawn before those of the next."""

DRAWN: Final = (
    ("valid", "documents by a grammar of all that OpenAPI has, unlike any that a person wrote"),
    ("damaged", "those and the golden cases, with one to three things wrong"),
    ("split", "documents of which parts stand in another file, either file damaged"),
    ("overlaid", "documents with an overlay: any target, any update"),
    ("configured", "documents with an `sdk.toml`, right and wrong"),
    ("raw", "documents of which some bytes are others than they should be"),
)
"""The strategies of `drawing.KINDS`, and what each draws: JSON, and YAML."""

OUTCOMES: Final = (
    ("a package", "its files are below the output folder, and have names that any system takes"),
    ("a package", "its modules import, with warnings as errors, and do nothing else"),
    ("a package", "pyright finds nothing, by its strict rules"),
    ("a package", "its pages hold nothing that acts"),
    ("a package", "made again, it is the same; formatting leaves its code as it is (one in ten)"),
    ("a refusal", "an error, and a place with each thing that is said"),
    ("neither", f"a traceback, more than {SECONDS} s, more than {BYTES // 10**9} GB"),
)
"""What must come of each, and what must not."""

SAMPLE: Final = 40
"""How many the tests try each time, the same ones."""


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


def draw(seed: int, attempt: Callable[[str, Project], None], is_over: Callable[[], bool]) -> None:
    """Draw projects until it is over; some of a kind, then some of the next.

    Args:
        seed: A number. The same one gives the same projects in the same order.
        attempt: Is called with each, and what kind it is; it raises nothing.
        is_over: Says when it is enough.
    """
    chance = random.Random(seed)
    settings = hypothesis.settings(
        max_examples=AT_ONCE,
        deadline=None,
        database=None,
        suppress_health_check=[*hypothesis.HealthCheck],
        phases=[hypothesis.Phase.generate],
    )

    def attempt_one(project: Project, kind: str) -> None:
        attempt(kind, project)
        if is_over():
            raise _Enough

    with suppress(_Enough):
        while True:
            for kind, strategy in KINDS.items():
                run = hypothesis.given(project=strategy, kind=st.just(kind))(attempt_one)
                hypothesis.seed(chance.randrange(2**64))(settings(run))()


class _Enough(BaseException):
    """No more shall be drawn. Hypothesis takes any `Exception` for a fault that was found."""


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
