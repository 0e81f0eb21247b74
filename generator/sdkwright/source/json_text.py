"""Positions of the values in a JSON text, found on demand.

Python's own parser makes the values. This module goes through the text again when a diagnostic
needs a position, with the parser's help, so that positions nobody asks for cost neither time nor
memory. It knows JSON, and nothing of OpenAPI or of files.
"""

from __future__ import annotations

import bisect
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sdkwright.model.json_pointer import steps

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_decoder: Final = json.JSONDecoder(object_pairs_hook=len)  # only where a value ends matters


@dataclass(frozen=True, slots=True)
class _Child:
    """Where a value begins and ends, and where to point people: at its key, if it has one."""

    shown: int
    start: int
    end: int


class JsonText:
    """A JSON text and the positions of its values.

    Args:
        text: The text; it has been parsed without an error.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._inside: dict[int, dict[str, _Child]] = {}

    def locate(self, pointer: str) -> tuple[int, int]:
        """Return the line and column, counted from 1, of a JSON pointer's target (RFC 6901).

        If the target does not exist, they are those of the nearest ancestor.
        """
        found, _ = self._find(pointer)
        line = bisect.bisect_right(self._lines, found.shown)
        return line, found.shown - self._lines[line - 1] + 1

    def spelling(self, pointer: str) -> str | None:
        """Return the text of a scalar as it is written: `1.10`, where the value is 1.1."""
        found, is_there = self._find(pointer)
        if not is_there or self.text[found.start] in "{[":
            return None
        raw = self.text[found.start : found.end]
        return str(json.loads(raw)) if raw[0] == '"' else raw

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def _find(self, pointer: str) -> tuple[_Child, bool]:
        start = self._skip(0)
        found = _Child(start, start, len(self.text))
        for step in steps(pointer):
            child = self._children(found.start).get(step)
            if child is None:
                return found, False
            found = child
        return found, True

    def _children(self, start: int) -> dict[str, _Child]:
        """Return the positions of the children of an object or a list; a scalar has none."""
        known = self._inside.get(start)
        if known is None:
            known = self._inside[start] = self._scan(start)
        return known

    def _scan(self, start: int) -> dict[str, _Child]:
        text, found = self.text, dict[str, _Child]()
        if text[start] not in "{[":
            return found
        at = self._skip(start + 1)
        while text[at] not in "}]":
            shown, key = at, str(len(found))
            if text[start] == "{":
                key, at = _decoder.raw_decode(text, at)
                at = self._skip(self._skip(at) + 1)
            _, end = _decoder.raw_decode(text, at)
            found[key] = _Child(shown, at, end)
            at = self._skip(end)
            if text[at] == ",":
                at = self._skip(at + 1)
        return found

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self.text, at)
        return blank.end() if blank is not None else at
