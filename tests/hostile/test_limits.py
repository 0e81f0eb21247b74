"""Every limit can be reached, says how to raise it, and is raised by an option and by a setting."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from sdkwright import cli
from sdkwright.model import limits

DOCUMENT: Final = f"""\
openapi: 3.1.0
info: {{title: T, version: "1"}}
paths:
  /things:
    get:
      operationId: listThings
      description: {"x" * 100}
      responses: {{"200": {{$ref: "#/components/responses/Thing"}}}}
    post:
      operationId: makeThing
      responses: {{"200": {{$ref: "#/components/responses/Thing"}}}}
components:
  responses:
    Thing:
      description: It.
      content: {{application/json: {{schema: {{$ref: "#/components/schemas/Thing"}}}}}}
  schemas:
    Thing:
      type: object
      properties: {{kind: {{$ref: "#/components/schemas/Kind"}}, of: {{type: string}}}}
    Kind:
      type: string
      enum: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t]
x-gone: {{a: 1}}
"""
OVERLAY: Final = """\
overlay: 1.0.0
actions: [{target: "$['x-gone'].a", remove: true}]
"""


@dataclass(frozen=True)
class Reached:
    """A limit that the document reaches.

    Args:
        name: The limit.
        least: What it must be for the document.
        says: Where the diagnostic is, and what it says, if it is less by one.
    """

    name: str
    least: int
    says: str


REACHED: Final = (
    Reached("bytes", 773, "openapi.yaml: error[too-large]: the file is larger than 772 bytes."),
    Reached("values", 97, "openapi.yaml:24:9: error[too-large]: the file has more than 96 values."),
    Reached(
        "items",
        20,
        "openapi.yaml:23:7: error[too-large]: this list has 20 entries; the limit is 19.",
    ),
    Reached(
        "text", 100, "openapi.yaml:7:7: error[too-large]: this text has more than 99 characters."
    ),
    Reached(
        "operations",
        2,
        "openapi.yaml:3:1: error[too-large]: the document has 2 operations; the limit is 1.",
    ),
    Reached(
        "types",
        2,
        "openapi.yaml:21:5: error[too-large]: the document exceeds the limit of 1 types here.",
    ),
    Reached(
        "fields",
        2,
        "openapi.yaml:18:5: error[too-large]: the document exceeds the limit of 1 fields here.",
    ),
    Reached(
        "steps",
        2,
        "overlay.yaml:2:12: error[too-large]: evaluating the JSONPaths of the overlays "
        "takes too many steps.",
    ),
)


def test_each_limit_has_a_case() -> None:
    assert tuple(case.name for case in REACHED) == limits.NAMES


@pytest.mark.parametrize("how", ["option", "setting"])
@pytest.mark.parametrize("case", REACHED, ids=limits.NAMES)
def test_a_limit_is_reached_and_raised(
    case: Reached, how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, overlay = tmp_path / "openapi.yaml", tmp_path / "overlay.yaml"
    path.write_text(DOCUMENT)
    overlay.write_text(OVERLAY)

    def run(number: int) -> int:
        if how == "setting":
            output = f'directory = "{tmp_path / "out"}"'
            lines = ["[package]", 'module = "library"', "[output]", output]
            lines += ["[document]", 'overlays = ["overlay.yaml"]']
            (tmp_path / "sdk.toml").write_text(
                "\n".join([*lines, "[limits]", f"{case.name} = {number}"])
            )
            return cli.main(["gen", "--config", str(tmp_path / "sdk.toml")])
        options = ["--module", "library", "--output", str(tmp_path / "out")]
        options += ["--overlay", str(overlay)]
        limit = ["--limit", f"{case.name}={number:_}"]
        return cli.main(["gen", "--spec", str(path), *options, *limit])

    assert run(case.least - 1) == 1
    said = capsys.readouterr().err
    fix = f"set `{case.name}` in the table `limits`, or pass `--limit {case.name}=N`"
    assert said.splitlines() == [
        f"{tmp_path}/{case.says} Fix: if this is intended, raise the limit: {fix}."
    ]
    assert not (tmp_path / "out").exists()
    assert run(case.least) == 0


WRONG: Final = ("", "items", "items=", "items=0", "items=-1", "items=1.5", "items=x", "items=1e9")
STRANGE: Final = ("items=\u0661", "things=1", "=1", "items=1=2", f"items={'9' * 5000}")


@pytest.mark.parametrize("value", WRONG + STRANGE, ids=lambda value: value[:20])
def test_a_wrong_value_of_the_option_is_refused(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["gen", "--limit", value])
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("sdkwright gen: error: argument --limit: ")
    assert last.endswith(" is not a limit such as operations=20000")
    assert len(last) < 200


@pytest.mark.parametrize("value", ["0", "-1", "1.5", '"5"', "true", "[1]", "inf", "2026-01-02"])
def test_a_wrong_value_of_the_setting_is_refused(
    value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "sdk.toml"
    settings.write_text(f'[package]\nmodule = "m"\n[limits]\nitems = {value}\n')
    assert cli.main(["gen", "--config", str(settings)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{settings}:4: error["), said
    assert "a positive integer" in said


def test_an_unknown_limit_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "sdk.toml"
    settings.write_text('[package]\nmodule = "m"\n[limits]\nthings = 1\n')
    assert cli.main(["gen", "--config", str(settings)]) == 1
    assert f"{settings}:4: error[unknown-setting]" in capsys.readouterr().err
