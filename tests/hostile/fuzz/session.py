"""One run of trying projects: what was tried, what was found, and where that is kept.

Packages are imported and type-checked some at a time, and what is wrong with one is put down to the
project that it was made of.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from tests.hostile.fuzz.shrinking import shrink
from tests.hostile.harness.batches import Batch
from tests.hostile.harness.limited import limited
from tests.hostile.harness.projects import Project
from tests.hostile.harness.verdicts import Outcome, Wrong, judge, judge_written

TOGETHER: Final = 40
"""How many packages are imported and type-checked by one process."""
WRITTEN: Final = 10
"""One project in so many is made the whole way, files and formatting included, and twice."""
PATIENCE: Final = 60
"""How many seconds it may take to make a fault smaller."""

First: TypeAlias = Callable[[Sequence[Project]], int | None]


class Session:
    """One run.

    Args:
        folder: For all files; nothing in it is needed afterwards.
        keep: The folder where projects are kept that show a fault.
        types: Whether packages are type-checked, which takes longer than all the rest.
    """

    def __init__(self, folder: Path, keep: Path, *, types: bool = True) -> None:
        self.tried: Counter[str] = Counter()
        self.found: dict[str, str] = {}
        self.slowest: tuple[float, int, str] = (0.0, 0, "")
        self._folder = folder
        self._keep = keep
        self._types = types
        self._scratches = 0
        self._codes: set[int] = set()
        self._waiting: list[Project] = []
        self._batch = Batch(folder / "batch")

    def attempt(self, kind: str, project: Project) -> None:
        """Try a project; a package is imported and type-checked when there are some more.

        Args:
            kind: What kind of project it is, for the count.
            project: The project.
        """
        self.tried["documents"] += 1
        self.tried[kind] += 1
        whole = self.tried["documents"] % WRITTEN == 0
        began = time.monotonic()
        try:
            outcome = self._judged(project, whole=whole)
        except Exception as error:  # noqa: BLE001  whatever it is, it is what we look for
            self.tried["wrong"] += 1
            first = partial(self._first_judged, kind_of(error), whole=whole)
            self._report(project, kind_of(error), str(error), first)
            return
        self.slowest = max(self.slowest, (time.monotonic() - began, self.tried["documents"], kind))
        self.tried[outcome.verdict] += 1
        self.tried["written"] += whole and outcome.verdict == "made"
        code = hash(tuple(text for path, text in outcome.files.items() if path.endswith(".py")))
        if outcome.files and code not in self._codes:
            self._codes.add(code)
            self._batch.add(outcome)
            self._waiting.append(project)
            if len(self._waiting) == TOGETHER:
                self.end_batch()

    def end_batch(self) -> None:
        """Import and type-check the packages that were made since the last time."""
        waiting = [*self._waiting]
        if not waiting:
            return
        found = [*self._batch.imported()]
        self.tried["imported"] += len(waiting)
        if self._types:
            found += self._batch.type_checked()
            self.tried["type-checked"] += len(waiting)
        shutil.rmtree(self._folder / "batch")
        self._waiting.clear()
        self._batch = Batch(self._folder / "batch")
        for finding in found:
            project = waiting[finding.number]
            first = partial(self._first_in_a_batch, finding.kind)
            self._report(project, finding.kind, finding.detail, first, at_once=12)

    def _judged(self, project: Project, *, whole: bool) -> Outcome:
        with self._scratch() as folder, limited():
            outcome = judge(project, folder)
        if whole and outcome.files:
            with self._scratch() as folder, limited():
                judge_written(project, folder, self._folder / "cache")
        return outcome

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        self._scratches += 1
        folder = self._folder / f"project{self._scratches}"
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    # What was found

    def _report(
        self, project: Project, kind: str, detail: str, first: First, at_once: int = 1
    ) -> None:
        if kind in self.found:
            return
        self.found[kind] = detail
        sys.stderr.write(f"\n{kind}: {detail[:500]}\n")
        name = re.sub(r"[^a-z0-9]+", "-", kind.lower()).strip("-")[:80]
        while [*self._keep.glob(f"{name}.*")] or (self._keep / name).exists():
            name = f"{name}-again"
        project.keep(self._keep / name)  # in case that somebody is out of patience
        small = shrink(project, first, PATIENCE, at_once)
        shutil.rmtree(self._keep / name, ignore_errors=True)
        sys.stderr.write(f"  kept in {small.keep(self._keep / name)}\n")

    def _first_judged(self, kind: str, some: Sequence[Project], *, whole: bool) -> int | None:
        for number, project in enumerate(some):
            try:
                self._judged(project, whole=whole)
            except Exception as error:  # noqa: BLE001  as above
                if kind_of(error) == kind:
                    return number
        return None

    def _first_in_a_batch(self, kind: str, some: Sequence[Project]) -> int | None:
        with self._scratch() as folder:
            batch = Batch(folder)
            made = []
            for number, project in enumerate(some):
                with suppress(Exception):
                    outcome = self._judged(project, whole=False)
                    if outcome.files:
                        batch.add(outcome)
                        made.append(number)
            run = batch.imported if kind.startswith("import") else batch.type_checked
            found = [item.number for item in run() if item.kind == kind] if made else []
        return made[min(found)] if found else None


def kind_of(error: Exception) -> str:
    """Say what kind of fault it is, the same for all projects that show the same."""
    if isinstance(error, Wrong):
        return error.kind
    if isinstance(error, TimeoutError | MemoryError):
        return type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/generator/" in frame.filename] or frames
    return f"{type(error).__name__} in {Path(own[-1].filename).stem} {own[-1].name}"
