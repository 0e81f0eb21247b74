"""That the benchmark measures what it says: not what the figures are."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import environments, machine, report, run
from benchmarks.catalog import FAST, FAST_FLOOR, FLOOR, MEASURES, OURS, PEERS, RATES, Measure
from benchmarks.environments import BenchmarkError, Environment
from benchmarks.peers import bare, floor
from benchmarks.results import Results, read, write
from benchmarks.server import answers
from benchmarks.worker import Timing, Worker, WrongAnswerError

ROOT = Path(__file__).parents[2]
HERE = Environment(sys.executable, paths=(ROOT / "generated" / "src",))
PEER = {peer.id: peer for peer in PEERS}
IN_WORKERS = [one for one in MEASURES if one.figure in {"call", "rate", "conversion"}]


@pytest.fixture(scope="module")
def server() -> Iterator[run.Server]:
    with run.serving(HERE) as running:
        yield running


@pytest.fixture
def results() -> Results:
    """Figures that are easy to compare: ours 10 to 14, the others multiples of that."""
    factors = {
        "floor": 0.5,
        "ours": 1.0,
        "fast_floor": 0.25,
        "fast": 0.5,
        "templates": 2.0,
        "official": 10.0,
        "openai_python": 4.0,
    }
    samples: dict[str, dict[str, list[float]]] = {
        measure.id: {peer: [12 * f, 10 * f, 14 * f] for peer, f in factors.items()}
        for measure in MEASURES
    }
    samples["lines"]["floor"] = []
    samples["size_alone"]["floor"] = []
    samples["lines"]["fast_floor"] = []
    samples["size_alone"]["fast_floor"] = []
    samples["size_all"]["official"] = [16106.4]
    return Results(
        date="2026-11-23",
        rounds=3,
        machine=machine.Machine("A CPU", 2, "Linux x86_64", "CPython 3.11.7", "as placed", 0.2),
        versions={"floor": {"msgspec": "0.22.0", "httpx2": "2.16.2"}, "ours": {"h11": "0.16.0"}},
        loaded={"ours": []},
        samples=samples,
    )


@pytest.mark.parametrize("peer", [OURS, FLOOR, FAST, FAST_FLOOR])
def test_every_measure_of_a_worker_gives_a_figure(peer: str) -> None:
    with run.serving(HERE) as own, run.working(PEER[peer], HERE, own) as worker:
        timings = {measure.id: worker.take(measure, 1) for measure in IN_WORKERS}
    assert [name for name, timing in timings.items() if timing.cpu <= 0] == []
    assert timings["threads_64"].times == 64


def test_a_peer_that_does_not_call_is_not_timed() -> None:
    idle = Measure("decode_100", "idle", "µs", "call")
    with (
        run.serving(HERE) as own,
        run.working(PEER[FLOOR], HERE, own) as worker,
        pytest.raises(BenchmarkError, match=r"^floor made 0 calls, not 3\.$"),
    ):
        worker.take(idle, 3)


def test_a_wrong_answer_is_not_timed(server: run.Server) -> None:
    class Wrong(floor.Caller):
        def validate(self, content: bytes) -> bare.Page:
            return bare.Page(super().validate(content).data[1:])

    worker = Worker(Wrong(server.url), server.url)
    try:
        with pytest.raises(WrongAnswerError, match=r"^99 keys, not the 100 that were sent$"):
            worker.measure("validate_100", 1, 1)
    finally:
        worker.close()


def test_a_peer_that_fails_ends_the_run(
    server: run.Server, capfd: pytest.CaptureFixture[str]
) -> None:
    unknown = Measure("unknown", "unknown", "µs", "call")
    with (
        run.working(PEER[FLOOR], HERE, server) as worker,
        pytest.raises(BenchmarkError, match=r"^floor, unknown failed, or took more than 120 s\.$"),
    ):
        worker.take(unknown, 1)
    assert "there is no measure 'unknown'" in capfd.readouterr().err


@pytest.mark.parametrize("peer", [OURS, FLOOR, FAST, FAST_FLOOR])
def test_a_cold_start_gives_its_figures(peer: str, server: run.Server) -> None:
    figures = run.start_cold(PEER[peer], HERE, server)
    assert [(name, figure > 0) for name, figure in figures.items()] == [
        ("cold_wall", True),
        ("cold_cpu", True),
        ("cold_peak", True),
    ]


def test_an_import_tells_which_libraries_it_loads() -> None:
    milliseconds, loaded = run.time_import("import msgspec", HERE)
    assert milliseconds > 0
    assert loaded == ["msgspec"]


def test_importing_our_package_alone_loads_no_library() -> None:
    assert run.time_import("import openrouter", HERE)[1] == []


def test_all_keys_are_the_example_of_the_document() -> None:
    example = {"name": "One", "usage": 1.5, "hash": "0"}
    media = {"application/json": {"examples": {"page": {"value": {"data": [example]}}}}}
    created = {"application/json": {"example": {"data": example, "key": "sk-or-v1-0"}}}
    known = answers(
        {
            "paths": {
                "/keys": {
                    "get": {"responses": {"200": {"content": media}}},
                    "post": {"responses": {"201": {"content": created}}},
                }
            }
        }
    )
    added = {"external_user": None, "last_used_at": None}
    bodies = {name: json.loads(text.partition(b"\r\n\r\n")[2]) for name, text in known.items()}
    assert bodies["GET /1/keys"] == {"data": [{**example, **added}]}
    assert bodies["POST /1/keys"] == {"data": {**example, **added}, "key": "sk-or-v1-0"}
    names = [(key["name"], key["usage"]) for key in bodies["GET /100/keys"]["data"]]
    assert (len(names), names[99]) == (100, ("Key 99", 99.25))


def test_a_call_without_a_key_is_refused_and_not_counted() -> None:
    with run.serving(HERE) as own:
        connection = http.client.HTTPConnection("127.0.0.1", own.port)
        connection.request("GET", "/1/keys")
        status = connection.getresponse().status
        connection.close()
        assert (status, own.count()) == (401, 0)


def test_results_can_be_read_again(results: Results, tmp_path: Path) -> None:
    write(results, tmp_path / "results.json")
    assert read(tmp_path / "results.json") == results


def test_the_table_of_goals(results: Results) -> None:
    assert report.goals(results) == """\
