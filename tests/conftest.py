"""What holds for all tests, whatever machine they run on and however they were started."""

from __future__ import annotations

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
