"""Diagnostics: the messages of the stages to the user, and how they are rendered.

Stages collect diagnostics here and go on, so that one run shows all of them. Nothing in this module
prints, and it knows neither the document nor how positions are found: the caller that renders a
diagnostic provides the function that turns a pointer into a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sdkwright.model.ir import SourcePointer

Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file, shown as `file:line:column`; 0 means that the number is not known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return the place as compilers write it, which terminals and editors turn into a link."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


Locate: TypeAlias = Callable[[str], Place]
"""Returns the place of a JSON pointer in the document."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong (`message`), with what (`subject`), and what to do (`fix`).

    `pointer` is its JSON pointer in the document; `place` is set instead if there is no document to
    point into, because it cannot be read or because another file is at fault.
    """

    severity: Severity
    code: str
    message: str
    fix: str = ""
    pointer: str | None = None
    subject: str = ""
    place: Place | None = None


class Fatal(Exception):  # noqa: N818  it aborts the run; the error is in Diagnostics
    """A stage cannot go on; the reason is already in the diagnostics, not in this exception."""


class UsageError(Fatal):
    """The command cannot be carried out as given: a file is missing, or an option is wrong."""


@dataclass(slots=True)
class Diagnostics:
    """Collects diagnostics in the order they are found; duplicates are dropped."""

    items: list[Diagnostic] = field(default_factory=list)
    _known: set[Diagnostic] = field(default_factory=set)

    @property
    def has_errors(self) -> bool:
        """Whether there is an error, which means that no output may be written."""
        return any(item.severity == "error" for item in self.items)

    def error(
        self,
        code: str,
        message: str,
        *,
        fix: str = "",
        at: str | SourcePointer | Place | None = None,
        subject: str = "",
    ) -> None:
        """Collect a finding that forbids writing any output."""
        self._add("error", code, message, fix=fix, at=at, subject=subject)

    def warning(
        self,
        code: str,
        message: str,
        *,
        fix: str = "",
        at: str | SourcePointer | Place | None = None,
        subject: str = "",
    ) -> None:
        """Collect a finding that the document's author should act on, and that forbids nothing."""
        self._add("warning", code, message, fix=fix, at=at, subject=subject)

    def note(
        self,
        code: str,
        message: str,
        *,
        fix: str = "",
        at: str | SourcePointer | Place | None = None,
        subject: str = "",
    ) -> None:
        """Collect a finding that is good to know and needs no action."""
        self._add("note", code, message, fix=fix, at=at, subject=subject)

    def fatal(
        self,
        code: str,
        message: str,
        *,
        fix: str = "",
        at: str | SourcePointer | Place | None = None,
    ) -> Fatal:
        """Collect an error, and return the exception to raise: `raise diagnostics.fatal(...)`."""
        self._add("error", code, message, fix=fix, at=at, subject="")
        return Fatal(code)

    def usage(self, code: str, message: str, *, fix: str = "", at: Place | None = None) -> Fatal:
        """Like `fatal`, for a mistake in the command rather than in what it reads."""
        self._add("error", code, message, fix=fix, at=at, subject="")
        return UsageError(code)

    def _add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        fix: str,
        at: str | SourcePointer | Place | None,
        subject: str,
    ) -> None:
        pointer = at.pointer if isinstance(at, SourcePointer) else at
        place = None
        if isinstance(pointer, Place):
            pointer, place = None, pointer
        item = Diagnostic(severity, code, message, fix, pointer, subject, place)
        if item not in self._known:
            self._known.add(item)
            self.items.append(item)


def render(diagnostic: Diagnostic, locate: Locate | None = None) -> str:
    """Return a diagnostic as one line.

    Args:
        diagnostic: The finding.
        locate: Returns the place of its pointer; without it the pointer itself is shown.

    Returns:
        `spec/openapi.yaml:412:7: error[dropped-operation] POST /x: why. Fix: how.` Unknown parts
        are omitted. Control characters, which the document may contain, are escaped: the line stays
        one line and cannot change a terminal's colours.
    """
    place = place_of(diagnostic, locate)
    head = f"{diagnostic.severity}[{diagnostic.code}]"
    if diagnostic.subject:
        head = f"{head} {diagnostic.subject}"
    line = f"{head}: {_sentence(diagnostic.message)}"
    if place is not None:
        line = f"{place}: {line}"
    elif diagnostic.pointer is not None:
        line = f"#{diagnostic.pointer}: {line}"
    if diagnostic.fix:
        line = f"{line} Fix: {_sentence(diagnostic.fix)}"
    return one_line(line)


def place_of(diagnostic: Diagnostic, locate: Locate | None) -> Place | None:
    """Return the place of a diagnostic, or None if it is not known."""
    if diagnostic.place is not None:
        return diagnostic.place
    if diagnostic.pointer is not None and locate is not None:
        return locate(diagnostic.pointer)
    return None


def in_order(items: list[Diagnostic], locate: Locate | None) -> list[Diagnostic]:
    """Sort by file, line and column; those without a place come first. The sort is stable."""
    return sorted(items, key=lambda item: place_of(item, locate) or Place(""))


def folded(
    items: Iterable[Diagnostic], most: int | None
) -> Iterator[tuple[Diagnostic, list[Diagnostic]]]:
    """Yield diagnostics for people, with those that they stand for.

    Args:
        items: The diagnostics, in order.
        most: How many diagnostics may have the same severity and code; the first of more than that
            stands for the others. None is no limit.
    """
    alike: dict[tuple[Severity, str], list[Diagnostic]] = {}
    listed = [*items]
    for item in listed:
        alike.setdefault((item.severity, item.code), []).append(item)
    for item in listed:
        first, *others = alike[item.severity, item.code]
        if most is None or len(others) < most:
            yield item, []
        elif item is first:
            yield item, others


def one_line(text: str) -> str:
    """Escape characters that would end the line, move the cursor or change the text direction."""
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
