"""What holds for all tests, whatever machine they run on and however they were started."""

from __future__ import annotations

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
def _plain_terminal() -> Iterator[None]:
    """Let programs write as they do where nobody looks, whatever a person likes to look at."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _DECIDING_TOO:
            patch.delenv(name, raising=False)
        for name, value in _TERMINAL.items():
            patch.setenv(name, value)
        yield
