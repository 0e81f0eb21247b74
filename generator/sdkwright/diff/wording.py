"""The wording of changes: Markdown that text of a document cannot break out of.

Knows nothing of what changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.()]{1,100}")
"""Text that needs no escaping, such as most names."""

_LONGEST: Final = 200
"""Maximum characters of a document's text that are quoted in a message."""


def code(text: str) -> str:
    """Return text as a code span: on one line, and with a fence that the text does not contain."""
    if _PLAIN.fullmatch(text):
        return f"`{text}`"
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST]}…"
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if not line or line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def listed(words: Iterable[str]) -> str:
    """Join words: `a`, `a and b`, `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def codes(texts: Iterable[str]) -> str:
    """Join texts as code spans."""
    return listed(map(code, texts))


def plural(noun: str, things: Sequence[object]) -> str:
    """Return a noun in the singular or the plural: a class, statuses."""
    return noun if len(things) == 1 else f"{noun}{'es' if noun.endswith('s') else 's'}"


def verb(one: str, several: str, things: Sequence[object]) -> str:
    """Return a verb in the singular or the plural: is, are."""
    return one if len(things) == 1 else several
