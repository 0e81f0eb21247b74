"""A comparison for a terminal, or for a log of its output.

Control characters in text of the document are escaped: it can neither end a line nor change
colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.diagnostics import Place, one_line
from sdkwright.diff.changes import Change, Level
from sdkwright.diff.redocly import DocumentDiff, Impact
from sdkwright.diff.render.compared import (
    HEADINGS,
    NOTHING,
    Compared,
    about_versions,
    by_level,
    counts,
    place_of,
    sentence,
    version_after,
)

_LEVEL_COLOURS: Final[dict[Level, str]] = {
    "breaking": "\x1b[1;31m",
    "compatible": "\x1b[1;32m",
    "docs": "\x1b[1;36m",
}
_IMPACT_COLOURS: Final[dict[Impact, str]] = {
    "major": "\x1b[31m",
    "minor": "\x1b[32m",
    "patch": "\x1b[36m",
}
_BOLD: Final = "\x1b[1m"
_FAINT: Final = "\x1b[2m"


def as_terminal(compared: Compared, *, colour: bool) -> str:
    """Return a comparison for a terminal.

    Args:
        compared: The comparison.
        colour: Whether to use colours.

    Returns:
        Lines, the last one with the counts and the next version; without a newline at the end.
    """
    return "\n".join(_Screen(colour).lines(compared))


def summary(compared: Compared) -> str:
    """Return the result in one line: the counts, and the next version."""
    after = version_after(compared)
    if after is None:
        return NOTHING
    listed = ", ".join(
        f"{number} {HEADINGS[level].lower()}" for level, number in counts(compared).items()
    )
    return f"{listed}: next version {after} ({about_versions(compared)})"


class _Screen:
    def __init__(self, colour: bool) -> None:  # noqa: FBT001  its only setting
        self._colour = colour

    def lines(self, compared: Compared) -> Iterator[str]:
        yield one_line(f"{compared.old_label} -> {compared.new_label}")
        yield ""
        for level, changes in by_level(compared):
            yield self._in(_LEVEL_COLOURS[level], HEADINGS[level])
            yield ""
            for change in changes:
                yield from self._change(compared, change)
                yield ""
        yield from self._document(compared.document)
        yield ""
        most_severe = compared.level
        colour = _BOLD if most_severe is None else _LEVEL_COLOURS[most_severe]
        yield self._in(colour, summary(compared))

    def _change(self, compared: Compared, change: Change) -> Iterator[str]:
        subject = self._in(_BOLD, one_line(change.subject))
        yield f"  {subject}: {sentence(one_line(change.message))}"
        if change.rule.who:
            yield f"    Breaks: {sentence(one_line(change.rule.who))}"
        if change.fix:
            yield f"    To migrate: {sentence(one_line(change.fix))}"
        yield from self._place(place_of(compared, change))

    def _place(self, place: Place | None) -> Iterator[str]:
        if place is not None:
            yield self._in(_FAINT, f"    {one_line(str(place))}")

    def _document(self, document: DocumentDiff | None) -> Iterator[str]:
        if document is None:
            yield self._in(
                _FAINT, "The document itself was not compared: --document-diff REDOCLY does that."
            )
            return
        if document.failure:
            yield f"The document itself was not compared: {sentence(one_line(document.failure))}"
            return
        yield self._in(_BOLD, "The document itself, according to Redocly")
        yield ""
        for change in document.changes:
            impact = self._in(_IMPACT_COLOURS[change.impact], f"{change.impact:5}")
            message = f": {change.message}" if change.message else ""
            yield f"  {impact} {change.kind} {one_line(change.what + message)}"
            yield from self._place(change.new or change.old)
        if not document.changes:
            yield "  No change."
        if document.caveat:
            yield f"  This list may be incomplete: {sentence(one_line(document.caveat))}"

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}\x1b[0m" if self._colour else text
