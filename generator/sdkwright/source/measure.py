"""Measures plain data, and finds values that exceed a limit.

This module knows nothing of what the data means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sdkwright.model.json_pointer import child
from sdkwright.model.limits import Limits

_Trail: TypeAlias = "tuple[str | int, _Trail] | None"
"""The path to a value, last step first."""


@dataclass(frozen=True, slots=True)
class Excess:
    """A value that is too large: the limit it exceeds, the message, and its pointer (RFC 6901)."""

    name: str
    problem: str
    pointer: str


def excess(value: object, bounds: Limits) -> Excess | None:
    """Return the first list, object or text found that exceeds a limit, or None.

    Args:
        value: Plain data. An object at `/paths` may exceed `items`: operations have their own
            limit.
        bounds: The limits.
    """
    trail: _Trail = None
    waiting: list[tuple[dict[str, object] | list[object], _Trail]] = []
    met: set[int] = set()

    def problem(item: object, trail: _Trail) -> Excess | None:
        if isinstance(item, str) and len(item) > bounds.text:
            what = f"this text has more than {bounds.text:,} characters"
            return Excess("text", what, _pointer(trail))
        if not isinstance(item, dict | list) or id(item) in met:
            return None
        met.add(id(item))  # an alias occurs in several places
        waiting.append((item, trail))
        if len(item) <= bounds.items or trail == ("paths", None):
            return None
        kind = "object" if isinstance(item, dict) else "list"
        what = f"this {kind} has {len(item):,} entries; the limit is {bounds.items:,}"
        return Excess("items", what, _pointer(trail))

    found = problem(value, trail)
    while waiting and found is None:
        item, trail = waiting.pop()
        children = item.items() if isinstance(item, dict) else enumerate(item)
        found = next(filter(None, (problem(child, (key, trail)) for key, child in children)), None)
    return found


def size(value: object) -> int:
    """Count the objects, lists and scalars in plain data."""
    found = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        found += 1
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return found


def _pointer(trail: _Trail) -> str:
    steps = []
    while trail is not None:
        step, trail = trail
        steps.append(step)
    return child("", *reversed(steps))
