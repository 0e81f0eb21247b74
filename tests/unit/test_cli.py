"""The command line and the pipeline: options, messages, exit codes, reports, the short cut."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

import sdkwright as package
from sdkwright import cli, config
from sdkwright.cli import gen, terminal
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostic, Diagnostics, Place, render
from sdkwright.model import ir
from sdkwright.pipeline import census, stamp
from sdkwright.pipeline import run as pipeline
from sdkwright.pipeline.report import Report
from sdkwright.pipeline.run import Options, Stages
from sdkwright.workspace.own_files import own_files

ROOT = Path(package.__file__).parents[2]

DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /x:
    get: {responses: {'200': {description: fine}}}
    post: {responses: {'200': {description: fine}}}
webhooks:
  w:
    post: {responses: {}}
"""


def sdkwright(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "sdkwright", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "generator"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            **environment,
        },
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and a document, in which we are."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "spec/sdk.toml").write_text('[package]\nmodule = "t"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Stages that make one file and no fuss: what is tested is how the pipeline treats what they say


@dataclass
class Toy:
    """Stages that make an operation of each one in the document, but those in `drop`."""

    drop: tuple[str, ...] = ()
    lose: tuple[str, ...] = ()
    text: str = "x = 1\n"
    ran: list[str] = field(default_factory=list)

    def lower(self, data: dict[str, Any], _config: Config, diagnostics: Diagnostics) -> ir.Api:
        self.ran.append("lower")
        for subject in self.drop:
            diagnostics.error(
                "dropped-operation", "its body is text/csv", at="/paths/~1x/post", subject=subject
            )
        made = [
            operation(*subject.split(" "))
            for subject in census.operations_of(data)
            if subject not in {*self.drop, *self.lose}
        ]
        resource = ir.Resource(ir.Name("r"), ir.Doc(), ir.SourcePointer("/tags/0"), tuple(made))
        called = tuple(
            webhook(*subject.split(" "))
            for subject in census.webhooks_of(data)
            if subject not in {*self.drop, *self.lose}
        )
        return ir.Api(
            "T", "1", ir.Doc(), (), (), (), (resource,), (), (), None, webhooks=called
        )  # fmt: skip

    def passes(self, api: ir.Api, _config: Config, _diagnostics: Diagnostics) -> ir.Api:
        self.ran.append("passes")
        return replace(api)

    def emit(self, api: ir.Api, _config: Config) -> dict[str, str]:
        self.ran.append("emit")
        assert api.title == "T"
        return {"t.py": self.text}


def operation(method: str, path: str) -> ir.Operation:
    return ir.Operation(
        f"{method} {path}", ir.Name(path), method.lower(), path, ir.Doc(), ir.SourcePointer(""),
        (), None, (), (), (), None, None,
    )  # fmt: skip


def webhook(method: str, name: str) -> ir.Webhook:
    place = ir.SourcePointer("")
    return ir.Webhook(name, ir.Name(name), method.lower(), ir.Doc(), place, (), None)


def run(
    toy: Toy,
    *,
    check: bool = False,
    force: bool = False,
    keep_going: bool = False,
    settings: str = "spec/sdk.toml",
) -> tuple[int, Report, list[str]]:
    code, report = pipeline.run(
        lambda diagnostics: config.read(Path(settings), diagnostics),
        Options(check=check, force=force, keep_going=keep_going),
        Stages(toy.lower, toy.passes, toy.emit),
    )
    return code, report, [render(item) for item in report.diagnostics]


def test_the_stages_run_in_order_and_their_files_are_written(project: Path) -> None:
    toy = Toy()
    code, report, said = run(toy)
    assert (code, said, toy.ran) == (0, [], ["lower", "passes", "emit"])
    assert (project / "generated/t.py").read_text(encoding="utf-8") == "x = 1\n"
    assert (report.operations, report.generated, report.files) == (2, 2, 1)
    assert (report.webhooks, report.webhooks_generated) == (1, 1)
    assert list(report.seconds) == [
        "settings", "load", "assemble", "normalize", "lower", "passes", "emit", "output",
    ]  # fmt: skip


