"""`docs/reliability.md` shows the table that the tests check."""

from __future__ import annotations

import os

from tests.faults.support.render import BEGIN, PAGE, render


def test_page_shows_the_table() -> None:
    text, begin, _ = PAGE.read_text("utf-8").partition(BEGIN)
    assert begin
    expected = text + render()
    if os.environ.get("UPDATE_RELIABILITY"):
        PAGE.write_text(expected, "utf-8")
    assert PAGE.read_text("utf-8") == expected, "make reliability writes it again"
