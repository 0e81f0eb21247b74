"""Assigns each test to its tier: `quick`, `extended`, or neither. CONTRIBUTING.md says which one.

A folder or a file has the tier that is listed here; a test that differs from its neighbours says so
itself, with `@pytest.mark.extended`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent

QUICK: Final = (
    "golden/test_names.py",
    "golden/test_output.py",
    "golden/test_reserved.py",
    "unit/emit",
    "unit/frontend",
    "unit/passes",
    "unit/test_naming.py",
    "unit/test_normalize.py",
    "unit/test_origin.py",
)
EXTENDED: Final = (
    "compatibility",
    "corpus",
    "hostile",
    "official",
    "shipping",
    "site",
    "unit/test_audit.py",
    "unit/test_benchmarks.py",
    "unit/test_generation_benchmark.py",
    "unit/test_release.py",
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test by where it stands."""
    if not item.path.is_relative_to(TESTS):
        return
    path = item.path.relative_to(TESTS)
    parents = {part.as_posix() for part in (path, *path.parents)}
    for mark, places in ((pytest.mark.quick, QUICK), (pytest.mark.extended, EXTENDED)):
        if not parents.isdisjoint(places):
            item.add_marker(mark)
