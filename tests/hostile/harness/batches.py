"""Many packages in one folder, which one process imports and one run of pyright reads.

Starting these takes longer than most packages. Each package stands in a folder of its own, since
its name may be any, and shares its runtime with the packages that have the same modules of it.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tests.hostile.harness.verdicts import Outcome
from tests.support.sharing import share_runtimes
from tests.support.waiting import PATIENCE

ROOT: Final = Path(__file__).parents[3]
IMPORTS: Final = Path(__file__).with_name("imports.py")
PYRIGHT: Final = ROOT / "node_modules" / ".bin" / "pyright"
SECONDS: Final = PATIENCE
"""How long either may take for all packages."""


class Finding(NamedTuple):
    """What is wrong with a package: which one, of what kind that is, and what is to be seen."""

    number: int
    kind: str
    detail: str


class Batch:
    """Packages in a folder, each known by its number.

    Args:
        folder: The folder, without symlinks in its path; it is made.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder.resolve()
        self._count = 0
        self._runtimes: dict[frozenset[tuple[str, str]], Path] = {}

    def __len__(self) -> int:
        return self._count

    def add(self, outcome: Outcome) -> int:
        """Write the code of a package; give its number."""
        number, self._count = self._count, self._count + 1
        prefix = f"src/{outcome.module}/_runtime/"
        runtime = {
            path.removeprefix(prefix): text
            for path, text in outcome.files.items()
            if path.startswith(prefix)
        }
        for path, text in outcome.files.items():
            if path.startswith("src/") and not path.startswith(prefix):
                file = self._folder / f"p{number}" / path.removeprefix("src/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        link = self._folder / f"p{number}" / outcome.module / "_runtime"
        link.symlink_to(self._runtime(runtime))
        return number

    def _runtime(self, files: Mapping[str, str]) -> Path:
        """Return the folder with just these files."""
        new = self._folder / f"runtime{len(self._runtimes)}"
        folder = self._runtimes.setdefault(frozenset(files.items()), new)
        if folder is new:
            for name, text in files.items():
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            compileall.compile_dir(folder, quiet=2)
        return folder

    def imported(self) -> Iterator[Finding]:
        """Import all modules of all packages, with warnings as errors, and use them; give what went
        wrong, once for each package: what one module does, all that import it do."""
        known: set[tuple[int, str]] = set()
        folders = [self._folder / f"p{number}" for number in range(self._count)]
        command = [sys.executable, "-I", "-W", "error", str(IMPORTS), *map(str, folders)]
        said, failed = _run(command, self._folder)
        for line in said.splitlines():
            found = re.match(r"p(\d+): (.*)", line)
            if found:
                one = Finding(int(found[1]), f"import: {_kind(found[2])}", found[2])
                if one[:2] not in known:
                    known.add(one[:2])
                    yield one
            else:
                failed = f"{failed}\n{line}"
        if failed:
            yield Finding(-1, "import: the process", failed[-1000:])

    def type_checked(self, numbers: Iterable[int] | None = None) -> Iterator[Finding]:
        """Read packages as pyright does, by its strict rules; give what it says.

        Args:
            numbers: Those packages only.
        """
        wanted = [f"p{n}" for n in (range(self._count) if numbers is None else numbers)]
        packages = [package for own in wanted for package in (self._folder / own).iterdir()]
        folder = self._folder / "typed"
        shutil.rmtree(folder, ignore_errors=True)
        share_runtimes(
            self._folder, [str(package.relative_to(self._folder)) for package in packages], folder
        )
        settings = {"include": wanted, "typeCheckingMode": "strict", "pythonVersion": "3.11"}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        command = [str(PYRIGHT), "--outputjson", "-p", ".", "--pythonpath", sys.executable]
        said, failed = _run(command, folder)
        if not said:
            yield Finding(-1, "types: the process", failed[-1000:])
            return
        report = json.loads(said)
        files = sum(len([*(self._folder / own).rglob("*.py")]) for own in wanted)
        assert report["summary"]["filesAnalyzed"] == files, report["summary"]
        for item in report["generalDiagnostics"]:
            path = Path(item["file"]).relative_to(folder)
            line = item["range"]["start"]["line"] + 1
            kind = f"types: {item.get('rule', 'syntax')}"
            detail = f"{path}:{line}: {item['message']}"
            yield Finding(int(path.parts[0][1:]), kind, detail)


def _kind(said: str) -> str:
    """Leave out of a message what differs from package to package."""
    return re.sub(r"""['"(].*""", "", said)[:60].strip()


def _run(command: list[str], folder: Path) -> tuple[str, str]:
    """Give what a program says to stdout, and to stderr; or nothing, and that it takes too long."""
    try:
        made = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return "", f"it takes more than {SECONDS} s"
    return made.stdout, made.stderr
