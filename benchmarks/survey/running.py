"""Surveys documents, several at once, each in a process that is ended when it takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.environments import ROOT

from .documents import Document
from .rows import Finding, Surveyed, from_json


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are surveyed.

    Attributes:
        calls: How many operations of each document are called.
        seed: Draws them.
        seconds: How long a document may take.
        jobs: How many documents are surveyed at the same time.
    """

    calls: int
    seed: int
    seconds: float
    jobs: int


def surveyed(
    documents: Sequence[Document],
    settings: Settings,
    one: Callable[[Document, Settings], Surveyed] | None = None,
) -> Iterator[Surveyed]:
    """Yield what became of each document, as they end."""
    run = one or survey
    with ThreadPoolExecutor(settings.jobs) as pool:
        futures = [pool.submit(run, document, settings) for document in documents]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def survey(document: Document, settings: Settings) -> Surveyed:
    """Survey one document, and return what became of it."""
    with TemporaryDirectory() as scratch:
        row = Path(scratch, "row.json")
        command = [sys.executable, "-m", "benchmarks.survey.one", "--name", document.name]
        command += ["--document", str(document.path.resolve()), "--row", str(row)]
        command += ["--calls", str(settings.calls), "--seed", str(settings.seed)]
        said = _run(command, scratch, settings.seconds)
        if said is None:
            return Surveyed(document.name, "late", seconds=settings.seconds)
        if row.exists():
            return from_json(row.read_text(encoding="utf-8"))
        last = said.strip().rpartition("\n")[2]
        return Surveyed(document.name, "crashed", findings=[Finding("crash", 1, last)])


def _run(command: Sequence[str], scratch: str, seconds: float) -> str | None:
    """Run a command, and return what it said of errors; None if it took too long."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "generator")))
    environment = {**os.environ, "PYTHONPATH": paths, "TMPDIR": scratch}
    with subprocess.Popen(  # noqa: S603  our own command
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # it has processes of its own
            process.communicate()
            return None
