"""What tools that everybody has say of generated packages, each package by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.corpus.support.documents import ROOT
from tests.support.sharing import share_runtimes

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [sys.argv[1], *(m.name for m in pkgutil.walk_packages(package.__path__, f"{sys.argv[1]}."))]
failed = []
for name in names:
    try:
        found = importlib.import_module(name)
        for export in getattr(found, "__all__", ()):
            getattr(found, export)
    except Exception as error:
        failed.append(f"{name}: {type(error).__name__}: {error}")
print(sum(f"{sys.argv[1]}._runtime" not in name for name in names))
print(*failed, sep="\\n")
"""


def _run(*command: str | Path, cwd: Path) -> str:
    made = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd)},
        capture_output=True,
        text=True,
        check=False,
    )
    return made.stdout or made.stderr


def compiles(folder: Path, module: str) -> list[str]:
    """Compile all modules, with warnings as errors, and list what is said. What is compiled stays
    beside the files, and is what an import reads."""
    command = (sys.executable, "-W", "error", "-m", "compileall", "-q", "-f", module)
    return _run(*command, cwd=folder).splitlines()


def imports(folder: Path, module: str) -> tuple[int, list[str]]:
    """Import all modules, and all that they export, with warnings as errors.

    Returns:
        How many modules the package has of its own, without those of the runtime, and what is wrong
        with some of all of them.
    """
    said = _run(sys.executable, "-W", "error", "-c", IMPORT_ALL, module, cwd=folder)
    count, *failed = said.splitlines() or ["0"]
    return (int(count), [f for f in failed if f]) if count.isdigit() else (0, said.splitlines())


def lint(folder: Path, module: str) -> list[str]:
    """Return ruff's findings by its default rules. Lines are wrapped first, by ruff, which does it
    as black does and takes a hundredth of the time."""
    ruff = (sys.executable, "-m", "ruff")
    options = ("--isolated", "--no-cache", "--line-length", "100")
    _run(*ruff, "format", *options, "--quiet", module, cwd=folder)
    command = (*ruff, "check", *options, "--output-format", "json", module)
    return [
        f"{item['code']}: {Path(item['filename']).name}: {item['message']}"
        for item in json.loads(_run(*command, cwd=folder))
    ]


def type_check(
    folder: Path, modules: Sequence[str], scratch: Path, known: Path | None = None
) -> dict[str, list[str]]:
    """Give pyright's findings in its mode `basic`, by package: starting it takes as long as a
    small package, so all go together, and what they have in common is read once.

    Args:
        folder: The folder that the packages are in.
        modules: The packages.
        scratch: A folder that does not exist; gets what pyright reads.
        known: A folder with files of the runtime that need not be judged again.
    """
    runtimes = share_runtimes(folder, modules, scratch)
    settings = {
        "include": [*modules, *runtimes],
        "exclude": _repeated(scratch, runtimes, known),
        "typeCheckingMode": "basic",
        "pythonVersion": "3.11",
    }
    (scratch / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    pyright = ROOT / "node_modules" / ".bin" / "pyright"
    said = _run(pyright, "--outputjson", "--pythonpath", sys.executable, "-p", scratch, cwd=scratch)
    report = json.loads(said)
    assert report["summary"]["filesAnalyzed"] > 0 or not modules, said
    found: dict[str, list[str]] = {module: [] for module in modules}
    for item in report["generalDiagnostics"]:
        package, *place = Path(item["file"]).relative_to(scratch.resolve()).parts
        if package in runtimes:
            package, place = runtimes[package], ["_runtime", *place]
        path = Path(package, *place)
        line = item["range"]["start"]["line"] + 1
        message = item["message"].splitlines()[0]
        found[package].append(f"{item.get('rule', '')}: {path}:{line}: {message}")
    return found


def _repeated(folder: Path, runtimes: Iterable[str], known: Path | None) -> list[str]:
    """List the files of the runtimes that are known, or that another has before it has them."""
    seen = set(_contents(known)) if known else set()
    found = []
    for runtime in runtimes:
        for file in _contents(folder / runtime):
            if file in seen:
                found.append(str(Path(runtime, file[0])))
            seen.add(file)
    return found


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.py")):
        yield str(path.relative_to(folder)), path.read_bytes()


def grouped(findings: Sequence[str]) -> list[tuple[str, int, str]]:
    """Group findings by what stands before their first colon: (group, how many, the first)."""
    counts = Counter(finding.partition(": ")[0] for finding in findings)
    first = {finding.partition(": ")[0]: finding for finding in reversed(findings)}
    return [(name, count, first[name]) for name, count in counts.most_common()]