@pytest.mark.usefixtures("project")
def test_a_dropped_operation_is_an_error_and_nothing_is_written() -> None:
    code, report, said = run(Toy(drop=("POST /x",)))
    assert code == 1
    assert said == [
        "spec/openapi.yaml:6:5: error[dropped-operation] POST /x: its body is text/csv."
    ]
    assert (report.operations, report.generated, report.skipped) == (2, 1, ("POST /x",))
    assert not Path("generated").exists()


def test_the_other_operations_are_written_on_request(project: Path) -> None:
    code, report, said = run(Toy(drop=("POST /x",)), keep_going=True)
    assert code == 1
    assert said == [
        "spec/openapi.yaml:6:5: error[dropped-operation] POST /x: its body is text/csv."
    ]
    assert (report.dropped, report.written, report.files) == (("POST /x",), True, 1)
    assert (project / "generated/t.py").read_text(encoding="utf-8") == "x = 1\n"
    assert gen.summary(code, report, 0.81) == (
        "1 error; 1 of 2 operations, 1 of 1 webhook, 1 file, 0.8 s"
    )


@pytest.mark.usefixtures("project")
def test_what_was_written_without_some_operations_is_up_to_date_without_them() -> None:
    run(Toy(drop=("POST /x",)), keep_going=True)
    code, report, said = run(Toy(drop=("POST /x",)), keep_going=True, check=True)
    assert (code, report.up_to_date, report.written, len(said)) == (1, True, True, 1)


@pytest.mark.parametrize("toy", [Toy(drop=("POST /x", "GET /x")), Toy(lose=("GET /x",))])
def test_nothing_is_written_if_nothing_is_left_or_if_we_are_at_fault(
    toy: Toy, project: Path
) -> None:
    code, report, _ = run(toy, keep_going=True)
    assert (code, report.written) == (1, False)
    assert not (project / "generated").exists()


@pytest.mark.usefixtures("project")
def test_a_run_that_dropped_something_says_how_to_write_the_rest() -> None:
    code, report, _ = run(Toy(drop=("POST /x",)))
    assert gen.summary(code, report, 0.81) == (
        "1 error; nothing was written (--keep-going writes the other operations)"
    )


def test_an_operation_that_may_be_dropped_is_a_note(project: Path) -> None:
    with (project / "spec/sdk.toml").open("a", encoding="utf-8") as file:
        file.write('[operations]\nallow_dropped = ["POST /x"]\n')
    code, report, said = run(Toy(drop=("POST /x",)))
    assert (code, report.skipped) == (0, ("POST /x",))
    assert said == ["spec/openapi.yaml:6:5: note[dropped-operation] POST /x: its body is text/csv."]


def test_an_allowance_that_is_not_used_is_an_error(project: Path) -> None:
    with (project / "spec/sdk.toml").open("a", encoding="utf-8") as file:
        file.write('[operations]\nallow_dropped = ["POST /x"]\n')
    code, _, said = run(Toy())
    assert code == 1
    assert said == [
        (
            "spec/sdk.toml:4: error[unused-allowance] POST /x: listed in `allow_dropped`, "
            "but not dropped. Fix: remove it from `allow_dropped`."
        )
    ]


@pytest.mark.usefixtures("project")
def test_an_operation_that_is_lost_in_silence_is_our_fault() -> None:
    code, _, said = run(Toy(lose=("GET /x",)))
    assert code == 1
    assert said == [
        (
            "error[internal-error] GET /x: the operation is missing from the SDK, and no "
            "stage reported why. Fix: please report this as a bug of the generator, with "
            "the document."
        )
    ]


@pytest.mark.usefixtures("project")
def test_a_webhook_that_is_lost_in_silence_is_our_fault() -> None:
    code, report, said = run(Toy(lose=("POST w",)))
    assert (code, report.webhooks, report.webhooks_generated) == (1, 1, 0)
    assert [line.partition(":")[0] for line in said] == ["error[internal-error] POST w"]


@pytest.mark.usefixtures("project")
def test_with_an_error_the_output_stays_as_it_was() -> None:
    run(Toy())
    code, _, _ = run(Toy(text="x = = 1\n"))
    assert code == 1
    assert Path("generated/t.py").read_text(encoding="utf-8") == "x = 1\n"


