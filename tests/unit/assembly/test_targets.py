"""JSONPaths of overlays end, whatever they look at."""

from __future__ import annotations

from typing import Any

import pytest

from generator.assembly.targets import JSONPathError, Paths, TooCostly

DATA: dict[str, Any] = {
    "a": [{"i": n, "t": "a" * 30 + "!"} for n in range(100)],
    "b": [{"i": n, "t": "a" * 30 + "!"} for n in range(100)],
}


def pointers(path: str, most: int = 1_000_000) -> list[tuple[str | int, ...]]:
    return [match.parts for match in Paths(most).named(path, DATA)]


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("$", 1),
        ("$..*", 602),
        ("$.a[?@.i < 2]", 2),
        ("$.a[?@.i == $.b[3].i]", 1),
        ("$.a[?count(@.*) == 2]", 100),
        ("$..[?@.i == 5 && @.t]", 2),
        ("$.a[?search(@.t, '^a.*!$')]", 100),
        ("$.a[?match(@.t, '[a(+]+!')]", 100),
        ("$.a[?match(@.t, 'b|c')]", 0),
        ("$.a[?match(@.i, 'a')]", 0),
    ],
)
def test_a_path_names_what_it_names(path: str, count: int) -> None:
    assert len(pointers(path)) == count


def test_a_match_knows_where_it_is() -> None:
    assert pointers("$.a[1].i") == [("a", 1, "i")]


@pytest.mark.parametrize(
    "path",
    [
        "$..[?count($..*) > 0]",
        "$..[?$..x]",
        "$..[?$.a == $.b]",
        "$..*..*..*..*",
        "$.a[?search(@.t, 'a*a*a*a*a*b')]",
        "$.a[?match(@.t, 'a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?b')]",
    ],
)
def test_a_path_that_looks_at_everything_for_everything_is_too_costly(path: str) -> None:
    with pytest.raises(TooCostly):
        pointers(path, most=600)


def test_paths_share_their_steps() -> None:
    paths = Paths(600)
    with pytest.raises(TooCostly):  # noqa: PT012  the last of several is one too many
        for _ in range(6):
            paths.named("$..*", DATA)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)*", "((a)b){2,}", "(a)?"])
def test_a_repeated_group_is_no_pattern(pattern: str) -> None:
    with pytest.raises(JSONPathError, match="a group in a regular expression"):
        pointers(f"$.a[?search(@.t, '{pattern}')]")
