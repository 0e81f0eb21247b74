"""`sdkwright.diff.semver`: which version follows from which changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import InvalidVersion, Version

from sdkwright.diff.changes import LEVELS, Level
from sdkwright.diff.semver import is_enough, next_version, parse


@pytest.mark.parametrize(
    ("current", "level", "expected"),
    [
        ("0.1.0", "breaking", "0.2.0"),
        ("0.1.0", "compatible", "0.1.1"),
        ("0.1.0", "docs", "0.1.1"),
        ("0.1.7", "breaking", "0.2.0"),
        ("0.0.3", "breaking", "0.1.0"),
        ("1.2.3", "breaking", "2.0.0"),
        ("1.2.3", "compatible", "1.3.0"),
        ("1.2.3", "docs", "1.2.4"),
        ("9.9.9", "compatible", "9.10.0"),
    ],
)
def test_the_next_version_follows_from_the_gravest_change(
    current: str, level: Level, expected: str
) -> None:
    assert next_version(current, level) == expected


@pytest.mark.parametrize(
    ("current", "level", "expected"),
    [
        ("0.2.0rc1", "breaking", "0.2.0"),
        ("0.2.0rc1", "docs", "0.2.0"),
        ("0.2.1rc1", "compatible", "0.2.1"),
        ("0.2.1rc1", "breaking", "0.3.0"),
        ("1.0.0a1", "breaking", "1.0.0"),
        ("1.1.0.dev4", "compatible", "1.1.0"),
        ("1.1.0b2", "breaking", "2.0.0"),
    ],
)
def test_a_pre_release_becomes_its_final_version_where_that_promises_enough(
    current: str, level: Level, expected: str
) -> None:
    assert next_version(current, level) == expected


def test_an_epoch_stays() -> None:
    assert next_version("1!0.3.1", "breaking") == "1!0.4.0"


def test_a_short_version_counts_as_one_of_three_parts() -> None:
    assert next_version("1.2", "docs") == "1.2.1"


@pytest.mark.parametrize(
    ("current", "proposed", "level", "expected"),
    [
        ("0.1.0", "0.2.0", "breaking", True),
        ("0.1.0", "0.1.1", "breaking", False),
        ("0.1.0", "1.0.0", "breaking", True),
        ("0.1.0", "0.2.0rc1", "breaking", True),
        ("0.1.0", "0.1.1rc1", "breaking", False),
        ("0.1.0", "0.1.1", "docs", True),
        ("0.1.0", "0.1.0.post1", "docs", False),
        ("1.2.3", "1.2.4", "compatible", False),
        ("1.2.3", "1.3", "compatible", True),
        ("1.2.3", "1!0.1.0", "breaking", True),
    ],
)
def test_a_version_is_enough_from_the_next_one_on(
    current: str,
    proposed: str,
    level: Level,
    expected: bool,  # noqa: FBT001  a row of the table
) -> None:
    assert is_enough(current, proposed, level) is expected


@pytest.mark.parametrize("proposed", ["1.2.2", "1.2.3", "1.2.3rc1", "1.2"])
def test_a_version_that_is_not_above_the_last_is_never_enough(proposed: str) -> None:
    assert not is_enough("1.2.3", proposed, None)


def test_any_higher_version_is_enough_where_nothing_changed() -> None:
    assert is_enough("1.2.3", "1.2.3.post1", None)


def test_what_is_no_version_is_told_apart() -> None:
    assert parse("latest") is None
    assert parse("1.0-rc.1") == Version("1.0rc1")


def test_a_current_version_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidVersion):
        next_version("latest", "docs")


@given(
    parts=st.tuples(*[st.integers(0, 30)] * 3),
    suffix=st.sampled_from(["", "a1", "rc2", ".dev3", ".post1"]),
    level=st.sampled_from(LEVELS),
)
def test_the_next_version_is_above_the_current_one_and_enough(
    parts: tuple[int, ...], suffix: str, level: Level
) -> None:
    current = ".".join(str(part) for part in parts) + suffix
    assert is_enough(current, next_version(current, level), level)
