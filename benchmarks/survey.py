"""What becomes of many documents: `python -m benchmarks.survey FOLDER...`, or `make survey`.

Each document is generated in a process of its own, into a folder that is gone afterwards. What is
printed is for people who work on the generator: which documents are refused, for which reasons, and
what they cost.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from .environments import ROOT

_SUFFIXES: Final = frozenset({".json", ".yaml", ".yml"})
_IS_DOCUMENT: Final = re.compile(r"""^openapi\s*:|["']openapi["']\s*:\s*["']""", re.MULTILINE)

_TIME_OUT: Final = 600.0


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What became of a document.

    Attributes:
        name: Its path, as it was given or below the folder that was.
        status: The exit status of the generator; None if it took too long.
        operations: How many operations it has.
        refused: How many of them are not in the SDK because of a fault.
        codes: Number of diagnostics by severity and code, such as `error[dropped-operation]`.
        seconds: Processor time.
        megabytes: The most memory that was used.
    """

    name: str
    status: int | None
    operations: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    megabytes: int = 0


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield documents with their names: files, and all OpenAPI documents below folders."""
    for path in paths:
        if not path.is_dir():
            yield str(path), path
            continue
        for file in sorted(path.rglob("*")):
            if file.suffix in _SUFFIXES and file.is_file() and _is_document(file):
                yield str(file.relative_to(path)), file


def _is_document(file: Path) -> bool:
    # The key may be the last one: some tools sort them.
    return _IS_DOCUMENT.search(file.read_text(encoding="utf-8", errors="replace")) is not None


def survey(name: str, document: Path, limit: float = _TIME_OUT) -> Surveyed:
    """Generate an SDK from a document, and return what became of it.

    Args:
        name: What the document is called in the table.
        document: The file.
        limit: How many seconds it may take.
    """
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        report = folder / "report.json"
        command = [sys.executable, "-m", "sdkwright", "gen", "--no-cache", "--keep-going"]
        command += ["--spec", str(document.resolve()), "--module", "surveyed"]
        command += ["--output", str(folder / "sdk"), "--report", str(report)]
        status, usage = _run(command, limit)
        found: dict[str, Any] = json.loads(report.read_bytes()) if report.exists() else {}
    said = (f"{item['severity']}[{item['code']}]" for item in found.get("diagnostics", ()))
    return Surveyed(
        name,
        status,
        found.get("operations", 0),
        _refused(found),
        Counter(said),
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss // 1024,
    )


def _refused(report: dict[str, Any]) -> int:
    """Return how many operations a run refused: all of them if it wrote nothing."""
    if not report.get("written"):
        return int(report.get("operations", 0))
    return len({*report["dropped"]} & {*report["skipped"]})


def _run(command: Sequence[str], limit: float) -> tuple[int | None, Any]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + limit
        is_late = False
        while True:
            done, status, usage = os.wait4(process.pid, 0 if is_late else os.WNOHANG)
            if done:
                process.returncode = os.waitstatus_to_exitcode(status)
                return None if is_late else process.returncode, usage
            if time.monotonic() > end:
                process.kill()
                is_late = True
            else:
                time.sleep(0.02)


def table(rows: Sequence[Surveyed]) -> str:
    """Return what became of documents as Markdown, the most expensive first, and all codes."""
    head = ("document", "operations", "refused", "errors", "warnings", "notes", "CPU s", "MB")
    lines = [" | ".join(head), " | ".join("---" if n < 1 else "---:" for n in range(len(head)))]
    for row in sorted(rows, key=lambda row: (-row.seconds, row.name)):
        numbers = [
            sum(number for code, number in row.codes.items() if code.startswith(severity))
            for severity in ("error", "warning", "note")
        ]
        name = row.name if row.status is not None else f"{row.name} (took too long)"
        cells = [name, row.operations, row.refused, *numbers, f"{row.seconds:.1f}", row.megabytes]
        lines.append(" | ".join(map(str, cells)))
    codes: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for row in rows:
        codes.update(row.codes)
        holders.update(row.codes.keys())
    lines += ["", "diagnostics | number | documents", "--- | ---: | ---:"]
    lines += [f"{code} | {number} | {holders[code]}" for code, number in codes.most_common()]
    whole = sum(row.operations for row in rows)
    refused = sum(row.refused for row in rows)
    seconds = sum(row.seconds for row in rows)
    lines += [
        "",
        f"{len(rows)} documents, {whole} operations, {refused} refused, {seconds:.1f} s of CPU",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.survey",
        description="Generate SDKs from documents, and print what became of each.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="document or folder")
    parser.add_argument(
        "--seconds",
        type=float,
        default=_TIME_OUT,
        help=f"how long a document may take (default: {_TIME_OUT:.0f})",
    )
    options = parser.parse_args(arguments)
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        parser.error(f"no such file or folder: {missing[0]}")
    rows = []
    for name, document in documents(options.paths):
        sys.stderr.write(f"{name}\n")
        rows.append(survey(name, document, options.seconds))
    sys.stdout.write(f"{table(rows)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
