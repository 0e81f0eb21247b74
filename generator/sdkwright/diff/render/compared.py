"""What all renderers of a comparison share: its interface, the counts, the versions."""

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

    `old_label` and `new_label` name these states; `old_place` and `new_place` return the place of a
    pointer. `document` is what changed in the document itself, None if it was not compared.
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
    """Yield the changes of each level that has any, most severe first, in their order."""
    for level in LEVELS:
        found = [change for change in compared.changes if change.level == level]
        if found:
            yield level, found


def counts(compared: Compared) -> dict[Level, int]:
    """Return the number of changes of each level."""
    return {level: sum(change.level == level for change in compared.changes) for level in LEVELS}


def version_after(compared: Compared) -> str | None:
    """Return the smallest version that may contain the changes; None if there are none."""
    level = compared.level
    return None if level is None else next_version(compared.old.version, level)


def about_versions(compared: Compared) -> str:
    """Describe the versions in the two settings, and whether the new one is high enough."""
    old, new = compared.old.version, compared.new.version
    if new == old:
        return f"now {old}"
    judgement = "is enough" if is_enough(old, new, compared.level) else "is too low"
    return f"was {old}; the settings say {new}, which {judgement}"


def places(compared: Compared, change: Change) -> tuple[Place | None, Place | None]:
    """Return the places of a change in the old document and in the new one."""
    old = compared.old_place(change.old.pointer) if change.old is not None else None
    new = compared.new_place(change.new.pointer) if change.new is not None else None
    return old, new


def place_of(compared: Compared, change: Change) -> Place | None:
    """Return the place of a change in the new document, or in the old one if it was removed."""
    old, new = places(compared, change)
    return new or old


def sentence(text: str) -> str:
    """End a text with a full stop, unless it already ends with punctuation of this kind."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
