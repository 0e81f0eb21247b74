"""Measures generation, and writes the page, its plot and the figures."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import environments, machine
from benchmarks.run import Progress

from . import documents, generators, measuring, page
from .results import Generation, read, write


def main(folder: Path, progress: Progress, *, is_quick: bool, only_report: bool) -> str:
    """Measure, and write `GENERATION.md`, `generation.svg` and `generation.json`.

    Args:
        folder: The folder to write to.
        progress: Called with each step that begins.
        is_quick: Whether to use small documents only.
        only_report: Whether to use the existing figures.

    Returns:
        The tables of goals and of figures.
    """
    if not only_report:
        write(
            _measure(progress, documents.few if is_quick else documents.every),
            folder / "generation.json",
        )
    results = read(folder / "generation.json")
    (folder / "GENERATION.md").write_text(page.render(results), encoding="utf-8")
    progress("drawing generation")
    plot = environments.prepare("plot")
    command = [plot.python, "-m", "benchmarks.generation.plot", str(folder / "generation.json")]
    environments.run([*command, str(folder / "generation.svg")], variables=plot.variables())
    return f"{page.goals(results)}\n\n{page.table(results)}"


def _measure(
    progress: Progress, choose: Callable[[Path], Iterator[documents.Document]]
) -> Generation:
    progress("preparing the generators")
    peers = [
        generators.ours(),
        generators.openapi_python_client(),
        generators.openapi_generator(),
    ]
    here = machine.describe(machine.Cores(None, None))
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        made = choose(Path(scratch))
        rows = tuple(measuring.measure_all(made, peers, Path(scratch, "run"), progress))
    return Generation(
        date=datetime.datetime.now(datetime.UTC).date().isoformat(),
        machine=here,
        generators={peer.id: (peer.title, peer.note) for peer in peers},
        rows=rows,
    )
