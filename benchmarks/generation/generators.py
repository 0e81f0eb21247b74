"""The generators: how to run each on a document, and how to count what it generated."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks import environments
from benchmarks.environments import ROOT, Environment, lines_of

OURS: Final = "ours"
_MADE_BY_JAVA: Final = re.compile(r"^    (?:async )?def \w+_with_http_info\(", re.MULTILINE)
_DESCRIPTOR: Final = re.compile(r'Operation\(\s+"[^"]*",\s+("[A-Z]+",\s+"[^"]*"),')


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator of Python.

    Attributes:
        id: Its id in the results.
        title: Its name for people.
        note: What it is and how it is run, in one sentence.
        command: Returns the command that generates from a document into a folder; None if the
            generator can't be run.
        operations: Returns the number of operations that a folder has methods for.
        variables: Environment variables of its processes.
        missing: Why it can't be run.
    """

    id: str
    title: str
    note: str
    command: Callable[[Path, Path], list[str]] | None
    operations: Callable[[Path], int]
    variables: dict[str, str] = field(default_factory=dict)
    missing: str = ""

    def lines(self, folder: Path) -> int:
        """Return the number of lines of Python, tests excluded."""
        tests = sum(lines_of(path) for path in folder.glob("test*") if path.is_dir())
        return lines_of(folder) - tests


def ours() -> Generator:
    """Return our generator, from this checkout."""

    def command(document: Path, output: Path) -> list[str]:
        options = ["--spec", str(document), "--module", "sdk", "--output", str(output)]
        return [sys.executable, "-m", "sdkwright", "gen", *options]

    return Generator(
        OURS,
        "ours",
        "`sdkwright gen`, formatted by black.",
        command,
        lambda folder: len(
            {
                " ".join(match[1].split())
                for file in folder.glob("src/sdk/*.py")
                for match in _DESCRIPTOR.finditer(file.read_text(encoding="utf-8"))
            }
        ),
        {"PATH": os.defpath, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT / "generator")},
    )


def openapi_python_client() -> Generator:
    """Return openapi-python-client, in a separate environment."""
    environment = environments.prepare("openapi-python-client")
    programs = Path(environment.python).parent

    def command(document: Path, output: Path) -> list[str]:
        program = str(programs / "openapi-python-client")
        options = ["--path", str(document), "--output-path", str(output), "--overwrite"]
        return [program, "generate", *options]

    return Generator(
        "opc",
        "openapi-python-client",
        f"{_version(environment, 'openapi-python-client')}, with its own formatting, which is "
        f"ruff {_version(environment, 'ruff')}.",
        command,
        lambda folder: sum(file.name != "__init__.py" for file in folder.glob("*/api/*/*.py")),
        {"PATH": os.pathsep.join([str(programs), os.defpath]), "PYTHONHASHSEED": "0"},
    )


def openapi_generator() -> Generator:
    """Return openapi-generator, which needs Java."""
    title = "openapi-generator"
    java = shutil.which("java")
    if java is None:
        missing = "there is no `java`"
        return Generator("java", title, "It needs Java.", None, lambda _: 0, missing=missing)
    environment = environments.prepare("openapi-generator")
    programs = Path(environment.python).parent

    def command(document: Path, output: Path) -> list[str]:
        options = ["-g", "python", "-i", str(document), "-o", str(output), "--skip-validate-spec"]
        return [str(programs / "openapi-generator-cli"), "generate", *options]

    return Generator(
        "java",
        title,
        f"{_version(environment, 'openapi-generator-cli')}, its generator `python`, without "
        "formatting and without checking the document.",
        command,
        lambda folder: sum(
            len(_MADE_BY_JAVA.findall(file.read_text(encoding="utf-8")))
            for file in folder.glob("*/api/*_api.py")
        ),
        {"PATH": os.pathsep.join([str(programs), str(Path(java).parent), os.defpath])},
    )


def _version(environment: Environment, package: str) -> str:
    return environment.run(f"import importlib.metadata as m; print(m.version({package!r}))").strip()
