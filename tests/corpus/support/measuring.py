"""Everything that is measured of a document: a row of the page, and what is not right."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sdkwright.diagnostics import one_line
from sdkwright.pipeline.report import Report
from tests.corpus.support import checking
from tests.corpus.support.calling import Caller, Outcome
from tests.corpus.support.making import Made, make
from tests.corpus.support.server import serving

IGNORED: Final = "ignored-operation"
HEAD: Final = (
    "document",
    "operations",
    "generated",
    "modules imported",
    "compileall",
    "ruff",
    "pyright",
    "called",
    "requests right",
    "answers typed",
    "the same again",
    "weak types",
)
MOST: Final = 40
"""How many groups of what is not right are listed for one document."""


@dataclass(frozen=True)
class Fault:
    """Things of one kind that are not right: how many, and one of them."""

    kind: str
    count: int
    example: str


@dataclass(frozen=True)
class Measured:
    """A document: the cells of its row, in the order of `HEAD`, and what is not right."""

    row: tuple[str, ...]
    faults: tuple[Fault, ...]


def measure(
    documents: Sequence[Path],
    folder: Path,
    name: Callable[[str], str],
    known: Path | None = None,
) -> dict[str, Measured]:
    """Generate packages of documents, and measure them.

    Args:
        documents: The files.
        folder: An empty folder; packages in it are imported into this process.
        name: What the package of a document shall be called.
        known: A folder with files of the runtime that need not be type-checked again.
    """
    packages = folder / "packages"
    packages.mkdir()
    made = [make(path, name(path.name), folder / "scratch") for path in documents]
    for one in made:
        one.write(packages)
    written = [one for one in made if one.files]
    modules = [one.module for one in written]
    typed = checking.type_check(packages, modules, folder / "typed", known)
    sys.path.insert(0, str(packages))
    try:
        return {one.name: _measured(one, packages, typed.get(one.module, [])) for one in made}
    finally:
        sys.path.remove(str(packages))


@dataclass(frozen=True)
class Called:
    """What calls have come to.

    Attributes:
        operations: How many operations were called.
        called: How many of them accept their arguments, and send one request.
        right: For how many that request is right, too.
        answers: How many answers were given.
        typed: How many came back as what they are declared as.
        same: How many are the same JSON again when they are written.
        faults: What is not right.
    """

    operations: int
    called: int
    right: int
    answers: int
    typed: int
    same: int
    faults: tuple[Fault, ...]


def _measured(made: Made, packages: Path, typed: list[str]) -> Measured:
    report = made.report
    ignored = sum(item.code == IGNORED for item in report.diagnostics)
    wanted = report.operations - ignored
    faults = [*said(made.report)]
    name = made.name if not ignored else f"{made.name} (without {ignored} that it says to ignore)"
    if report.webhooks and made.files:
        webhooks, not_right = _taken(made)
        faults += not_right
        name += f" (with {_of(webhooks, report.webhooks)} webhooks)"
    weak = str(sum(item.code == "weak-type" for item in report.diagnostics))
    if not made.files:
        cells = (name, str(wanted), f"**0 of {wanted}**", *("–" for _ in HEAD[3:-1]), weak)
        return Measured(cells, tuple(faults))
    compiled = checking.compiles(packages, made.module)  # once: others import what this writes
    modules, not_imported = checking.imports(packages, made.module)
    calls = call(made)
    linted = checking.lint(packages, made.module)  # changes the files
    for kind, found in (("import", not_imported), ("compileall", compiled)):
        faults += [Fault(kind, len(found), found[0])] if found else []
    for tool, found in (("ruff", linted), ("pyright", typed)):
        faults += [Fault(f"{tool} {kind}", n, one) for kind, n, one in checking.grouped(found)]
    faults += calls.faults
    cells = (
        name,
        str(wanted),
        _of(report.generated, wanted),
        _of(modules - len(not_imported), modules),
        _none(len(compiled)),
        _none(len(linted)),
        _none(len(typed)),
        _of(calls.called, calls.operations),
        _of(calls.right, calls.operations),
        _of(calls.typed, calls.answers),
        _of(calls.same, calls.answers),
        weak,
    )
    return Measured(cells, tuple(faults))


def call(made: Made, is_wanted: Callable[[str], bool] = lambda _: True) -> Called:
    """Call a package that can be imported, sync and async; what is right in one form only is not
    right.

    Args:
        made: The package.
        is_wanted: Whether to call an operation, which is "METHOD /path".
    """
    assert made.index is not None
    with serving() as mouth:
        caller = Caller(made.module, made.client_class, made.index, made.contract, mouth)
        outcomes = caller.all(asynchronous=False, is_wanted=is_wanted)
        others = caller.all(asynchronous=True, is_wanted=is_wanted)
        for one, other in zip(outcomes, others, strict=True):
            for mine, theirs in ((one.call, other.call), (one.request, other.request)):
                mine += [f"async: {fault}" for fault in theirs if fault not in mine]
            one.typed = {**{s: f"async: {f}" for s, f in other.typed.items()}, **one.typed}
            one.same = {**{s: f"async: {f}" for s, f in other.same.items()}, **one.same}
    answers = sum(one.answers for one in outcomes)
    return Called(
        len(outcomes),
        sum(not one.call for one in outcomes),
        sum(not one.call and not one.request for one in outcomes),
        answers,
        answers - sum(len(one.typed) for one in outcomes),
        answers - sum(len(one.same) for one in outcomes),
        tuple(_failed(outcomes)),
    )


def _taken(made: Made) -> tuple[int, list[Fault]]:
    """Give every webhook what the document says that it says; count those that come to that."""
    assert made.index is not None
    with serving() as mouth:
        caller = Caller(made.module, made.client_class, made.index, made.contract, mouth)
        found = caller.webhooks()
    wrong = [(name, fault) for name, fault in found.items() if fault]
    faults = [Fault("webhook", len(wrong), one_line(": ".join(wrong[0])))] if wrong else []
    return len(found) - len(wrong), faults


def _of(count: int, whole: int) -> str:
    return f"{count} of {whole}" if count == whole else f"**{count} of {whole}**"


def _none(count: int) -> str:
    return "clean" if not count else f"**{count}**"


def said(report: Report) -> Iterable[Fault]:
    """Group the generator's own findings: errors and warnings by what they say."""
    found = [item for item in report.diagnostics if item.severity != "note"]
    for item in found:
        if item.code == "dropped-operation":
            assert item.subject in report.skipped
    kinds = Counter((item.code, _shape(item.message)) for item in found)
    first = {(item.code, _shape(item.message)): item for item in reversed(found)}
    order = {"dropped-operation": 0}
    for kind, count in sorted(kinds.items(), key=lambda k: (order.get(k[0][0], 1), -k[1], k[0])):
        item = first[kind]
        place = f"line {item.place.line}: " if item.place and item.place.line else ""
        subject = f"{item.subject}: " if item.subject else ""
        yield Fault(kind[0], count, one_line(f"{place}{subject}{item.message}"))


