"""What all ways to show a comparison share: what they are given, the counts, the versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from sdkwright.config import Config
from sdkwright.diagnostics import Locate, Place
from sdkwright.diff.changes import LEVELS, Change, Level
from sdkwright.diff.redocly import DocumentDiff
from sdkwright.diff.semver import is_enough, next_version

NOTHING: Final = "Nothing changes for users."

HEADINGS: Final[dict[Level, str]] = {
    "breaking": "Breaking",
    "compatible": "Compatible",
    "docs": "Docs only",
}


class Compared(Protocol):
    """Two states of an SDK, and what changed between them.

    `old_label` and `new_label` say which states these are; `old_place` and `new_place` turn a
    pointer into a place. `document` is what changed in the document itself, None where nobody
    asked.
    """

    @property
    def changes(self) -> tuple[Change, ...]: ...
    @property
    def old(self) -> Config: ...
    @property
    def new(self) -> Config: ...
    @property
    def old_label(self) -> str: ...
    @property
    def new_label(self) -> str: ...
    @property
    def old_place(self) -> Locate: ...
    @property
    def new_place(self) -> Locate: ...
    @property
    def document(self) -> DocumentDiff | None: ...
    @property
    def level(self) -> Level | None: ...


def by_level(compared: Compared) -> Iterator[tuple[Level, list[Change]]]:
    """Give the changes of each level that has any, the gravest first, in their order."""
    for level in LEVELS:
        found = [change for change in compared.changes if change.level == level]
        if found:
            yield level, found


def counts(compared: Compared) -> dict[Level, int]:
    """Count the changes of each level."""
    return {level: sum(change.level == level for change in compared.changes) for level in LEVELS}


def version_after(compared: Compared) -> str | None:
    """Give the smallest version that may carry the changes; None where there are none."""
    level = compared.level
    return None if level is None else next_version(compared.old.version, level)


def about_versions(compared: Compared) -> str:
    """Say how the versions in the two settings stand to each other and to the changes."""
    old, new = compared.old.version, compared.new.version
    if new == old:
        return f"now {old}"
    judgement = "is enough" if is_enough(old, new, compared.level) else "is too low"
    return f"was {old}; the settings say {new}, which {judgement}"


def places(compared: Compared, change: Change) -> tuple[Place | None, Place | None]:
    """Say where a change is in the old document, and where in the new one."""
    old = compared.old_place(change.old.pointer) if change.old is not None else None
    new = compared.new_place(change.new.pointer) if change.new is not None else None
    return old, new


def place_of(compared: Compared, change: Change) -> Place | None:
    """Say where to look: in the new document, or in the old one where it is no more."""
    old, new = places(compared, change)
    return new or old


def sentence(text: str) -> str:
    """End a text with a full stop, unless it ends with something like one."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
