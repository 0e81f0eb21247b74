"""Selectors of operations, in `operations.include` and `operations.exclude`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

KEYS: Final = ("tag", "path", "operation")
"""What a selector can name."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Selects operations; of several keys, all must match. `*` stands for any text.

    Args:
        tag: One of the operation's tags.
        path: Its path, or `METHOD /path`.
        operation: Its operationId.
    """

    tag: str = ""
    path: str = ""
    operation: str = ""

    def matches(self, method: str, path: str, operation_id: str, tags: Collection[str]) -> bool:
        """Return whether it selects an operation."""
        paths = (path, f"{method} {path}")
        return (
            (not self.tag or any(_fits(self.tag, tag) for tag in tags))
            and (not self.path or any(_fits(self.path, each) for each in paths))
            and (not self.operation or _fits(self.operation, operation_id))
        )

    def __str__(self) -> str:
        """Return the selector as TOML writes it."""
        given = ((key, getattr(self, key)) for key in KEYS)
        listed = ", ".join(f'{key} = "{value}"' for key, value in given if value)
        return f"{{ {listed} }}"


def _fits(pattern: str, text: str) -> bool:
    first, *others = pattern.split("*")
    if not others:
        return text == pattern
    *inner, last = others
    if not text.startswith(first) or not text.endswith(last):
        return False
    at = len(first)
    for part in inner:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return at + len(last) <= len(text)
