"""Diagnostics that the settings ignore."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdkwright.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Ignored:
    """An entry of `diagnostics.ignore`.

    Args:
        code: The code of the diagnostics.
        place: "METHOD /path" of an operation, or a JSON pointer whose target contains the place;
            "" for all places.
    """

    code: str
    place: str = ""

    def matches(self, item: Diagnostic) -> bool:
        """Return whether a diagnostic is ignored. Errors never are."""
        if item.severity == "error" or item.code != self.code:
            return False
        pointer = item.pointer or ""
        return self.place in {"", item.subject, pointer} or (
            self.place.startswith("/") and pointer.startswith(f"{self.place.rstrip('/')}/")
        )


def divide(
    items: Iterable[Diagnostic], ignored: Sequence[Ignored]
) -> tuple[list[Diagnostic], list[Ignored]]:
    """Return the diagnostics that are not ignored, and the entries that ignore none."""
    kept: list[Diagnostic] = []
    used: set[Ignored] = set()
    for item in items:
        matching = [entry for entry in ignored if entry.matches(item)]
        used.update(matching)
        if not matching:
            kept.append(item)
    return kept, [entry for entry in dict.fromkeys(ignored) if entry not in used]
