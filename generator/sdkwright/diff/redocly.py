"""Runs Redocly's program to find what changed in the document itself, apart from the SDK.

The program runs with its own recommended rules, whatever `redocly.yaml` there is: one that only
lints would disable the rules that distinguish breaking changes. Nothing here makes the comparison
of the SDK's surface fail; if the program fails, the result says so in one line.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sdkwright.diagnostics import Place
from sdkwright.model.json_pointer import unescaped

Impact: TypeAlias = Literal["major", "minor", "patch"]

IMPACTS: Final[tuple[Impact, ...]] = ("major", "minor", "patch")
"""The most severe first."""

_PATIENCE: Final = 120
"""Timeout in seconds. The largest document that we know takes two."""

_METHOD_OF_PATH: Final = re.compile(r"#/paths/(?P<path>[^/]*)(?:/(?P<method>[a-z]+))?(?:/|$)")
_BOX: Final = frozenset("╔║╚")
"""First characters of lines that are no message: Redocly frames its advice about Node."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A change of the document.

    Args:
        impact: The part of a semantic version that it changes.
        kind: "added", "removed" or "modified".
        pointer: What changed, as a JSON pointer with `#`.
        what: The same for people: "GET /keys, parameters/1/schema: minimum".
        message: The reason for the impact, or "".
        old: Its place in the old document, or None.
        new: Its place in the new document, or None.
    """

    impact: Impact
    kind: str
    pointer: str
    what: str
    message: str
    old: Place | None
    new: Place | None


@dataclass(frozen=True, slots=True)
class DocumentDiff:
    """What changed in the document.

    Args:
        changes: The changes, most severe first.
        failure: Why they are not known, in one line, or "".
        caveat: Why they may be incomplete, in one line, or "".
    """

    changes: tuple[DocumentChange, ...] = ()
    failure: str = ""
    caveat: str = ""


def compare_documents(program: str, old: Path, new: Path) -> DocumentDiff:
    """Compare two OpenAPI documents.

    Args:
        program: `redocly`, or its path.
        old: The old document.
        new: The new document.
    """
    with tempfile.TemporaryDirectory(prefix="sdkwright-") as folder:
        config = Path(folder, "redocly.yaml")
        config.write_text("extends:\n  - diff-recommended\n", encoding="utf-8")
        command = (
            *(program, "diff", os.path.relpath(old), os.path.relpath(new)),
            *("--format", "json", "--fail-on", "none", "--config", str(config)),
        )
        quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
        try:
            done = subprocess.run(  # noqa: S603  the program that the user has named
                command,
                env={**os.environ, **quiet, "NO_COLOR": "1"},
                stdin=subprocess.DEVNULL,
                check=False,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return DocumentDiff(failure=f"`{program}` timed out after {_PATIENCE} seconds")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return DocumentDiff(failure=f"cannot run `{program}`: {reason}")
    complaint = _complaint(done.stderr, done.returncode) if done.returncode else ""
    try:
        changes = _changes(done.stdout)
    except (ValueError, KeyError, TypeError, AttributeError):
        unread = "its output is not JSON of a supported version"
        return DocumentDiff(failure=complaint or unread)
    # An unresolved reference does not keep it from comparing all the rest.
    return DocumentDiff(changes, caveat=complaint)


def _changes(answer: str) -> tuple[DocumentChange, ...]:
    found = [_change(item) for item in json.loads(answer)["changes"]]
    return tuple(sorted(found, key=lambda change: IMPACTS.index(change.impact)))


def _change(item: Mapping[str, Any]) -> DocumentChange:
    pointer = str(item["path"])
    messages = [str(verdict["message"]) for verdict in item["verdicts"]]
    return DocumentChange(
        impact=IMPACTS[IMPACTS.index(item["impact"])],
        kind=str(item["kind"]),
        pointer=pointer,
        what=_what(pointer, str(item.get("property", ""))),
        message=" ".join(messages),
        old=_place(item.get("base")),
        new=_place(item.get("revision")),
    )


def _what(pointer: str, changed: str) -> str:
    named = _METHOD_OF_PATH.match(pointer)
    if named is None:
        head, rest = "", pointer.removeprefix("#").removeprefix("/")
    else:
        method = f"{named['method'].upper()} " if named["method"] else ""
        head, rest = f"{method}{unescaped(named['path'])}", pointer[named.end() :]
    steps = "/".join(unescaped(step) for step in rest.split("/"))
    what = ", ".join(part for part in (head, steps) if part) or "the document"
    return f"{what}: {changed}" if changed else what


def _place(side: Mapping[str, Any] | None) -> Place | None:
    if side is None:
        return None
    return Place(str(side["file"]), int(side["line"]), int(side["col"]))


def _complaint(said: str, status: int) -> str:
    lines = [line.strip() for line in said.splitlines()]
    lines = [line for line in lines if line and line[0] not in _BOX]
    if len(lines) > 1 and lines[0].startswith("[1] "):  # a place, and what is wrong there
        return f"{lines[0].removeprefix('[1] ')}: {lines[1]}"
    errors = [line for line in lines if line.startswith("Error: ")]
    message = (errors or lines or [f"exit status {status}, without a message"])[0]
    return message.removeprefix("Error: ")
