"""What came of the attacks, as `docs/security.md` shows it: the tests hold each row to it.

UPDATE_SECURITY=1 takes down what comes instead, for `render`; the tests must then run in one
process, as `make security` does it.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from tests.hostile.harness.packages import Made

PAGE: Final = Path(__file__).parents[3] / "docs/security.md"
UPDATE: Final = bool(os.environ.get("UPDATE_SECURITY"))

_taken: dict[tuple[str, str], tuple[str, ...]] = {}


def expect(section: str, name: str, *cells: str) -> None:
    """Hold the row of an attack to what came of it."""
    if UPDATE:
        _taken[section, name] = cells
    else:
        assert cells == row(section, name), "make security writes it again, if it is right"


def row(section: str, name: str) -> tuple[str, ...]:
    """Give the cells of a row beside its name, as they were taken down or stand on the page."""
    if (section, name) in _taken:
        return _taken[section, name]
    _, _, below = PAGE.read_text("utf-8").partition(f"\n## {section}\n")
    for line in below.partition("\n## ")[0].split("\n"):
        first, *others = (cell.strip() for cell in line[1:-1].split(" | "))
        if line.startswith("| ") and first == name:
            return tuple(others)
    return ()


def summary(found: Iterable[Made]) -> tuple[str, str, str]:
    """Count the results of one attack with several texts: cases, outcomes, and codes."""
    made: Counter[str] = Counter()
    codes: set[str] = set()
    for each in found:
        told = [re.findall(r": (?:error|warning)\[([\w-]+)\]", line)[:1] for line in each.said]
        codes.update(code for codes in told for code in codes)
        kind = "rejected" if not each.files else "made, with a warning" if any(told) else "made"
        made[kind] += 1
    parts = [
        f"{made[kind]} {kind}"
        for kind in ("made", "made, with a warning", "rejected")
        if made[kind]
    ]
    return str(made.total()), "; ".join(parts), listed(sorted(codes))


def listed(codes: Sequence[str]) -> str:
    """Write codes of diagnostics for a cell."""
    return ", ".join(f"`{code}`" for code in codes) or "–"
