"""The matrix: every case, and what each of three witnesses says of it.

Our own comparison, griffe and pyright see the same packages. That takes a while, so it is done
once, by the first process of a test run that needs it; the others read what came of it.
"""

from __future__ import annotations

import fcntl
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sdkwright.diff import compare
from tests.compatibility.support import program
from tests.compatibility.support.breakages import Breakage, Griffe
from tests.compatibility.support.case import Case
from tests.compatibility.support.packages import Package, make_all

BASE = Case("the base")
"""What all others are compared with."""


@dataclass(frozen=True)
class Told:
    """A change that our comparison tells."""

    rule: str
    level: str
    in_types: bool
    subject: str
    member: str
    symbol: str


@dataclass(frozen=True)
class Outcome:
    """What the witnesses say of a case: our comparison, griffe, and pyright."""

    changes: list[Told]
    breakages: list[Breakage]
    refused: list[str]


def outcomes(cases: Sequence[Case], folder: Path) -> dict[str, Outcome]:
    """Give what the witnesses say of each case, by its id; of the base, too.

    Args:
        cases: The cases.
        folder: Is shared by the processes of a test run, and by no other run.
    """
    kept = folder / "compatibility.json"
    with (folder / "compatibility.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            found = _outcomes([BASE, *cases], folder / "compatibility")
            kept.write_bytes(msgspec.json.encode(found))
    return msgspec.json.decode(kept.read_bytes(), type=dict[str, Outcome])


def _outcomes(cases: Sequence[Case], folder: Path) -> dict[str, Outcome]:
    packages = make_all(cases, folder)
    with ThreadPoolExecutor(1) as pool:  # pyright is a process of its own
        checked = pool.submit(program.refused, packages, folder)
        griffe = Griffe(packages[0])
        found = [(_changes(packages[0], new), griffe.breakages(new)) for new in packages]
        refused = checked.result()
    return {
        case.id: Outcome(*witnessed, refused[case.id])
        for case, witnessed in zip(cases, found, strict=True)
    }


def _changes(old: Package, new: Package) -> list[Told]:
    return [
        Told(
            rule=change.rule.code,
            level=change.level,
            in_types=change.rule.in_types,
            subject=change.subject,
            member=change.member,
            symbol=change.symbol,
        )
        for change in compare(old.api, new.api, old.config, new.config)
    ]
