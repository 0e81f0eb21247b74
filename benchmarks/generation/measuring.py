"""Runs generators, and measures their time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.environments import ROOT
from benchmarks.run import Progress

from .documents import Document, operations_in
from .generators import OURS, Generator

LONGEST: Final = 900
"""Timeout of a run, in seconds."""

_EVERY: Final = 0.05
"""Seconds between two samples of the memory."""

_DESCRIPTION: Final = b"description"
_SAID: Final = 200


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one generator for one document.

    Attributes:
        document: The document's title.
        operations: Number of operations in the document.
        generator: The generator's id.
        cold: Seconds from scratch; None if it failed, or was not run.
        warm: Seconds of a second run, with nothing changed.
        changed: Seconds of a run after one description was changed, if warm runs differ from cold
            ones.
        peak: Peak memory of all its processes together, in MB.
        generated: Number of operations with methods.
        lines: Number of lines of Python written.
        said: Why there are no figures, or "".
    """

    document: str
    operations: int
    generator: str
    cold: float | None = None
    warm: float | None = None
    changed: float | None = None
    peak: float | None = None
    generated: int | None = None
    lines: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A process that has ended."""

    seconds: float
    peak: float
    code: int
    output: str


def measure_all(
    documents: Iterable[Document], generators: list[Generator], scratch: Path, progress: Progress
) -> Iterator[Row]:
    """Run each generator on each document.

    Args:
        documents: The documents.
        generators: The generators; they take turns.
        scratch: A folder for their output.
        progress: Called with each step that begins.
    """
    for document in documents:
        if document.path is None:
            for generator in generators:
                said = f"no document: {document.missing}"
                yield Row(document.title, 0, generator.id, said=said)
            continue
        operations = operations_in(document.path)
        for generator in generators:
            progress(f"{generator.title}: {document.title}")
            yield measure(generator, document.title, document.path, operations, scratch)


def measure(
    generator: Generator, title: str, document: Path, operations: int, scratch: Path
) -> Row:
    """Run a generator on a document: from scratch, again, and after a change."""
    if generator.command is None:
        return Row(title, operations, generator.id, said=generator.missing)
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    copy = shutil.copy(document, scratch / document.name)
    command = generator.command(Path(copy), scratch / "made")
    variables = {**generator.variables, "XDG_CACHE_HOME": str(scratch / "cache")}
    cold = run(command, variables)
    if cold.code or not (scratch / "made").is_dir():
        return Row(title, operations, generator.id, said=_last_words(cold))
    generated = generator.operations(scratch / "made")
    lines = generator.lines(scratch / "made")
    warm = run(command, variables)
    changed = None
    if generator.id == OURS and _change_text(Path(copy)):
        changed = run(command, variables).seconds
    return Row(
        title,
        operations,
        generator.id,
        cold=cold.seconds,
        warm=warm.seconds,
        changed=changed,
        peak=max(cold.peak, warm.peak),
        generated=generated,
        lines=lines,
    )


def run(command: list[str], variables: dict[str, str], longest: float = LONGEST) -> Run:
    """Run a command, and sample its memory meanwhile."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603  our own commands
        command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        peak = 0
        output = b""
        while True:
            try:
                output, _ = process.communicate(timeout=_EVERY)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, memory_of(process.pid))
                if time.perf_counter() - began > longest:
                    process.kill()
    seconds = time.perf_counter() - began
    text = output.decode(errors="replace")
    return Run(seconds, peak / 1_000_000, process.returncode, text)


def memory_of(process: int) -> int:
    """Return the current memory of a process and its descendants, in bytes; 0 if it is unknown.

    Pages that they share are counted once for each.
    """
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    page = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        sizes[int(folder.name)] = int(fields[21]) * page
    return sum(size for one, size in sizes.items() if _is_below(one, process, parents))


def _is_below(one: int, other: int, parents: dict[int, int]) -> bool:
    while one and one != other:
        one = parents.get(one, 0)
    return one == other


def _change_text(document: Path) -> bool:
    """Change the first description in a document."""
    content = document.read_bytes()
    at = content.find(b"The ", content.find(_DESCRIPTION))
    if at < 0:
        return False
    document.write_bytes(content[:at] + b"That " + content[at + 4 :])
    return True


def _last_words(failed: Run) -> str:
    """Return the last output of a generator before it failed, on one line."""
    if failed.seconds >= LONGEST:
        return f"not done after {LONGEST} s"
    lines = [line.strip(" \t│╭╮╰╯─") for line in failed.output.splitlines()]
    said = next((line for line in reversed(lines) if line), "nothing")
    return f"exit status {failed.code}: {said[:_SAID]}"
