"""The section of the changelog for a release, written for the users of the SDK.

This module turns changes into Markdown, and knows neither files nor versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sdkwright.config import Config
from sdkwright.diff.changes import Change, Level
from sdkwright.emit.docs.markdown import md_code, md_line
from sdkwright.emit.docs.texts import first_sentence
from sdkwright.emit.index import Index
from sdkwright.model import naming
from sdkwright.release.changelog import Block

FIRST: Final = "First release."
NO_CHANGE: Final = "No changes for users."


def of_changes(changes: Sequence[Change]) -> Iterator[Block]:
    """Yield an item for each change, with how to migrate if it breaks code.

    Changes of the docs, of which one thing can have several, have an item for each thing.
    """
    if not changes:
        yield Block("", NO_CHANGE)
    documented: dict[str, list[str]] = {}
    for change in changes:
        if change.level == "docs":
            documented.setdefault(change.subject, []).append(md_line(change.message))
        else:
            yield Block(_title(change.rule.code, change.level), _item(change))
    for subject, messages in documented.items():
        yield Block("Documentation", _listed(subject, _sentence("; ".join(messages))))


def of_first_release(index: Index, config: Config) -> Iterator[Block]:
    """Yield the methods of a new SDK."""
    yield Block("", FIRST)
    variable = naming.identifier(config.client_class, fallback="client")
    for resource in index.resources():
        for operation in resource.operations:
            method = f"{variable}.{resource.name.python}.{operation.name.python}()"
            text = operation.doc.summary or first_sentence(operation.doc.description)
            yield Block("Added", _listed(method, md_line(text)))


def of_files(lines: Iterable[str]) -> Iterator[Block]:
    """Yield changes outside of the surface; each line is already Markdown."""
    for line in lines:
        yield Block("Changed", f"- {line}")


def _title(code: str, level: Level) -> str:
    if level == "breaking":
        return "Breaking"
    if code == "deprecated":
        return "Deprecated"
    return "Added" if code.endswith("-added") else "Changed"


def _item(change: Change) -> str:
    text = _listed(change.subject, _sentence(md_line(change.message)))
    if change.level != "breaking":
        return text
    notes = [f"Breaks: {_sentence(md_line(change.rule.who))}"] if change.rule.who else []
    if change.fix:
        notes.append(f"To migrate: {_sentence(md_line(change.fix))}")
    return f"{text}\n  {' '.join(notes)}" if notes else text


def _listed(subject: str, text: str) -> str:
    return f"- {md_code(subject)}: {text}" if text else f"- {md_code(subject)}"


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
