"""Projects by chance are made or refused: some of them, the same ones each time, and those that
once were neither. What is made imports and type-checks."""

from __future__ import annotations

import itertools
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.hostile.fuzz import session
from tests.hostile.fuzz.drawing import KINDS, raw
from tests.hostile.fuzz.sampling import DRAWN, FOUND, SAMPLE, draw
from tests.hostile.fuzz.session import Session, kind_of
from tests.hostile.fuzz.shrinking import shrink
from tests.hostile.harness import batches, limited, verdicts
from tests.hostile.harness.batches import Batch
from tests.hostile.harness.projects import Project, kept
from tests.hostile.harness.verdicts import Outcome, Wrong, judge, judge_written
from tests.support.waiting import PATIENCE

SOME = settings(max_examples=SAMPLE // 2, phases=[Phase.generate])
FEW = 2
"""How many of the packages are type-checked each time: a second each."""

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1"},
    "servers": [{"url": "https://things.example"}],
    "paths": {
        "/things": {
            "get": {
                "operationId": "listThings",
                "tags": ["Things"],
                "responses": {
                    "200": {
                        "description": "Fine",
                        "content": {"application/json": {"schema": {"type": "string"}}},
                    }
                },
            }
        }
    },
}
CLIENT = "src/library/client.py"
THINGS = Project({"openapi.json": json.dumps(DOCUMENT).encode()})


def found() -> list[Path]:
    return sorted(FOUND.iterdir())


def test_what_is_drawn_is_listed() -> None:
    assert [name for name, _ in DRAWN] == [*KINDS]


def test_a_project_is_made_or_refused_and_what_is_made_imports_and_type_checks(
    tmp_path: Path,
) -> None:
    batch = Batch(tmp_path / "batch")
    wrong = batch.add(outcome_with(CLIENT, "x: int = ''\n", tmp_path / "wrong"))
    for path in found():
        outcome = judge(kept(path), tmp_path / "found" / path.name)
        if outcome.files:
            batch.add(outcome)
    checked = len(batch) + FEW

    @SOME
    @given(st.one_of([strategy for kind, strategy in KINDS.items() if kind != "raw"]))
    def attempt(project: Project) -> None:
        with tempfile.TemporaryDirectory() as folder:
            outcome = judge(project, Path(folder))
        if outcome.files:
            batch.add(outcome)

    attempt()
    assert len(batch) > checked
    assert [*batch.imported()] == []
    assert [(item.number, item.kind) for item in batch.type_checked(range(checked))] == [
        (wrong, "types: reportAssignmentType")
    ]


@SOME
@given(raw())
def test_damaged_bytes_are_made_or_refused(project: Project) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert judge(project, Path(folder)).verdict in {"made", "refused"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("path", found(), ids=lambda path: path.stem)
def test_what_was_found_is_mended(tmp_path: Path, cache: Path, path: Path) -> None:
    project = kept(path)
    if judge(project, tmp_path / "a").files:
        judge_written(project, tmp_path / "b", cache)


# That faults would be found


def outcome_with(path: str, text: str, folder: Path) -> Outcome:
    outcome = judge(THINGS, folder)
    return Outcome(outcome.module, {**outcome.files, path: outcome.files.get(path, "") + text})


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        (CLIENT, "x = '\\d'\n", "no Python: code"),
        (CLIENT, "def\n", "no Python: code"),
        ("src/other/client.py", "", "a file of another package"),
        ("../x.py", "", "a file of another name"),
        ("docs/con.md", "", "a file of another name"),
        ("README.md", "\n<script>x</script>\n", "active Markdown"),
        ("README.md", "\n```python\nprint(1\n```\n", "no Python: example"),
        ("pyproject.toml", "\n[tool.x]\ny = 1\n", "another table in pyproject.toml"),
    ],
)
def test_a_package_with_a_fault_is_wrong(tmp_path: Path, path: str, text: str, kind: str) -> None:
    with pytest.raises(Wrong) as caught:
        verdicts.judge_files(outcome_with(path, text, tmp_path / "x"))
    assert caught.value.kind == kind


def test_a_batch_says_which_package_does_what_at_import(tmp_path: Path) -> None:
    batch = Batch(tmp_path / "batch")
    batch.add(judge(THINGS, tmp_path / "0"))
    harmful = ("import os\nos.mkdir('x')\n", "assert 0, 'no'\n", "x = bytes(4 * 10**9)\n")
    for number, text in enumerate(harmful, 1):
        batch.add(outcome_with(CLIENT, text, tmp_path / str(number)))
    assert [(item.number, item.kind) for item in batch.imported()] == [
        (1, "import: os.mkdir"),
        (2, "import: AssertionError: no"),
        (3, "import: MemoryError:"),
    ]


