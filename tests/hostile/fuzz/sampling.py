"""Draws projects by a seed, and says what is drawn and what must come of each.

The tests draw a sample, the same one each time; `python -m tests.hostile.fuzz` draws for as long as
it is told to.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import hypothesis
from hypothesis import strategies as st

from tests.hostile.fuzz.drawing import KINDS
from tests.hostile.harness.limited import BYTES, SECONDS
from tests.hostile.harness.projects import Project

FOUND: Final = Path(__file__).parents[1] / "found"
AT_ONCE: Final = 25
"""How many of one kind are drawn before those of the next."""

DRAWN: Final = (
    ("valid", "documents by a grammar of OpenAPI, unlike any that a person wrote"),
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
    ("a package", "its decoders are built, its clients created, and all methods called"),
    ("a package", "pyright finds nothing, by its strict rules"),
    ("a package", "its pages hold nothing that acts"),
    ("a package", "made again, it is the same; formatting leaves its code as it is (one in ten)"),
    ("a refusal", "an error, and a place with each thing that is said"),
    ("neither", f"a traceback, more than {SECONDS} s, more than {BYTES // 10**9} GB"),
)
"""What must come of each, and what must not."""

SAMPLE: Final = 40
"""How many the tests try each time, the same ones."""


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