| | of | measured | goal | reached |
|---|---|---|---|---|
| sync call, 1 key, to the official SDK | ours | 0.100 × | ≤ 0.180 × | yes |
| sync call, 1 key, to the floor | ours | 2.000 × | ≤ 1.120 × | no |
| sync call, 100 keys, to the official SDK | ours | 0.100 × | ≤ 0.160 × | yes |
| sync call, 100 keys, to the floor | ours | 2.000 × | ≤ 1.350 × | no |
| async call, 50 at once, to the official SDK | ours | 0.100 × | ≤ 0.150 × | yes |
| async call, 50 at once, to the floor | ours | 2.000 × | ≤ 1.350 × | no |
| sync call, 64 threads, to the official SDK | ours | 0.100 × | ≤ 0.190 × | yes |
| sync call, 64 threads, to the floor | ours | 2.000 × | ≤ 1.350 × | no |
| cold start, by the clock, to the official SDK | ours | 0.100 × | ≤ 0.520 × | yes |
| cold start, peak memory, to the official SDK | ours | 0.100 × | ≤ 0.720 × | yes |
| decode 100 keys, as in a call, to the official SDK | ours | 0.100 × | ≤ 0.143 × | yes |
| sync call, 1 key, to the official SDK | ours, fast | 0.050 × | ≤ 0.130 × | yes |
| sync call, 1 key, to the fast floor | ours, fast | 2.000 × | ≤ 1.350 × | no |
| sync call, 100 keys, to the official SDK | ours, fast | 0.050 × | ≤ 0.120 × | yes |
| sync call, 100 keys, to the fast floor | ours, fast | 2.000 × | ≤ 1.350 × | no |
| async call, 50 at once, to the official SDK | ours, fast | 0.050 × | ≤ 0.055 × | yes |
| async call, 50 at once, to the fast floor | ours, fast | 2.000 × | ≤ 1.350 × | no |
| sync call, 64 threads, to the official SDK | ours, fast | 0.050 × | ≤ 0.140 × | yes |
| sync call, 64 threads, to the fast floor | ours, fast | 2.000 × | ≤ 1.350 × | no |
| cold start, by the clock, to the official SDK | ours, fast | 0.050 × | ≤ 0.500 × | yes |
| cold start, peak memory, to the official SDK | ours, fast | 0.050 × | ≤ 0.750 × | yes |
| `import openrouter` loads httpx2 or msgspec | ours | neither | neither | yes |"""


def test_a_library_that_is_loaded_misses_the_goal(results: Results) -> None:
    results.loaded["ours"].append("msgspec")
    assert report.goals(results).splitlines()[-1] == (
        "| `import openrouter` loads httpx2 or msgspec | ours | msgspec | neither | no |"
    )


def test_the_table_of_figures(results: Results) -> None:
    lines = report.table(results).splitlines()
    assert lines[:2] == [
        "| | floor | ours | fast floor | ours, fast | opc templates | official | openai-python |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    assert lines[2] == (
        "| sync call, 1 key, µs "
        "| 6.00 (5.00–7.00) | 12.0 (10.0–14.0) | 3.00 (2.50–3.50) | 6.00 (5.00–7.00) "
        "| 24.0 (20.0–28.0) | 120 (100–140) | 48.0 (40.0–56.0) |"
    )
    assert lines[-2:] == [
        "| installed, with dependencies, kB | 6.00 | 12.0 | 3.00 | 6.00 | 24.0 | 16 106 | 48.0 |",
        "| lines of Python, package alone | – | 12.0 | – | 6.00 | 24.0 | 120 | 48.0 |",
    ]


def test_the_table_of_ratios(results: Results) -> None:
    lines = report.ratios(results).splitlines()
    assert lines[2] == "| sync call, 1 key | 0.50 | 0.25 | 0.50 | 2.00 | 10.00 | 4.00 |"
    assert lines[-1] == "| lines of Python, package alone | – | – | 0.50 | 2.00 | 10.00 | 4.00 |"


def test_calls_per_second_are_by_the_clock_and_costs_are_not() -> None:
    timing = Timing(cpu=0.5, times=100, wall=2.0)
    one, rate = (next(one for one in MEASURES if one.id == id) for id in ("async_1", "rate_50"))
    assert (run.figure(one, timing), run.figure(rate, timing)) == (5000.0, 50.0)


def test_the_table_of_calls_per_second(results: Results) -> None:
    lines = report.table(results, RATES).splitlines()
    titles = [line.split(" | ")[0] for line in lines[2:]]
    assert titles == [f"| {n} at once, calls/s" for n in (1, 10, 50, 500)]
    assert not any("calls/s" in line for line in report.table(results).splitlines())


def test_the_report_has_all_parts_and_describes_the_machine(results: Results) -> None:
    text = report.render(results)
    assert re.findall(r"^#+ .*$", text, re.MULTILINE) == [
        "# What a call costs",
        "## Goals",
        "## Figures",
        "## Ratios",
        "## Calls per second",
        "## The peers",
        "## How it is measured",
        "## The machine",
    ]
    assert "\n| floor | httpx2 2.16.2, msgspec 0.22.0 |\n" in text
    assert text.endswith(
        "\nA CPU, 2 cores, Linux x86_64, CPython 3.11.7, 2026-11-23; as placed. "
        "Load average at the start: 0.2.\n"
    )


def test_sizes_leave_out_compiled_modules(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"123")
    (tmp_path / "a.py").write_text("one\ntwo\n")
    (tmp_path / "py.typed").write_text("")
    assert environments.size_of(tmp_path) == 8
    assert environments.lines_of(tmp_path) == 2


def test_every_environment_is_locked_with_hashes() -> None:
    asked = sorted(path.stem for path in environments.REQUIREMENTS.glob("*.in"))
    assert asked == sorted([*PEER, "plot", "openapi-generator", "openapi-python-client"])
    for name in asked:
        text = (environments.REQUIREMENTS / f"{name}.lock").read_text().replace("\\\n", " ")
        pins = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert pins
        assert [pin for pin in pins if not re.match(r"\S+==\S+ .*--hash=sha256:", pin)] == []


def test_the_official_sdk_is_pinned_exactly() -> None:
    text = (environments.REQUIREMENTS / "official.in").read_text()
    assert re.fullmatch(r"openrouter==\d+\.\d+\.\d+\n", text)


def test_the_server_and_the_clients_have_different_cores() -> None:
    cores = machine.choose_cores()
    assert cores == (None, None) or cores.server != cores.client


def test_the_help_tells_how_long_it_takes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "about twenty-five minutes" in done.stdout
    assert "--quick" in done.stdout
