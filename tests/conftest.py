"""What holds for all tests, whatever machine they run on and however they were started."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

from tests.tiers import pytest_itemcollected

__all__ = ["pytest_itemcollected"]

# No limit on how long an example may take, and the same examples each time: a loaded machine finds
# what a quiet one finds. `--hypothesis-profile=random` draws others.
settings.register_profile(
    "repeatable",
    settings.get_profile("default"),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,  # what a test needs serves all of its examples
    ],
)
settings.register_profile("random", settings.get_profile("repeatable"), derandomize=False)
settings.load_profile("repeatable")

_TERMINAL: Final = {"COLUMNS": "80", "LINES": "24", "NO_COLOR": "1", "TERM": "dumb"}
_DECIDING_TOO: Final = (
    *("CI", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "FORCE_COLOR", "GITHUB_ACTIONS"),
    *("PYTHON_COLORS", "PY_COLORS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"),
)


@pytest.fixture(scope="session", autouse=True)
def _plain_environment() -> Iterator[None]:
    """Let programs write as they do where nobody looks, and git find the repository that it is in.

    What a person has set for their terminal does not count, nor does what git has set for a hook:
    with it, the tests of git would commit to the repository that they stand in.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in [*os.environ]:
            if name in _DECIDING_TOO or name.startswith("GIT_"):
                patch.delenv(name)
        for name, value in _TERMINAL.items():
            patch.setenv(name, value)
        yield
