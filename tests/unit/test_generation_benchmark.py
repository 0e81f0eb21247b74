"""That the benchmark of generation measures what it says: not what the figures are."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.generation import documents, measuring, page
from benchmarks.generation.documents import Document
from benchmarks.generation.generators import OURS, Generator, openapi_generator
from benchmarks.generation.measuring import Row, measure
from benchmarks.generation.results import Generation, read, write
from benchmarks.generation.synthetic import document
from benchmarks.machine import Machine
from sdkwright import config
from sdkwright.pipeline.run import OK, Options, run

HERE = Machine("A CPU", 2, "Linux x86_64", "CPython 3.11.7", "as placed", 0.2)
WRITES = """
import pathlib, sys
made = pathlib.Path(sys.argv[2]) / "sdk"
made.mkdir(parents=True, exist_ok=True)
(made / "a.py").write_text("one\\ntwo\\n")
(made.parent / "tests").mkdir(exist_ok=True)
(made.parent / "tests" / "a.py").write_text("three\\n")
(made.parent / "seen").write_bytes(pathlib.Path(sys.argv[1]).read_bytes())
"""


def generator(program: str, id_: str = OURS) -> Generator:
    def command(spec: Path, output: Path) -> list[str]:
        return [sys.executable, "-c", program, str(spec), str(output)]

    return Generator(id_, id_, "A note.", command, lambda _: 3)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "api.json"
    path.write_text('{"description": "The shop."}')
    return path


def test_a_synthetic_document_is_the_same_each_time_and_has_its_operations() -> None:
    made = document(50)
    assert json.dumps(made) == json.dumps(document(50))
    assert sum(map(len, made["paths"].values())) == 50
    assert len(made["components"]["schemas"]) == 51


def test_all_of_a_synthetic_document_is_generated(tmp_path: Path) -> None:
    path = documents.synthetic(32, tmp_path).path
    assert path is not None
    code, report = run(
        lambda diagnostics: config.from_options(path, "sdk", tmp_path / "out", diagnostics),
        Options(),
    )
    assert (code, report.operations, report.generated) == (OK, 32, 32)
    assert [item.code for item in report.diagnostics if item.severity != "note"] == []
    assert documents.operations_in(path) == 32


def test_the_documents_are_there_or_it_is_said_why_not(tmp_path: Path) -> None:
    found = [*documents.few(tmp_path)]
    assert [item.title for item in found] == ["OpenRouter's API keys", "synthetic, 24"]
    assert [documents.operations_in(item.path) for item in found if item.path] == [6, 24]


def test_a_generator_is_run_from_nothing_again_and_after_a_change(
    spec: Path, tmp_path: Path
) -> None:
    row = measure(generator(WRITES), "shop", spec, 4, tmp_path / "run")
    assert row.cold is not None
    assert row.warm is not None
    assert row.changed is not None
    assert (row.document, row.operations, row.generated, row.lines) == ("shop", 4, 3, 2)
    assert (tmp_path / "run/made/seen").read_text() == '{"description": "That shop."}'
    assert spec.read_text() == '{"description": "The shop."}'


def test_what_a_failed_generator_said_last_stands_in_its_row(spec: Path, tmp_path: Path) -> None:
    program = "import sys; sys.exit('first\\n  it broke \\n')"
    row = measure(generator(program), "shop", spec, 4, tmp_path / "run")
    assert row == Row("shop", 4, OURS, said="exit status 1: it broke")


def test_a_run_that_takes_too_long_is_ended() -> None:
    command = [sys.executable, "-c", "import time; time.sleep(1000)"]
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as other:  # ours alone is ended
        done = measuring.run(command, {}, longest=0.2)
        assert other.poll() is None
    assert done.code == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_is_that_of_all_processes_below() -> None:
    inner = "a = bytearray(60_000_000); print('there', flush=True); input()"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    command = [sys.executable, "-c", outer]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        assert measuring.memory_of(process.pid) > 60_000_000
        process.communicate(b"\n")


def test_a_generator_without_java_says_so(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    made = openapi_generator()
    row = measure(made, "shop", spec, 4, tmp_path / "run")
    assert row.said == "there is no `java`"


def test_a_document_that_is_not_there_has_rows_that_say_so(tmp_path: Path) -> None:
    missing = Document("OpenRouter", None, "it is elsewhere")
    told: list[str] = []
    rows = measuring.measure_all([missing], [generator("")], tmp_path, told.append)
    assert [*rows] == [Row("OpenRouter", 0, OURS, said="no document: it is elsewhere")]
    assert told == []


def results(*rows: Row) -> Generation:
    return Generation("2026-11-23", HERE, {OURS: ("ours", "Ours."), "opc": ("opc", "A.")}, rows)


def made(name: str, id_: str, cold: float, operations: int = 97) -> Row:
    return Row(name, operations, id_, cold, 1.0, 2.0, 150.0, operations, 39_000)


def test_the_goals_are_held_against_the_figures() -> None:
    told = page.goals(results(made("OpenRouter", OURS, 4.0), made("OpenRouter", "opc", 10.0)))
    assert told.splitlines()[2:] == [
        "| OpenRouter, cold, to opc | 0.40 × | ≤ 0.50 × | yes |",
        "| OpenRouter, warm | 1.00 s | ≤ 1.50 s | yes |",
        "| OpenRouter, one description changed | 2.00 s | ≤ 1.50 s | no |",
        "| OpenRouter, memory | 150 MB | ≤ 300 MB | yes |",
        "| OpenRouter, lines of Python | 39 000 lines | ≤ 40 000 lines | yes |",
        "| GitHub, cold | – | ≤ 60 s | – |",
    ]


def test_the_table_shows_figures_and_what_was_said() -> None:
    said = Row("shop", 4, "opc", said="exit status 1: a | b")
    assert page.table(results(made("shop", OURS, 4.0, 4), said)).splitlines()[2:] == [
        "| shop | ours | 4.00 | 1.00 | 2.00 | 150 | 4 of 4 | 39 000 |",
        r"|  | opc | exit status 1: a \| b | | | | | |",
    ]


def test_growth_is_told_for_each_operation() -> None:
    rows = (made("synthetic, 200", OURS, 4.0, 200), made("synthetic, 100", OURS, 2.5, 100))
    assert page.growth(results(*rows)).splitlines() == [
        "| | 100 operations | 200 operations |",
        "|---|---:|---:|",
        "| ours, ms | 25.0 | 20.0 |",
        "| ours, kB | 1 500 | 750 |",
        "| opc, ms | – | – |",
        "| opc, kB | – | – |",
    ]


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    written = results(made("shop", OURS, 4.0), Row("shop", 4, "opc", said="no"))
    write(written, tmp_path / "generation.json")
    assert read(tmp_path / "generation.json") == written


@pytest.mark.parametrize("said", ["", "no"])
def test_a_page_is_made_of_any_results(said: str) -> None:
    text = page.render(results(replace(made("shop", OURS, 4.0), said=said)))
    assert text.startswith("# What it costs to generate an SDK\n")
    assert text.endswith(
        "A CPU, 2 cores, Linux x86_64, CPython 3.11.7, 2026-11-23. "
        "Load average at the start: 0.2.\n"
    )
