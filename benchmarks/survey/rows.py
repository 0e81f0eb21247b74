"""What became of one document: the row that a process of its own writes, and the survey reads."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Final

ENDS: Final = ("generated", "refused", "crashed", "late", "failed")
"""A package was made; none was, and diagnostics say why; the generator raised an exception; it took
too long; what judges the package raised one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Things of one kind that are not right: how many, and one of them."""

    kind: str
    count: int
    example: str


@dataclass(slots=True)
class Surveyed:
    """What became of a document.

    Attributes:
        name: Its name.
        end: One of `ENDS`.
        operations: How many operations it has, without those that it says to ignore.
        generated: How many of them the package has.
        codes: Number of diagnostics by severity and code, such as `error[dropped-operation]`.
        findings: What is not right: with the document, with its package, or with calls.
        seconds: How long generation took.
        megabytes: The most memory that was used, by what judges the package included.
        modules: How many modules the package has.
        imported: How many of them can be imported, after being compiled without a warning.
        lint: How many findings ruff has by its default rules.
        called: How many operations were called.
        accepted: How many accept values made by the document, and send one request.
        right: How many of those requests are what the document says.
        answers: How many documented answers were given.
        typed: How many came back as what they are declared as.
        same: How many are the same JSON again when they are written.
    """

    name: str
    end: str
    operations: int = 0
    generated: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: int = 0
    modules: int = 0
    imported: int = 0
    lint: int = 0
    called: int = 0
    accepted: int = 0
    right: int = 0
    answers: int = 0
    typed: int = 0
    same: int = 0

    def as_json(self) -> str:
        """Return the row as JSON on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_json(text: str) -> Surveyed:
    """Return the row that was written as JSON."""
    read = json.loads(text)
    findings = [Finding(**item) for item in read.pop("findings")]
    return Surveyed(**{**read, "findings": findings})
