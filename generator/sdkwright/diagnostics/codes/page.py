"""The page of a code."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A code of diagnostics.

    Args:
        name: The code.
        severities: The severities that it can have, the most severe first.
        meaning: What it means, in Markdown without line breaks.
        action: What to do about it.
    """

    name: str
    severities: tuple[Severity, ...]
    meaning: str
    action: str


def error(name: str, meaning: str, action: str) -> Code:
    """Return the page of a code that is always an error."""
    return Code(name, ("error",), meaning, action)


def warning(name: str, meaning: str, action: str) -> Code:
    """Return the page of a code that is always a warning."""
    return Code(name, ("warning",), meaning, action)


def note(name: str, meaning: str, action: str) -> Code:
    """Return the page of a code that is always a note."""
    return Code(name, ("note",), meaning, action)
