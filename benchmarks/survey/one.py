"""Surveys one document, in a process of its own: `python -m benchmarks.survey.one`.

What judges a package is what judges the packages of docs/coverage.md: the document is read by code
that knows nothing of the generator, and `jsonschema` decides what is valid.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sdkwright.diagnostics import Diagnostic, one_line
from tests.corpus.support import checking
from tests.corpus.support.making import Made, RefusedError, make
from tests.corpus.support.measuring import IGNORED, call, said

from .rows import Finding, Surveyed

_MODULE = "surveyed"


def survey(name: str, document: Path, calls: int, seed: int) -> Surveyed:
    """Generate a package of a document, and return what became of it.

    Args:
        name: What the document is called in the table.
        document: The file.
        calls: How many operations to call.
        seed: The same one draws the same operations.
    """
    row = Surveyed(name, "generated")
    with TemporaryDirectory() as scratch:
        began = time.perf_counter()
        try:
            made = make(document, _MODULE, Path(scratch, "scratch"))
        except RefusedError as error:
            row.end = "refused"
            _count(row, error.report.diagnostics)
            return row
        except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
            row.end = "crashed"
            row.findings.append(Finding("crash", 1, _raised(error)))
            return row
        finally:
            row.seconds = round(time.perf_counter() - began, 2)
        _count(row, made.report.diagnostics)
        ignored = sum(item.code == IGNORED for item in made.report.diagnostics)
        row.operations = made.report.operations - ignored
        row.generated = made.report.generated if made.files else 0
        row.findings += [Finding(item.kind, item.count, item.example) for item in said(made.report)]
        if not made.files:
            row.end = "refused"
            return row
        try:
            _judge(row, made, Path(scratch, "packages"), calls, seed)
        except Exception as error:  # noqa: BLE001  as above
            row.end = "failed"
            row.findings.append(Finding("survey", 1, _raised(error)))
    row.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return row


def _judge(row: Surveyed, made: Made, packages: Path, calls: int, seed: int) -> None:
    made.write(packages)
    compiled = checking.compiles(packages, _MODULE)
    row.modules, wrong = checking.imports(packages, _MODULE)
    row.imported = row.modules - len(wrong)
    for kind, found in (("compileall", compiled), ("import", wrong)):
        row.findings += [Finding(kind, len(found), one_line(found[0]))] if found else []
    names = sorted(made.contract.operations)
    chance = random.Random(f"{seed} {row.name}")  # noqa: S311  this is no secret
    chosen = frozenset(chance.sample(names, min(calls, len(names))))
    sys.path.insert(0, str(packages))
    called = call(made, chosen.__contains__)
    row.called, row.accepted, row.right = called.operations, called.called, called.right
    row.answers, row.typed, row.same = called.answers, called.typed, called.same
    row.findings += [Finding(item.kind, item.count, item.example) for item in called.faults]
    linted = checking.lint(packages, _MODULE)
    row.lint = len(linted)
    row.findings += [Finding(f"ruff {k}", n, one) for k, n, one in checking.grouped(linted)]


def _count(row: Surveyed, diagnostics: Iterable[Diagnostic]) -> None:
    row.codes = dict(Counter(f"{item.severity}[{item.code}]" for item in diagnostics))
    errors = [item for item in diagnostics if item.severity == "error"]
    row.findings += [Finding(f"error {e.code}", 1, one_line(e.message)) for e in errors]


def _raised(error: Exception) -> str:
    """Return what was raised, and where: the last lines of our own code that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-4:]]
    return one_line(f"{type(error).__name__}: {error} ({' < '.join(reversed(places))})")[:500]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.survey.one")
    parser.add_argument("--name", required=True)
    parser.add_argument("--document", required=True, type=Path)
    parser.add_argument("--calls", required=True, type=int)
    parser.add_argument("--seed", required=True, type=int)
    parser.add_argument("--row", required=True, type=Path, help="where to write what became of it")
    options = parser.parse_args(arguments)
    row = survey(options.name, options.document, options.calls, options.seed)
    options.row.write_text(row.as_json(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
