"""Renders `GENERATION.md` from the figures of a run; nothing here measures, or reads a clock."""

from __future__ import annotations

from benchmarks.report import NONE, describe

from .generators import OURS
from .measuring import Row
from .results import Generation

_OPENROUTER = "OpenRouter"
_GITHUB = "GitHub"
_PEER = "opc"


def render(results: Generation) -> str:
    """Return the page, in Markdown."""
    parts = (
        HEAD,
        "## Goals",
        goals(results),
        "## Figures",
        LEGEND,
        table(results),
        "## Growth",
        GROWTH,
        growth(results),
        "## The generators",
        "\n".join(f"- **{title}**: {note}" for title, note in results.generators.values()),
        METHOD,
        "## The machine",
        describe(results.machine, results.date),
    )
    return "\n\n".join(parts) + "\n"


HEAD = """\
# What it costs to generate an SDK

Written by `python -m benchmarks --generation`, which measures all of it again on your machine. \
What a call costs is on [another page](RESULTS.md).

![Seconds and memory over the number of operations, a line for each generator](generation.svg)"""

LEGEND = """\
Seconds by the clock: from nothing, again with nothing changed, and after one description was \
changed. Memory is that of all processes of a run together, at its highest. Operations are those \
that there are methods for. One run each. Less is better, but for operations."""

GROWTH = """\
Milliseconds and kB of each operation of the synthetic documents, from nothing. What is linear \
stays the same, or falls, from left to right."""

METHOD = """\
## How it is measured

- Every generator but ours runs in a virtual environment of its own, installed from \
`requirements/*.lock`. All generate Python, into an empty folder, with a cache that is empty at \
first; the second run is the same command again. Each formats as it does by itself.
- The generators take turns, document by document.
- The synthetic documents are made by `generation/synthetic.py`: as many models as operations, \
with references, enums, unions, null, lists, errors, and parameters of all kinds. GitHub's is that \
of `@octokit/openapi`, from npm. OpenRouter's is no part of this repository.
- Memory is looked at twenty times a second, on Linux. Pages that two processes share count twice.
- Lines are those of all Python files, but for tests."""


def goals(results: Generation) -> str:
    """Return the table of goals."""
    rows = ["| | measured | goal | reached |", "|---|---|---|---|"]
    nothing = Row("", 0, "")
    openrouter, peer = (results.row(_OPENROUTER, name) or nothing for name in (OURS, _PEER))
    github = results.row(_GITHUB, OURS) or nothing
    ratio = openrouter.cold / peer.cold if openrouter.cold is not None and peer.cold else None
    title = results.generators.get(_PEER, (_PEER, ""))[0]
    wanted: tuple[tuple[str, float | None, float, str], ...] = (
        (f"OpenRouter, cold, to {title}", ratio, 0.5, "×"),
        ("OpenRouter, warm", openrouter.warm, 1.5, "s"),
        ("OpenRouter, one description changed", openrouter.changed, 1.5, "s"),
        ("OpenRouter, memory", openrouter.peak, 300, "MB"),
        ("OpenRouter, lines of Python", openrouter.lines, 40_000, "lines"),
        ("GitHub, cold", github.cold, 60, "s"),
    )
    for what, measured, goal, unit in wanted:
        reached = NONE if measured is None else "yes" if measured <= goal else "no"
        shown = NONE if measured is None else f"{_number(measured)} {unit}"
        rows.append(f"| {what} | {shown} | ≤ {_number(goal)} {unit} | {reached} |")
    return "\n".join(rows)


def table(results: Generation) -> str:
    """Return the table of figures."""
    rows = [
        "| document | generator | cold, s | warm, s | changed, s | peak, MB | operations | lines |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    last = ""
    for row in results.rows:
        title = results.generators[row.generator][0]
        document = "" if row.document == last else row.document
        last = row.document
        if row.said:
            said = row.said.replace("|", r"\|")
            rows.append(f"| {document} | {title} | {said} | | | | | |")
            continue
        generated = f"{row.generated} of {row.operations}"
        cells = [_cell(f) for f in (row.cold, row.warm, row.changed, row.peak)]
        rows.append(
            f"| {document} | {title} | {' | '.join(cells)} | {generated} | {_cell(row.lines)} |"
        )
    return "\n".join(rows)


def growth(results: Generation) -> str:
    """Return the cost per operation, for documents of several sizes."""
    sizes = sorted({row.operations for name in results.generators for row in results.growth(name)})
    rows = [
        f"| | {' | '.join(f'{size} operations' for size in sizes)} |",
        f"|---|{'---:|' * len(sizes)}",
    ]
    for name, (title, _) in results.generators.items():
        found = {row.operations: row for row in results.growth(name)}
        for unit, of in (("ms", _milliseconds), ("kB", _kilobytes)):
            cells = [_cell(of(found[size]) if size in found else None) for size in sizes]
            rows.append(f"| {title}, {unit} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _milliseconds(row: Row) -> float | None:
    return None if row.cold is None else row.cold * 1000 / row.operations


def _kilobytes(row: Row) -> float | None:
    return None if row.peak is None else row.peak * 1000 / row.operations


def _cell(figure: float | None) -> str:
    return NONE if figure is None else _number(figure)


def _number(figure: float) -> str:
    if figure >= 100 or isinstance(figure, int):
        return f"{figure:,.0f}".replace(",", " ")
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"
