"""`docs/reliability.md` shows the table that the tests check, and names tests that exist."""

from __future__ import annotations

import os

import pytest

from tests.faults.support.render import BEGIN, PAGE, render
from tests.support import citations


def test_page_shows_the_table() -> None:
    text, begin, _ = PAGE.read_text("utf-8").partition(BEGIN)
    assert begin
    expected = text + render()
    if os.environ.get("UPDATE_RELIABILITY"):
        PAGE.write_text(expected, "utf-8")
    assert PAGE.read_text("utf-8") == expected, "make reliability writes it again"


def test_each_claim_names_tests_and_all_of_them_exist() -> None:
    claims, _, _ = PAGE.read_text("utf-8").partition(BEGIN)
    assert citations.uncited(claims) == []
    assert citations.missing(claims, "faults") == []


@pytest.mark.parametrize(
    "cited",
    [
        "test_page.py",
        "test_page.py::test_page_shows_the_table",
        "hostile/test_page.py::test_page_shows_the_attacks",
    ],
)
def test_a_test_that_exists_is_found(cited: str) -> None:
    assert citations.missing(f"- True (`{cited}`).\n", "faults") == []


@pytest.mark.parametrize(
    "cited",
    [
        "test_nothing.py",
        "test_page.py::test_nothing",
        "test_page_shows_the_table",
        "test_page.py::test_page_shows_the_attacks",
        "tests/faults/test_page.py",
    ],
)
def test_a_test_that_does_not_exist_is_told(cited: str) -> None:
    assert citations.missing(f"- True (`{cited}`).\n", "faults") == [cited]


def test_a_claim_without_a_test_is_told() -> None:
    text = "- Shown\n  (`test_page.py`).\n- Claimed,\n  and not shown.\n\nA paragraph.\n"
    assert citations.uncited(text) == ["- Claimed,"]
