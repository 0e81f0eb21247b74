"""References to definitions in the schema around them: written as references into the document.

`#/$defs/Kind` starts at the root of the document (OpenAPI 3.1, section 4.6), but a schema that was
written on its own and then pasted into a document means the `$defs` beside it.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, unquote

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import json_pointer

_HOLDERS: Final = frozenset({"$defs", "definitions"})
_DATA: Final = frozenset({"const", "default", "enum", "example", "examples"})
"""Keywords whose values are no schemas, whatever they look like."""

_NAMES: Final = _HOLDERS | {"dependentSchemas", "patternProperties", "properties", "schemas"}
"""Keywords whose values are objects with names as keys."""

_SAFE: Final = "/~!$&'()*+,;=:@"


def resolve(data: dict[str, Any], diagnostics: Diagnostics) -> dict[str, Any]:
    """Replace references to definitions that only a schema around them has.

    Args:
        data: The document as plain data; it is not changed.
        diagnostics: Gets a warning for each reference that is replaced.
    """
    made: dict[str, Any] = _Walk(data, diagnostics).copy(data, "", (), names=False)
    return made


class _Walk:
    def __init__(self, data: dict[str, Any], diagnostics: Diagnostics) -> None:
        self._data = data
        self._diagnostics = diagnostics

    def copy(self, value: Any, pointer: str, around: tuple[str, ...], *, names: bool) -> Any:
        """Return a value with its references replaced, or the value itself if it has none.

        Args:
            value: A part of the document.
            pointer: Its JSON pointer.
            around: The pointers of the objects around it that have definitions, nearest first.
            names: Whether its keys are names, not keywords.
        """
        if isinstance(value, list):
            some = [
                self.copy(item, json_pointer.child(pointer, index), around, names=False)
                for index, item in enumerate(value)
            ]
            same = all(new is old for new, old in zip(some, value, strict=True))
            return value if same else some
        if not isinstance(value, dict):
            return value
        if pointer and not names and not _HOLDERS.isdisjoint(value):
            around = (pointer, *around)
        changed: dict[str, Any] = {}
        for key, item in value.items():
            if isinstance(item, dict | list) and (names or key not in _DATA):
                below = json_pointer.child(pointer, key)
                made = self.copy(item, below, around, names=not names and key in _NAMES)
                if made is not item:
                    changed[key] = made
        ref = value.get("$ref")
        if around and isinstance(ref, str) and (found := self._meant(ref, pointer, around)):
            changed["$ref"] = found
        return {**value, **changed} if changed else value

    def _meant(self, ref: str, pointer: str, around: tuple[str, ...]) -> str | None:
        """Return the reference that was meant; None if it leads somewhere as it is."""
        inside = unquote(ref.removeprefix("#"))
        first = json_pointer.steps(inside)[:1]
        if not ref.startswith("#/") or first[0] not in _HOLDERS or self._exists(inside):
            return None
        found = next((outer for outer in around if self._exists(f"{outer}{inside}")), None)
        if found is None:
            return None
        self._diagnostics.warning(
            "local-definition",
            f"`{ref}` does not exist in the document, but in the schema around it, which is used",
            fix="move the definition to `components`, or refer to its place",
            at=json_pointer.child(pointer, "$ref"),
        )
        return f"#{quote(found + inside, safe=_SAFE)}"

    def _exists(self, pointer: str) -> bool:
        try:
            json_pointer.follow(self._data, pointer)
        except LookupError:
            return False
        return True