@pytest.mark.usefixtures("project")
def test_check_fails_where_something_differs() -> None:
    run(Toy())
    assert run(Toy(), check=True)[0] == 0
    code, report, said = run(Toy(text="x = 2\n"), check=True)
    assert (code, report.generated) == (1, 2)
    assert said == [
        "generated/t.py: error[out-of-date]: the file is out of date. Fix: run the generator."
    ]


@pytest.mark.usefixtures("project")
def test_findings_are_sorted_by_place_whatever_the_stage() -> None:
    Path("spec/openapi.yaml").write_text(
        DOCUMENT.replace("3.1.0", "3.0.0").replace("{responses: {}}", "{}"), encoding="utf-8"
    )
    _, _, said = run(Toy(drop=("POST /x",)))
    assert [line.split(" ")[0] for line in said] == [
        "spec/openapi.yaml:6:5:",
        "spec/openapi.yaml:9:5:",  # what the operation lacks
        "spec/openapi.yaml:9:5:",  # that it is empty
    ]


def test_operations_behind_references_count() -> None:
    data = {
        "paths": {
            "/a": {"$ref": "#/components/pathItems/A"},
            "/b": {"$ref": "#/paths/~1a", "delete": {}},
            "/c": {"$ref": "#/paths/~1c"},
            "/d": {"$ref": "other.yaml#/x"},
            "/e": {"summary": "none", "parameters": []},
        },
        "components": {"pathItems": {"A": {"get": {}, "post": {}}}},
    }
    assert census.operations_of(data) == [
        "GET /a", "POST /a", "GET /b", "POST /b", "DELETE /b",
    ]  # fmt: skip


def test_webhooks_and_callbacks_are_counted_once_each() -> None:
    data = {
        "paths": {
            "/a": {
                "get": {"callbacks": {"done": {"{$url}": {"post": {}, "summary": "told"}}}},
                "put": {"callbacks": {"gone": {"$ref": "#/components/callbacks/Gone"}}},
                "post": {"callbacks": {"gone": {"$ref": "#/components/callbacks/Gone"}}},
                "patch": {"callbacks": {"never": {"{$url}": {"post": {}}}}}
                | {"x-speakeasy-ignore": True},
            }
        },
        "webhooks": {"sent": {"post": {}, "put": {}}},
        "components": {"callbacks": {"Gone": {"{$url}": {"post": {}}}}},
    }
    assert census.webhooks_of(data) == ["POST sent", "PUT sent", "POST done", "POST gone"]
    assert census.webhooks_of({"x-webhooks": {"sent": {"post": {}}}}) == ["POST sent"]


# The command line


def test_help_teaches_with_examples(tmp_path: Path) -> None:
    done = sdkwright(tmp_path, "--help")
    assert done.returncode == 0
    assert "sdkwright gen --spec petstore.yaml --module petstore --output build/petstore" in (
        done.stdout
    )


def test_help_imports_no_stage() -> None:
    program = (
        "import sys; from sdkwright.cli import main\n"
        "try: main(['gen', '--help'])\n"
        "except SystemExit: pass\n"
        "names = {'yaml', 'black', 'jinja2', 'pydantic', 'sdkwright.pipeline.run'}\n"
        "sys.exit(str(names & {*sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.stderr == "set()\n"


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    done = sdkwright(tmp_path, "--version")
    assert (done.returncode, done.stdout) == (0, f"sdkwright {package.__version__}\n")


def test_no_command_shows_the_help(tmp_path: Path) -> None:
    done = sdkwright(tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: sdkwright ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gen", "--nothing"], "unrecognized arguments: --nothing"),
        (["gen", "--spec", "a.yaml"], "--spec, --module and --output must be given together"),
        (["gen", "--module", "a"], "--spec, --module and --output must be given together"),
        (
            ["gen", "--config", "a.toml", "--spec", "a.yaml"],
            "--config cannot be combined with --spec, --overlay, --module or --output",
        ),
    ],
)
def test_a_wrong_use_is_explained(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"error: {message}")


def test_without_settings_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["gen", "--no-cache"]) == 2
    told = capsys.readouterr()
    assert told.err == (
        "spec/sdk.toml: error[missing-file]: file not found. Fix: pass its path with "
        "--config, or use --spec, --module and --output.\n"
    )
    assert told.out == "1 error; nothing was written\n"


