"""`docs/coverage.md`: what the documents of the collection come to, row by row.

The page is the ratchet: a run compares each document with what stands there. UPDATE_COVERAGE=1
writes it instead. Processes of one run take turns, each with its own documents.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.corpus.support.documents import LISTED, ROOT
from tests.corpus.support.measuring import HEAD, MOST, Fault, Measured

PAGE: Final = ROOT / "docs" / "coverage.md"
UPDATE: Final = bool(os.environ.get("UPDATE_COVERAGE"))
BEGIN: Final = "<!-- From here on, this page is written by the tests: UPDATE_COVERAGE=1. -->\n"
_ROW: Final = re.compile(r"^\| ([^ |]+)[ |]", re.MULTILINE)


class Page:
    """The page as it stands, and its parts by document: the row, and what is not right.

    Args:
        text: The text of the page.
        documents: The documents in the order of their rows.
    """

    def __init__(self, text: str, documents: tuple[str, ...] = LISTED) -> None:
        self.prose, begin, written = text.partition(BEGIN)
        assert begin, "the page says where the tests write"
        table, *sections = re.split(r"^## ", written, flags=re.MULTILINE)
        self.documents = documents
        self.rows = {
            line.split("|")[1].split()[0]: line
            for line in table.splitlines()
            if line.startswith("| ") and line.split("|")[1].split()[0] in documents
        }
        self.sections = {
            section.partition("\n")[0]: section.partition("\n")[2].strip("\n")
            for section in sections
        }

    def put(self, measured: Mapping[str, Measured]) -> None:
        """Take over what was measured."""
        for name, one in measured.items():
            self.rows[name] = row_of(one)
            self.sections[name] = section_of(one)

    def render(self) -> str:
        """Write the page."""
        rows = [
            f"| {' | '.join(HEAD)} |",
            f"| {' | '.join('---' for _ in HEAD)} |",
            *(self.rows[name] for name in self.documents if name in self.rows),
        ]
        sections = [
            f"## {name}\n\n{self.sections[name]}"
            for name in self.documents
            if self.sections.get(name)
        ]
        return f"{self.prose}{BEGIN}\n" + "\n".join(rows) + "\n\n" + "\n\n".join(sections) + "\n"


def row_of(measured: Measured) -> str:
    """Write a row of the table."""
    return f"| {' | '.join(measured.row)} |"


def section_of(measured: Measured) -> str:
    """Write what is not right with a document, or "" if all is."""
    if not measured.faults:
        return ""
    lines = ["| what | how often | for example |", "| --- | --- | --- |"]
    lines += [_line(fault) for fault in measured.faults[:MOST]]
    more = sum(fault.count for fault in measured.faults[MOST:])
    return "\n".join([*lines, f"\nAnd {more} more."] if more else lines)


def update(measured: Mapping[str, Measured]) -> None:
    """Write what was measured into the page, whoever else is at it."""
    with PAGE.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        page = Page(file.read())
        page.put(measured)
        file.seek(0)
        file.write(page.render())
        file.truncate()


def read(path: Path = PAGE) -> Page:
    """Read the page."""
    return Page(path.read_text(encoding="utf-8"))


def _line(fault: Fault) -> str:
    return f"| {_cell(fault.kind)} | {fault.count} | {_cell(fault.example)} |"


def _cell(text: str) -> str:
    """Write text of a document so that it is text on the page."""
    text = text if len(text) <= 220 else f"{text[:219]}…"
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)
