"""`docs/compatibility.md` shows the rules by which changes are judged."""

from __future__ import annotations

import os

from sdkwright.diff import RULES
from tests.unit.support.compatibility_page import BEGIN, PAGE, render


def test_page_shows_the_rules() -> None:
    text, begin, _ = PAGE.read_text("utf-8").partition(BEGIN)
    assert begin
    expected = text + render()
    if os.environ.get("UPDATE_COMPATIBILITY"):
        PAGE.write_text(expected, "utf-8")
    assert PAGE.read_text("utf-8") == expected, "make compatibility writes it again"


def test_codes_of_rules_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)


def test_rules_name_who_breaks_exactly_where_somebody_does() -> None:
    assert [rule.code for rule in RULES if bool(rule.who) != (rule.level == "breaking")] == []


def test_only_breaking_rules_are_seen_by_type_checkers() -> None:
    assert [rule.code for rule in RULES if rule.in_types and rule.level != "breaking"] == []
