"""`docs/security.md` shows the attacks that the tests make, and what comes of each.

It and `SECURITY.md` name tests that exist.
"""

from __future__ import annotations

from tests.hostile.page import outcomes
from tests.hostile.page.render import BEGIN, render
from tests.support import citations

GUARANTEES = outcomes.PAGE.parents[1] / "SECURITY.md"


def test_page_shows_the_attacks() -> None:
    text, begin, _ = outcomes.PAGE.read_text("utf-8").partition(BEGIN)
    assert begin
    expected = text + render()
    if outcomes.UPDATE:
        outcomes.PAGE.write_text(expected, "utf-8")
    assert outcomes.PAGE.read_text("utf-8") == expected, "make security writes it again"


def test_no_row_is_open() -> None:
    _, _, tables = outcomes.PAGE.read_text("utf-8").partition(BEGIN)
    rows = [line for line in tables.split("\n") if line.startswith("| ")]
    assert len(rows) > 300
    assert [line for line in rows if line.count(" | ") == 0] == []
    assert [line for line in rows if "|  |" in line.removeprefix("|  |")] == []


def test_each_section_names_tests_and_all_of_them_exist() -> None:
    text = outcomes.PAGE.read_text("utf-8")
    sections = text.split("\n## ")[1:]
    assert [part.partition("\n")[0] for part in sections if "\nTests: `" not in part] == []
    assert citations.missing(text, "hostile") == []


def test_each_guarantee_names_tests_and_all_of_them_exist() -> None:
    text = GUARANTEES.read_text("utf-8")
    guaranteed, heading, _ = text.partition("\n## What is not guaranteed\n")
    assert heading
    assert citations.uncited(guaranteed) == []
    assert citations.missing(text, "hostile") == []
