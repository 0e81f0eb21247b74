"""What became of documents, as tables for a terminal and for docs/survey.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

from benchmarks.environments import ROOT
from sdkwright.diagnostics import one_line

from .rows import ENDS, Surveyed

PAGE: Final = ROOT / "docs" / "survey.md"
BEGIN: Final = "<!-- From here on, this page is written by `make survey ARGS=--write`. -->"

_HEAD: Final = (
    "document",
    "operations",
    "dropped",
    "errors",
    "warnings",
    "seconds",
    "MB",
    "imported",
    "ruff",
    "called",
    "right",
    "typed",
    "same again",
)


def table(rows: Sequence[Surveyed]) -> str:
    """Return a row for each document as Markdown, the most expensive first, and all totals."""
    lines = [*_table(_HEAD, map(_cells, sorted(rows, key=lambda row: (-row.seconds, row.name))))]
    return "\n".join([*lines, "", *_totals(rows), "", *_diagnostics(rows)])


def _cells(row: Surveyed) -> tuple[object, ...]:
    name = row.name if row.end == "generated" else f"{row.name} ({row.end})"
    return (
        name,
        row.operations,
        row.operations - row.generated,
        _of_severity(row, "error"),
        _of_severity(row, "warning"),
        f"{row.seconds:.1f}",
        row.megabytes,
        _of(row.imported, row.modules),
        row.lint,
        _of(row.accepted, row.called),
        _of(row.right, row.called),
        _of(row.typed, row.answers),
        _of(row.same, row.answers),
    )


def _of_severity(row: Surveyed, severity: str) -> int:
    return sum(number for code, number in row.codes.items() if code.startswith(f"{severity}["))


def _of(count: int, whole: int) -> str:
    return f"{count} of {whole}"


def _totals(rows: Sequence[Surveyed]) -> Iterator[str]:
    ends = Counter(row.end for row in rows)
    others = ", ".join(f"{ends[end]} {end}" for end in ENDS if ends[end])
    made = [row for row in rows if row.modules]

    def total(field: str) -> int:
        return sum(getattr(row, field) for row in rows)

    figures = (
        ("documents", f"{len(rows)}: {others}"),
        ("operations generated", _of(total("generated"), total("operations"))),
        (
            "packages that import whole",
            _of(sum(row.imported == row.modules for row in made), len(made)),
        ),
        ("packages without a finding of ruff", _of(sum(not row.lint for row in made), len(made))),
        ("methods called", _of(total("accepted"), total("called"))),
        ("requests right", _of(total("right"), total("called"))),
        ("answers typed", _of(total("typed"), total("answers"))),
        ("the same again", _of(total("same"), total("answers"))),
        ("seconds of generation", f"{sum(row.seconds for row in rows):.0f}"),
    )
    yield from _table(("figure", "value"), figures)


def _diagnostics(rows: Sequence[Surveyed]) -> Iterator[str]:
    codes: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for row in rows:
        codes.update(row.codes)
        holders.update(row.codes.keys())
    cells = ((code, number, holders[code]) for code, number in codes.most_common())
    yield from _table(("diagnostics", "number", "documents"), cells)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(_escaped(str(cell)) for cell in row)} |"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", text)


def write(rows: Sequence[Surveyed], how: str, page: Path = PAGE) -> None:
    """Write the page anew below its prose.

    Args:
        rows: What became of documents.
        how: One sentence that says when, and with which settings.
        page: The file.
    """
    prose, mark, _ = page.read_text(encoding="utf-8").partition(BEGIN)
    if not mark:
        raise ValueError(f"{page.name} lacks the line: {BEGIN}")
    text = "\n".join([f"{prose}{BEGIN}", "", how, "", *_written(rows)])
    page.write_text(f"{text}\n", encoding="utf-8")


def _written(rows: Sequence[Surveyed]) -> Iterator[str]:
    yield from _totals(rows)
    sources = Counter(PurePath(row.name).parts[0] for row in rows)
    yield from ("", "## Where the documents come from", "")
    yield from _table(("source", "documents"), sources.most_common())
    yield from ("", "## What is not generated or not right", "")
    wrong = [*_wrong(rows)]
    if wrong:
        yield from _table(("document", "what", "how often", "for example"), wrong)
    else:
        yield "Nothing."
    yield from ("", "## Diagnostics", "")
    yield from _diagnostics(rows)


def _wrong(rows: Sequence[Surveyed]) -> Iterator[tuple[object, ...]]:
    """Yield what is not as it should be; what is only said of a document is none of it."""
    said = {code.partition("[")[2].rstrip("]") for row in rows for code in row.codes}
    for row in sorted(rows, key=lambda row: row.name):
        if row.end == "late":
            yield row.name, "late", 1, f"took more than {row.seconds:.0f} s"
        for finding in row.findings:
            if finding.kind == "dropped-operation" or finding.kind not in said:
                yield row.name, finding.kind, finding.count, one_line(finding.example)[:300]
