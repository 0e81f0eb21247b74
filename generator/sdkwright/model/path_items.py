"""Path items as plain data, with what they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sdkwright.model.json_pointer import steps

_LONGEST: Final = 20
"""References in a row; longer chains are cycles."""


def followed(data: Mapping[str, Any], item: object) -> Mapping[str, Any]:
    """Return a path item with all that the ones have that it refers to."""
    merged: dict[str, Any] = {}
    for _ in range(_LONGEST):
        if not isinstance(item, dict):
            break
        merged = {**item, **merged}
        reference = item.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        item = data
        for key in steps(reference[1:]):
            item = item.get(key) if isinstance(item, dict) else None
    return merged
