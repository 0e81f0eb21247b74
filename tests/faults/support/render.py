"""The table of faults as a page, `docs/reliability.md`; a test asserts the value of each cell."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from tests.faults.support.forks import FORKED
from tests.faults.support.harness import ROOT
from tests.faults.support.modes import MODES, Mode
from tests.faults.support.table import (
    BROKEN,
    CONTENT,
    FLOODS,
    HEADERS,
    LYING,
    REDIRECTED,
    STATUSES,
    Fault,
    Outcome,
)

PAGE = ROOT / "docs/reliability.md"
BEGIN = "<!-- From here on, this page is written by the tests: UPDATE_RELIABILITY=1. -->\n"


def render() -> str:
    """Write the tables."""
    sections = [BEGIN]
    for faults in (BROKEN, CONTENT, REDIRECTED, LYING):
        sections += [f"## {faults[0].group}\n", _outcomes(faults)]
    sections += ["## Statuses, without and with a time to come back\n", _statuses(STATUSES)]
    sections += ["## A server that makes the key, and fails to say so\n", _modes(MODES)]
    sections += ["## A server that wants to be asked again at once\n", _floods()]
    sections += ["## A process that is forked\n", _forks()]
    return "\n".join(sections)


def _outcomes(faults: Iterable[Fault]) -> str:
    rows = []
    for fault in faults:
        operations = {name: fault.outcome(name) for name in fault.operations()}
        cells = [_cell(operations["list"]), _cell(operations["create"])]
        rest = {name: outcome for name, outcome in operations.items() if len(operations) > 2}
        for name, like in (("delete", "list"), ("update", "create")):
            if name not in rest:
                cells.append("not tried")
            else:
                same = rest[name] == operations[like]
                cells.append(f"as `{like}`" if same else _cell(rest[name]))
        rows.append([fault.name, cells[0], cells[1], str(fault.keys), cells[2], cells[3]])
    return _table(
        ["fault", "`list` (GET)", "`create` (POST)", "keys made", "`delete`", "`update` (PATCH)"],
        rows,
    )


def _cell(outcome: Outcome) -> str:
    what = f"`{outcome.what}`" if outcome.what[0].isupper() else outcome.what
    seen = "" if outcome.read == outcome.tries else f", {outcome.read} read"
    return f"{what}; {outcome.tries} {'try' if outcome.tries == 1 else 'tries'}{seen}"


def _statuses(faults: Iterable[Fault]) -> str:
    rows: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        assert fault.safe.what == fault.unsafe.what
        row = rows.setdefault((fault.group, fault.safe.what), [])
        row.append(f"{fault.safe.read} / {fault.unsafe.read} / {fault.keys}")
    head = ["status", "error", *("neither" if name == "–" else name for name in HEADERS)]
    return "\n".join(
        [
            (
                "Requests for `list` or `delete` / requests for `create` or `update` / keys made "
                "by one `create`.\n"
            ),
            _table(head, ([status, f"`{what}`", *c] for (status, what), c in rows.items())),
        ]
    )


def _modes(modes: Iterable[Mode]) -> str:
    rows: dict[tuple[str, str], list[str]] = {}
    for mode in modes:
        without = f"{_count('request', mode.requests)}, {_count('key', mode.keys)}"
        row = rows.setdefault((without, f"{_count('request', mode.keyed)}, 1 key"), [])
        row.append(mode.name)
    return "\n".join(
        [
            (
                f"{len(MODES)} ways to answer each request, or not to; what one `create` comes to, "
                "without and with `idempotency_header`.\n"
            ),
            _table(
                ["without", "with", "ways", "which"],
                ([*key, str(len(names)), "; ".join(names)] for key, names in rows.items()),
            ),
        ]
    )


def _count(what: str, number: int) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _floods() -> str:
    return "\n".join(
        [
            (
                "Requests that one `create` sends within 2 s at the most, if the server answers "
                "429 with `retry-after-ms: 1`, or with anything else that means at once.\n"
            ),
            _table(["the caller", "requests"], ([name, str(most)] for name, _, most in FLOODS)),
        ]
    )


def _forks() -> str:
    about = (
        "Forks of a process at one step after another of what its other thread does: lines of the "
        "runtime that it executes, and modules that it begins to import. Neither the parent nor a "
        "child waits forever, and a call of each child with the same client succeeds, or says that "
        "the client is closed."
    )
    return "\n".join(
        [
            f"{textwrap.fill(about, 100)}\n",
            _table(
                ["the other thread", "forks, at least"],
                ([row.name, str(row.forks)] for row in FORKED),
            ),
        ]
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