@pytest.mark.parametrize(
    ("path", "right", "wrong", "kind"),
    [
        (CLIENT, "super().__init__(", "wrong().__init__(", "import: NameError: name"),
        ("src/library/things.py", "lambda: str", "lambda: wrong", "import: NameError: name"),
        ("src/library/things.py", "_LIST_THINGS,", "list_things,", "import: NameError: name"),
    ],
    ids=["constructor", "decoder", "method"],
)
def test_a_batch_says_which_package_cannot_be_used(
    tmp_path: Path, path: str, right: str, wrong: str, kind: str
) -> None:
    made = judge(THINGS, tmp_path / "0")
    assert right in made.files[path]
    batch = Batch(tmp_path / "batch")
    batch.add(made)
    changed = made.files[path].replace(right, wrong)
    batch.add(Outcome(made.module, {**made.files, path: changed}))
    assert [(item.number, item.kind) for item in batch.imported()] == [(1, kind)]


def test_tools_that_take_too_long_are_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "SECONDS", 0.01)
    batch = Batch(tmp_path / "batch")
    batch.add(judge(THINGS, tmp_path / "0"))
    assert [(item.kind, item.detail) for item in [*batch.imported(), *batch.type_checked()]] == [
        ("import: the process", "it takes more than 0.01 s"),
        ("types: the process", "it takes more than 0.01 s"),
    ]


def test_a_fault_is_made_small_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def judged(project: Project, folder: Path) -> Outcome:
        if b"operationId" in project.files["openapi.json"]:
            raise KeyError("operationId")
        return judge(project, folder)

    monkeypatch.setattr(session, "judge", judged)
    this = Session(tmp_path / "work", tmp_path)
    this.attempt("valid", THINGS)
    this.attempt("valid", THINGS)
    assert (this.tried["wrong"], [*this.found]) == (2, ["KeyError in test_fuzz judged"])
    small = json.loads((tmp_path / "keyerror-in-test-fuzz-judged.json").read_text())
    assert small == {"paths": {"/things": {"get": {"operationId": "listThings"}}}}
    assert "kept in" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "small"),
    [
        (b'{"a": [1, {"b": "hit"}], "c": 2}', b'{"a": [{"b": "hit"}]}'),
        (b"a: 1\nb:\n- hit\n- 3\n", b'{"b": ["hit"]}'),
        (b"\x00 lines\nof what is: hit\nno text", b"hit"),
    ],
)
def test_parts_are_taken_away_while_the_fault_is_there(content: bytes, small: bytes) -> None:
    def shown_by(some: Sequence[Project]) -> int | None:
        shown = [n for n, project in enumerate(some) if b"hit" in project.files["openapi.yaml"]]
        return min(shown, default=None)

    project = Project({"openapi.yaml": content, "overlay.json": b"{}"})
    for at_once in (1, 5):
        found = shrink(project, shown_by, PATIENCE, at_once)
        assert [*found.files] == ["openapi.yaml"]
        assert b"".join(found.files["openapi.yaml"].split()) == b"".join(small.split())


def test_memory_is_limited_only_while_a_project_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("this system has no limit for memory")
    monkeypatch.setattr(limited, "BYTES", 50_000_000)
    with pytest.raises(MemoryError), limited.limited():
        bytearray(100_000_000)
    assert len(bytearray(100_000_000)) == 100_000_000


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "SECONDS", 1)
    with pytest.raises(TimeoutError), limited.limited():
        all(number for number in itertools.count(1))  # what waits takes no time


def test_a_fault_is_called_after_where_it_is() -> None:
    with pytest.raises(ValueError, match="x") as caught:
        raise ValueError("x")
    assert kind_of(caught.value) == (
        "ValueError in test_fuzz test_a_fault_is_called_after_where_it_is"
    )


def test_a_seed_repeats_a_run() -> None:
    runs: list[list[tuple[str, Project]]] = [[], [], []]
    for seed, run in zip((3, 3, 4), runs, strict=True):
        draw(
            seed,
            lambda kind, project, run=run: run.append((kind, project)),  # type: ignore[misc]  # no reader of it knows the default
            lambda run=run: len(run) >= 3,  # type: ignore[misc]  # the same
        )
    assert runs[0] == runs[1] != runs[2]