def _shape(message: str) -> str:
    """Leave out of a message what is said of one place only."""
    return re.sub(r"`[^`]*`|\d+", "…", message)


def _failed(outcomes: list[Outcome]) -> Iterable[Fault]:
    """Group what calls have shown."""
    for kind, found in (
        ("call", [(one.operation, fault) for one in outcomes for fault in one.call]),
        ("request", [(one.operation, fault) for one in outcomes for fault in one.request]),
        (
            "answer not typed",
            [(f"{one.operation} {s}", f) for one in outcomes for s, f in one.typed.items()],
        ),
        (
            "answer not the same again",
            [(f"{one.operation} {s}", f) for one in outcomes for s, f in one.same.items()],
        ),
    ):
        told = [(operation, fault) for operation, fault in found if fault != "not called"]
        kinds = Counter(_shape_of_fault(fault) for _, fault in told)
        first = {_shape_of_fault(fault): (op, fault) for op, fault in reversed(told)}
        for shape, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
            operation, fault = first[shape]
            yield Fault(kind, count, one_line(f"{operation}: {fault}"))


def _shape_of_fault(fault: str) -> str:
    return re.sub(r"\$\S*|'[^']*'|\"[^\"]*\"|`[^`]*`|\d+", "…", fault.partition("{")[0])
