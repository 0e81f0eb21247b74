"""Text of the server as it is safe to display: in a message, a log line or a terminal."""

from __future__ import annotations

from typing import Final

LONGEST_MESSAGE: Final = 1000
"""Maximum characters of the server's text in a message; all of it is in the error's `body`."""

LONGEST_KEY: Final = 100
"""Maximum characters of a key in the path of a value."""


def printable(text: str) -> str:
    r"""Escape line ends, control characters and others that are not shown as themselves.

    They could forge log lines, or change what a terminal shows.

    Example:
        >>> printable("no\n2026-01-01 CRITICAL")
        'no\\n2026-01-01 CRITICAL'
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


def shortened(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """Truncate text for a message, and make it printable."""
    if len(text) <= longest:
        return printable(text)
    return f"{printable(text[:longest])}… ({len(text) - longest:,} more characters)"


def key(text: str) -> str:
    """Return a key of an object as it is displayed in the path of a value."""
    return shortened(text, LONGEST_KEY)
