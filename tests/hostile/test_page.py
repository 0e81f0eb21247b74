"""`docs/security.md` shows the attacks that the tests make."""

from __future__ import annotations

import os

from tests.hostile.page import BEGIN, PAGE, render


def test_page_shows_the_attacks() -> None:
    text, begin, _ = PAGE.read_text("utf-8").partition(BEGIN)
    assert begin
    expected = text + render()
    if os.environ.get("UPDATE_SECURITY"):
        PAGE.write_text(expected, "utf-8")
    assert PAGE.read_text("utf-8") == expected, "make security writes it again"
