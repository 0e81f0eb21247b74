"""The SDK as mypy and pyright see it: right uses pass, and each wrong one is found where it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SDK = ROOT / "generated" / "src"
IGNORE = re.compile(r"  # type: ignore\[[^\]]*\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def uses() -> str:
    return (Path(__file__).parent / "uses.py").read_text(encoding="utf-8")


@pytest.fixture
def copy(uses: str, tmp_path: Path) -> Path:
    """The file without its ignores, so that every mistake in it is reported."""
    path = tmp_path / "uses.py"
    path.write_text(IGNORE.sub("", uses), encoding="utf-8")
    return path


def wrong_lines(uses: str) -> set[int]:
    return {number for number, line in enumerate(uses.splitlines(), 1) if IGNORE.search(line)}


def test_mypy_finds_the_wrong_uses_and_no_others(uses: str, copy: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-pretty"),
            *("--config-file", "", "--cache-dir", str(tmp_path / "cache"), str(copy)),
        ],
        env={"MYPYPATH": str(SDK), "PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^(.*?):(\d+): error:", run.stdout, re.MULTILINE)
    assert {Path(file).name for file, _ in found} == {"uses.py"}, run.stdout + run.stderr
    assert {int(line) for _, line in found} == wrong_lines(uses), run.stdout


def test_pyright_finds_the_wrong_uses_and_no_others(uses: str, copy: Path, tmp_path: Path) -> None:
    settings = {
        "include": [str(copy)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(SDK)],
        # A wrong use is often also an expression that does nothing.
        "reportUnusedExpression": "none",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    run = subprocess.run(
        [
            *("npx", "--no-install", "pyright", "--outputjson"),
            *("--pythonpath", sys.executable, "-p", str(tmp_path)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        diagnostic
        for diagnostic in json.loads(run.stdout)["generalDiagnostics"]
        if diagnostic["severity"] == "error"
    ]
    lines = {diagnostic["range"]["start"]["line"] + 1 for diagnostic in found}
    assert lines == wrong_lines(uses), json.dumps(found, indent=1)
