"""How diagnostics are reported: ignored, quietly, as JSON, as annotations, from and to streams."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.cli.formats import as_annotation, as_json
from sdkwright.config.ignoring import Ignored, divide
from sdkwright.diagnostics import Diagnostic, Place

DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://e.example}]
paths:
  /x:
    get:
      operationId: getX
      x-speakeasy-usage-example: true
      responses: {'204': {description: Done.}}
  /y:
    get:
      operationId: getY
      x-speakeasy-usage-example: true
      responses: {'204': {description: Done.}}
"""
NOTE_X = (
    "spec/openapi.yaml:8:7: note[unsupported-extension] GET /x: `x-speakeasy-usage-example` is not "
    "supported and is ignored.\n"
)
NOTE_Y = NOTE_X.replace(":8:7:", ":13:7:").replace("GET /x", "GET /y")
BROKEN = DOCUMENT.replace("'204': {description: Done.}", "'204': {$ref: '#/components/x'}", 1)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/openapi.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "spec/sdk.toml").write_text('[package]\nmodule = "t"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def ignore(project: Path, *entries: str) -> None:
    text = f'[package]\nmodule = "t"\n[diagnostics]\nignore = [\n{",".join(entries)}\n]\n'
    (project / "spec/sdk.toml").write_text(text, "utf-8")


def test_a_code_is_ignored_everywhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ignore(project, '{code = "unsupported-extension"}')
    assert cli.main(["gen"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "place",
    ["GET /x", "/paths/~1x", "/paths/~1x/get/", "/paths/~1x/get/x-speakeasy-usage-example"],
)
def test_a_code_is_ignored_at_a_place(
    project: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ignore(project, f'{{code = "unsupported-extension", place = "{place}"}}')
    assert cli.main(["gen"]) == 0
    assert capsys.readouterr().err == NOTE_Y


def test_the_short_cut_reports_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ignore(project, '{code = "unsupported-extension", place = "GET /x"}')
    cli.main(["gen"])
    first = capsys.readouterr().err
    assert cli.main(["gen"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("up to date")
    assert told.err == first


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('{code = "weak-type"}', "`weak-type`"),
        (
            '{code = "unsupported-extension", place = "GET /z"}',
            "`unsupported-extension` at `GET /z`",
        ),
        (
            '{code = "unsupported-extension", place = "/paths/~1"}',
            "`unsupported-extension` at `/paths/~1`",
        ),
    ],
)
def test_an_entry_that_ignores_nothing_is_reported_with_its_line(
    project: Path, entry: str, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ignore(project, entry)
    assert cli.main(["gen"]) == 0
    assert capsys.readouterr().err == (
        f"{NOTE_X}{NOTE_Y}spec/sdk.toml:5: warning[unused-ignore]: `diagnostics.ignore` "
        f"lists {what}, of which there is none. Fix: remove the entry from `diagnostics.ignore`.\n"
    )


def test_errors_are_never_ignored(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec/openapi.yaml").write_text(BROKEN, "utf-8")
    ignore(project, '{code = "dropped-operation"}')
    assert cli.main(["gen"]) == 1
    told = capsys.readouterr().err
    assert "error[dropped-operation] GET /x" in told
    assert "unused-ignore" not in told


def test_one_entry_of_two_can_be_unused() -> None:
    item = Diagnostic("note", "a", "m", subject="GET /x", pointer="/paths/~1x/get")
    entries = [Ignored("a", "/paths"), Ignored("a", "/path")]
    assert divide([item], entries) == ([], [Ignored("a", "/path")])


@pytest.mark.parametrize(
    "entry", ["{}", '{place = "x"}', '{code = ""}', '{code = "a", why = "b"}', '"a"', "{code = 1}"]
)
def test_an_entry_of_another_shape_is_refused(
    project: Path, entry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ignore(project, entry)
    assert cli.main(["gen"]) == 1
    assert "error[bad-config]: `diagnostics.ignore` must be a list of tables" in (
        capsys.readouterr().err
    )


def test_quiet_prints_nothing_if_there_are_no_errors(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["gen", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    (project / "spec/openapi.yaml").write_text(BROKEN, "utf-8")
    assert cli.main(["gen", "--quiet"]) == 1
    told = capsys.readouterr()
    assert told.out == ("1 error; nothing was written (--keep-going writes the other operations)\n")
    assert [line.partition(": ")[2][:7] for line in told.err.splitlines()] == ["error[d"]


@pytest.mark.usefixtures("project")
def test_json_has_one_object_in_each_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gen", "--format", "json"]) == 0
    first, _ = capsys.readouterr().err.splitlines()
    assert json.loads(first) == {
        "severity": "note",
        "code": "unsupported-extension",
        "message": "`x-speakeasy-usage-example` is not supported and is ignored",
        "fix": "",
        "subject": "GET /x",
        "file": "spec/openapi.yaml",
        "line": 8,
        "column": 7,
        "pointer": "/paths/~1x/get/x-speakeasy-usage-example",
    }


@pytest.mark.usefixtures("project")
def test_github_shows_diagnostics_beside_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gen", "--format", "github"]) == 0
    assert capsys.readouterr().err.splitlines()[0] == (
        "::notice file=spec/openapi.yaml,line=8,col=7,title=unsupported-extension GET /x::"
        "`x-speakeasy-usage-example` is not supported and is ignored"
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            Diagnostic("error", "a", "50 %\nx\r::error::y", fix="do", subject="GET /a,b:c"),
            "::error title=a GET /a%2Cb%3Ac::50 %25%0Ax%0A::error::y%0AFix: do",
        ),
        (
            Diagnostic("warning", "a", "m\x1b[0m", place=Place("C:,%.yaml", 3)),
            "::warning file=C%3A%2C%25.yaml,line=3,title=a::m\\x1b[0m",
        ),
        (Diagnostic("note", "a", ""), "::notice title=a::"),
    ],
)
def test_no_text_ends_an_annotation_or_adds_to_it(item: Diagnostic, expected: str) -> None:
    assert as_annotation(item) == expected


def test_no_text_ends_a_line_of_json() -> None:
    item = Diagnostic("note", "a", "x\u2028y\n\x1b")
    assert as_json(item).isprintable()
    assert json.loads(as_json(item))["message"] == "x\u2028y\n\x1b"


@pytest.mark.usefixtures("project")
def test_a_report_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gen", "--report", "-"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["operations"] == 2
    assert told.err.splitlines()[-1].startswith("2 of 2 operations, ")
    assert not Path("-").exists()


def from_input(monkeypatch: pytest.MonkeyPatch, text: str, *options: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return cli.main(["gen", "--spec", "-", "--module", "t", "--output", "made", *options])


@pytest.mark.usefixtures("project")
def test_a_document_comes_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert from_input(monkeypatch, DOCUMENT) == 0
    assert capsys.readouterr().err == (NOTE_X + NOTE_Y).replace("spec/openapi.yaml", "<stdin>")
    assert Path("made/src/t/client.py").is_file()
    assert from_input(monkeypatch, DOCUMENT.replace("/y:", "/z:")) == 0
    assert "GET /z" in capsys.readouterr().err
    assert from_input(monkeypatch, DOCUMENT.replace("/y:", "/z:"), "--check") == 0


@pytest.mark.usefixtures("project")
def test_standard_input_may_refer_to_files_in_the_current_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("parts.yaml").write_text("done: {description: Done.}\n", "utf-8")
    text = DOCUMENT.replace("{description: Done.}", "{$ref: 'parts.yaml#/done'}")
    assert from_input(monkeypatch, text) == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("text", ["", "{", "\ufeff[]"])
def test_standard_input_that_is_no_document_is_an_error(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert from_input(monkeypatch, text) == 1
    assert capsys.readouterr().err.startswith("<stdin>:")
