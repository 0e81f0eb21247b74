"""What is expected of the cases is right as code: it imports, type-checks, lints, is formatted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import black
import pytest
from black.mode import TargetVersion

from tests.golden.support.cases import Case, made_cases, read_tree
from tests.support.sharing import share_runtimes

ROOT = Path(__file__).parent.parent.parent
MODULES = [case.config.module for case in made_cases()]
LINE_LENGTH = 100

IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        found = importlib.import_module(module.name)
        for export in getattr(found, "__all__", ()):
            getattr(found, export)
        print(module.name)
"""

each_case = pytest.mark.parametrize("case", made_cases(), ids=lambda case: case.name)


def run(*command: str | Path, cwd: Path) -> tuple[int, str]:
    made = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "MYPYPATH": str(cwd)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return made.returncode, made.stdout


def own_files(folder: Path, modules: list[str]) -> list[Path]:
    """All Python but the runtime, whose modules have tests of their own."""
    return [
        path
        for name in modules
        for path in sorted((folder / name).rglob("*.py"))
        if "_runtime" not in path.parts
    ]


def test_every_module_imports_without_a_warning(sdks: Path) -> None:
    code, said = run(sys.executable, "-W", "error", "-B", "-c", IMPORT_ALL, *MODULES, cwd=sdks)
    assert code == 0, said
    assert {f"{name}.client" for name in MODULES} <= {*said.split()}


def test_mypy_strict_finds_nothing(sdks: Path, tmp_path: Path) -> None:
    runtimes = share_runtimes(sdks, MODULES, tmp_path)
    settings = tmp_path / "mypy.ini"
    silent = "\n".join(f"[mypy-{name}.*]\nfollow_imports = silent" for name in runtimes)
    settings.write_text(f"[mypy]\nstrict = True\n{silent}\n", encoding="utf-8")
    command = (sys.executable, "-m", "mypy", "--config-file", settings, "--cache-dir", os.devnull)
    files = own_files(tmp_path, MODULES)
    code, said = run(*command, *files, cwd=tmp_path)
    assert (code, said) == (0, f"Success: no issues found in {len(files)} source files\n")
    assert len(files) == len(own_files(sdks, MODULES)) > 400


def pyright(sdks: Path, modules: list[str], folder: Path) -> list[str]:
    """Say what pyright finds in packages, by its strict rules, but for their runtimes.

    Args:
        sdks: The folder that the packages are in.
        modules: The packages.
        folder: Gets what pyright reads.
    """
    share_runtimes(sdks, modules, folder)
    settings = {"include": modules, "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = (ROOT / "node_modules" / ".bin" / "pyright", "--outputjson", "-p", folder)
    _, said = run(*command, "--pythonpath", sys.executable, cwd=folder)
    report = json.loads(said)
    assert report["summary"]["filesAnalyzed"] == len(own_files(sdks, modules))
    return [f"{item['file']}: {item['message']}" for item in report["generalDiagnostics"]]


def test_pyright_strict_finds_nothing(sdks: Path, tmp_path: Path) -> None:
    assert pyright(sdks, MODULES, tmp_path) == []


def test_ruff_finds_nothing_and_would_sort_no_import(sdks: Path) -> None:
    command = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache")
    # N999: PEP 8 wants ASCII, but a module is called as the document calls its class.
    ignored = ("--ignore", "N999")
    rules = ("--extend-select", "I", *ignored, "--line-length", str(LINE_LENGTH))
    found = run(*command, *rules, ".", cwd=sdks)
    assert found == (0, "All checks passed!\n")


@each_case
def test_black_would_change_nothing(case: Case) -> None:
    mode = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    for path, text in read_tree(case.expected).items():
        if path.endswith(".py"):
            assert black.format_str(text, mode=mode) == text, path


@each_case
def test_a_line_is_too_long_only_for_a_word_that_is(case: Case) -> None:
    for path, text in read_tree(case.expected / "src").items():
        for line in text.splitlines():
            longest = max(map(len, line.split()), default=0)
            assert len(line) <= LINE_LENGTH or longest > LINE_LENGTH // 2, f"{path}: {line}"
