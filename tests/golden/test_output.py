"""What the generator makes of each case, file by file; `make golden` accepts what it makes now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.support.cases import Case, all_cases, differences, read_tree

each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of these tests' own, so that black formats the runtime once and not for each case."""
    return tmp_path_factory.mktemp("cache")


@each_case
def test_the_output_is_as_expected(case: Case, tmp_path: Path, cache: Path) -> None:
    outcome = case.generate(tmp_path / "out", cache)
    assert "internal-error" not in outcome.said, outcome.said
    expected = read_tree(case.expected)
    difference = differences(expected, outcome.files)
    assert not difference, f"{difference}\nIf this is right: make golden"
    said = (case.folder / "diagnostics.txt").read_text(encoding="utf-8")
    assert outcome.said == said


@each_case
def test_a_case_has_nothing_else(case: Case) -> None:
    known = {"openapi.yaml", "sdk.toml", "expected", "diagnostics.txt"}
    if case.expected.is_dir():
        known.add("requests.txt")
    assert {path.name for path in case.folder.iterdir()} <= known