def test_settings_are_found_in_a_folder_above(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec/openapi.yaml").unlink()
    (project / "below/deep").mkdir(parents=True)
    monkeypatch.chdir(project / "below/deep")
    assert cli.main(["gen", "--no-cache"]) == 2
    assert capsys.readouterr().err == (
        "../../spec/openapi.yaml: error[missing-file]: file not found.\n"
    )


def test_the_report_is_written_even_if_the_run_failed(project: Path) -> None:
    (project / "spec/openapi.yaml").write_text("openapi: 4.0.0\n", encoding="utf-8")
    assert cli.main(["gen", "--no-cache", "--report", "report.json"]) == 1
    report = json.loads((project / "report.json").read_text(encoding="utf-8"))
    assert report["diagnostics"] == [
        {
            "severity": "error",
            "code": "openapi-version",
            "message": "OpenAPI 4.0.0 is not supported; use 3.0, 3.1 or 3.2",
            "fix": "",
            "pointer": None,
            "subject": "",
            "place": {"file": "spec/openapi.yaml", "line": 1, "column": 1},
        }
    ]
    assert (report["operations"], report["generated"], report["files"]) == (0, 0, 0)
    assert [*report["seconds"]] == ["settings", "load"]


@pytest.mark.usefixtures("project")
def test_a_report_that_cannot_be_written_is_a_wrong_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("spec/openapi.yaml").unlink()
    assert cli.main(["gen", "--no-cache", "--report", "no/report.json"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "no/report.json: error[cannot-write]: No such file or directory."
    )


@pytest.mark.usefixtures("project")
def test_an_unexpected_fault_is_one_line_that_says_how_to_see_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("two\nlines")

    monkeypatch.delenv("SDKWRIGHT_TRACEBACK", raising=False)
    monkeypatch.setattr(pipeline, "run", fail)
    assert cli.main(["gen"]) == 1
    assert capsys.readouterr().err == (
        "internal error: KeyError: 'two\\nlines' (please report this; SDKWRIGHT_TRACEBACK=1 "
        "prints the traceback)\n"
    )
    monkeypatch.setenv("SDKWRIGHT_TRACEBACK", "1")
    with pytest.raises(KeyError):
        cli.main(["gen"])


@pytest.mark.usefixtures("project")
def test_an_interrupted_run_exits_with_130_and_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", interrupt)
    assert cli.main(["gen"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_there_is_colour_on_a_terminal_that_wants_it(
    tmp_path: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    ours, theirs = pty.openpty()
    without = {key: text for key, text in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-m", "sdkwright", "gen"],
        cwd=tmp_path,
        env={**without, "PYTHONPATH": str(ROOT / "generator"), **environment},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = whole(ours)
    head = "\x1b[1;31merror[missing-file]\x1b[0m: " if coloured else "error[missing-file]: "
    assert f"spec/sdk.toml: {head}file not found." in shown  # progress may come first


def whole(terminal: int) -> str:
    """Read what is shown until nobody can show more."""
    shown = b""
    with contextlib.suppress(OSError):  # Linux says so at the end of a terminal
        while more := os.read(terminal, 4096):
            shown += more
    os.close(terminal)
    return shown.decode()


PROGRESS = """
import sys, types
from sdkwright.cli import terminal
terminal.time = types.SimpleNamespace(perf_counter=lambda: float(sys.argv[1]))
progress = terminal.Progress(0.0)
progress("lower: 3 operations")
sys.stdin.readline()
progress.clear()
"""


def progress(seconds: str, *, on_terminal: bool, until: str) -> str:
    """Run something that began so many seconds ago, and return what it shows, having said a thing
    before it ends."""
    ours, theirs = pty.openpty() if on_terminal else os.pipe()
    command = [sys.executable, "-c", PROGRESS, seconds]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=theirs, env=environment) as run:
        os.close(theirs)
        shown = ""
        while until not in shown:
            shown += os.read(ours, 4096).decode()
        run.communicate(b"\n")
        return shown + whole(ours)


def test_a_long_run_tells_a_terminal_what_it_does_and_leaves_nothing_behind() -> None:
    shown = progress("7", on_terminal=True, until="operations")
    lines = shown.split("\r\x1b[K")
    assert lines[:2] == ["", "7 s  lower: 3 operations ..."]
    assert lines[-1] == ""


def test_a_short_run_tells_nothing() -> None:
    assert progress("-60", on_terminal=True, until="") == ""


def test_nothing_is_told_where_nobody_watches() -> None:
    assert progress("7", on_terminal=False, until="") == ""


@pytest.mark.parametrize(
    ("code", "given", "summary"),
    [
        (0, Report(6, 6, files=41), "6 of 6 operations, 41 files, 0.8 s"),
        (
            0,
            Report(6, 6, files=41, up_to_date=True),
            "up to date: 6 of 6 operations, 41 files, 0.8 s",
        ),
        (0, Report(1, 1, files=1), "1 of 1 operation, 1 file, 0.8 s"),
    ],
)
def test_the_summary_is_one_line(code: int, given: Report, summary: str) -> None:
    assert gen.summary(code, given, 0.81) == summary


def diagnostics_of(*codes: str) -> list[Diagnostic]:
    return [
        Diagnostic("note", code, f"number {number}", place=Place("a.yaml", number))
        for number, code in enumerate(codes, 1)
    ]


def test_ten_diagnostics_of_a_code_are_printed_one_by_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.print_diagnostics(diagnostics_of(*"a" * 10, "b"), most=10)
    assert capsys.readouterr().err.count("\n") == 11


def test_of_more_than_ten_the_first_is_printed_with_a_count_and_places(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.print_diagnostics(diagnostics_of("b", *"a" * 1201), most=10)
    assert capsys.readouterr().err == (
        "a.yaml:1: note[b]: number 1.\n"
        "a.yaml:2: note[a]: number 2. And 1,200 more `a` at a.yaml:3, a.yaml:4, a.yaml:5 …; "
        "--verbose shows all.\n"
    )


def test_errors_and_notes_of_one_code_are_counted_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = diagnostics_of(*"a" * 12)
    terminal.print_diagnostics([replace(found[0], severity="error"), *found[1:]], most=10)
    assert capsys.readouterr().err.splitlines() == [
        "a.yaml:1: error[a]: number 1.",
        (
            "a.yaml:2: note[a]: number 2. And 10 more `a` at a.yaml:3, a.yaml:4, a.yaml:5 …; "
            "--verbose shows all."
        ),
    ]


def test_verbose_prints_all(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.print_diagnostics(diagnostics_of(*"a" * 30))
    assert capsys.readouterr().err.count("\n") == 30


def test_the_summary_of_a_check_says_how_much_differs() -> None:
    found = Diagnostics()
    found.error("out-of-date", "the file is missing")
    given = Report(diagnostics=found.items)
    assert gen.summary(1, given, 0.1) == "out of date: 1 file to change"


# The short cut


@pytest.fixture
def settings(project: Path) -> Config:
    return config.read(project / "spec/sdk.toml", Diagnostics())


def test_the_stamp_changes_with_everything_that_counts(settings: Config) -> None:
    keys = [stamp.key_of(settings)]
    keys.append(stamp.key_of(replace(settings, version="2")))
    settings.document.write_text(DOCUMENT + "\n", encoding="utf-8")
    keys.append(stamp.key_of(settings))
    assert settings.source is not None
    settings.source.write_text('# a comment\n[package]\nmodule = "t"\n', encoding="utf-8")
    keys.append(stamp.key_of(settings))
    assert len({*keys}) == 4
    assert stamp.key_of(settings) == keys[-1]


def test_the_stamp_covers_every_source_and_template() -> None:
    names = {file.relative_to(ROOT).as_posix() for file in own_files()}
    assert {"generator/sdkwright/pipeline/run.py", "generator/sdkwright/runtime/client.py"} <= names
    assert any(name.startswith("templates/") for name in names)
    assert not any(name.endswith(".pyc") for name in names)


def test_a_document_that_cannot_be_read_has_no_stamp(settings: Config) -> None:
    settings.document.unlink()
    assert stamp.key_of(settings) is None
