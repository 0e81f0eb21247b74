"""The rules as a page, `docs/compatibility.md`."""

from __future__ import annotations

from sdkwright.diff import Rule
from sdkwright.diff.rules import SECTIONS
from tests.unit.support.versions import ROOT

PAGE = ROOT / "docs/compatibility.md"
BEGIN = "<!-- From here on, this page is written by the tests: UPDATE_COMPATIBILITY=1. -->\n"

_HEADER = ("what changes", "level", "what breaks", "why", "rule")


def render() -> str:
    """Write the tables."""
    sections = [BEGIN]
    for title, rules in SECTIONS.items():
        rows = [_HEADER, ("---",) * len(_HEADER), *map(_row, rules)]
        table = "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
        sections.append(f"## {title}\n\n{table}")
    return "\n".join(sections)


def _row(rule: Rule) -> tuple[str, ...]:
    level = rule.level
    if level == "breaking":
        level_cell = "**breaking**" if rule.in_types else "**breaking**, unseen"
    else:
        level_cell = "docs only" if level == "docs" else level
    cells = (rule.what, level_cell, rule.who or "nobody", rule.why, f"`{rule.code}`")
    return tuple(cell.replace("|", "\\|") for cell in cells)
