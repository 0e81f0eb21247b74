"""Recursion: what is lowered once, what contains itself, and what ends."""

from __future__ import annotations

import pytest

from sdkwright.frontend.recursion import Nesting, Recursion
from sdkwright.model import ir
from tests.unit.support.origins import named

TEXT = ir.Primitive("string")
MERGE = ("components", "/a", "/b")


def test_something_is_lowered_once() -> None:
    recursion, lowered = Recursion(), []

    def lower() -> ir.Type:
        lowered.append("/a")
        return TEXT

    assert recursion.is_new("/a")
    assert [recursion.once("/a", "/a", lower, named) for _ in range(3)] == [TEXT] * 3
    assert lowered == ["/a"]
    assert not recursion.is_new("/a")
    assert not recursion.is_recursive("/a")


@pytest.mark.parametrize(("key", "at"), [("/a", "/a"), (MERGE, "/x/properties/p")])
def test_something_inside_of_itself_is_called_by_where_it_is_declared(
    key: str | tuple[str, ...], at: str
) -> None:
    recursion = Recursion()

    def lower() -> ir.Type:
        assert recursion.is_in_progress(key)
        return ir.ListOf(recursion.once(key, "/elsewhere", lower, named))

    assert recursion.once(key, at, lower, named) == ir.ListOf(named(at))
    assert recursion.is_recursive(at)
    assert not recursion.is_recursive("/elsewhere")
    assert not recursion.is_in_progress(key)


def test_two_that_contain_each_other_end_at_the_first() -> None:
    recursion = Recursion()

    def lower(of: str, other: str) -> ir.Type:
        return recursion.once(of, of, lambda: ir.ListOf(lower(other, of)), named)

    assert lower("/a", "/b") == ir.ListOf(ir.ListOf(named("/a")))
    assert recursion.is_recursive("/a")
    assert not recursion.is_recursive("/b")


def test_a_component_and_a_merge_of_it_are_two_things() -> None:
    recursion = Recursion()
    seen: list[tuple[bool, bool]] = []

    def lower() -> ir.Type:
        seen.append((recursion.is_in_progress("/a"), recursion.is_in_progress(MERGE)))
        return TEXT

    recursion.once(MERGE, "/a", lower, named)
    recursion.once("/a", "/a", lower, named)
    assert seen == [(False, True), (True, False)]


def test_what_could_not_be_lowered_is_new_again() -> None:
    recursion = Recursion()

    def fail() -> ir.Type:
        raise ValueError("no type")

    with pytest.raises(ValueError, match="no type"):
        recursion.once("/a", "/a", fail, named)
    assert recursion.is_new("/a")


def test_nesting_ends() -> None:
    nesting = Nesting()

    def depth() -> int:
        if nesting.is_too_deep:
            return 0
        with nesting:
            return 1 + depth()

    assert depth() == 101
    assert depth() == 101  # none of the levels is left over


def test_the_target_of_a_reference_begins_anew() -> None:
    recursion = Recursion()
    with recursion.merged(2), recursion.multiplied(3), recursion.multiplied(4):
        assert (recursion.merges, recursion.multiplicity) == (2, 12)
        with recursion.of_target():
            assert (recursion.merges, recursion.multiplicity) == (0, 1)
        assert (recursion.merges, recursion.multiplicity) == (2, 12)
    assert (recursion.merges, recursion.multiplicity) == (0, 1)


def test_a_schema_is_spread_by_the_outermost_that_spreads_it() -> None:
    recursion = Recursion()
    with recursion.expanding(["/a"]):
        with recursion.expanding(["/a", "/b"]):
            assert recursion.is_expanded("/b")
        assert (recursion.is_expanded("/a"), recursion.is_expanded("/b")) == (True, False)
    assert not recursion.is_expanded("/a")


def test_a_merged_model_is_where_it_was_met_first() -> None:
    recursion = Recursion()
    assert recursion.outermost(MERGE, "/x") == "/x"
    assert recursion.outermost(MERGE, "/x/properties/next") == "/x"
    assert recursion.outermost(("operations", "/a", "/b"), "/y") == "/y"
