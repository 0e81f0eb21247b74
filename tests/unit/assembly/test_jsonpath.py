"""JSONPaths of overlays end, whatever they look at."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing
from typing import Any

import pytest

from sdkwright.model.limits import Limits
from sdkwright.source.assembly.jsonpath import Paths, TooManyStepsError
from sdkwright.workspace.bounded_regex import Searches, TooSlowError, problem

DATA: dict[str, Any] = {
    name: [{"i": n, "t": "a" * 30 + "!"} for n in range(100)] for name in ("a", "b")
}


def named(path: str, steps: int = 100_000) -> list[tuple[str | int, ...]]:
    with closing(Paths(Limits(steps=steps))) as paths:
        return [match.parts for match in paths.find(path, DATA)]


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
        ("$.a[?match(@.t, '(a|b)+!')]", 100),
        ("$.a[?match(@.t, 'a')]", 0),
        ("$.a[?match(@.i, 'a')]", 0),
        ("$.a[?search(@.t, '(')]", 0),
    ],
)
def test_a_path_names_what_it_names(path: str, count: int) -> None:
    assert len(named(path)) == count


def test_a_match_knows_where_it_is() -> None:
    assert named("$.a[1].i") == [("a", 1, "i")]


@pytest.mark.parametrize(
    "path",
    ["$..[?count($..*) > 0]", "$..[?$..x]", "$..[?$.a == $.b]", "$..*..*..*..*", "$..*"],
)
def test_a_path_that_looks_at_too_much_is_refused(path: str) -> None:
    with pytest.raises(TooManyStepsError):
        named(path, steps=3_000)


def test_paths_share_their_steps() -> None:
    with closing(Paths(Limits(steps=20_000))) as paths:
        assert len(paths.find("$..*", DATA)) == 602
        with pytest.raises(TooManyStepsError):  # noqa: PT012  the last of several is one too many
            for _ in range(40):
                paths.find("$..*", DATA)


def test_searches_give_up_when_their_time_is_over() -> None:
    with closing(Searches(0.5)) as searches:
        assert searches.first(["b", "^a"], "aaa") == 1
        assert searches.first(["b"], "aaa") is None
        assert searches.first(["a"], "aaa", whole=True) is None
        with pytest.raises(TooSlowError):
            searches.first(["^(a|aa)+$"], "a" * 60 + "!")
        with pytest.raises(TooSlowError):
            searches.first(["a"], "a")


def test_only_the_time_that_searches_work_counts() -> None:
    with closing(Searches(0.2)) as searches:
        assert searches.first(["a"], "a") == 0
        assert searches._process is not None
        worker = searches._process.pid
        os.kill(worker, signal.SIGSTOP)
        threading.Timer(0.4, os.kill, (worker, signal.SIGCONT)).start()
        assert searches.first(["b", "a"], "a") == 1


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a+", ""),
        ("(", "missing ), unterminated subpattern at position 0"),
        ("a" * 1_001, "longer than 1,000 characters"),
    ],
)
def test_a_pattern_that_cannot_be_searched_for_is_told(pattern: str, said: str) -> None:
    assert problem(pattern) == said
