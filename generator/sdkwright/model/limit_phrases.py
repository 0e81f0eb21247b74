"""The wording of constraints: "at least 1", "at most 5 characters".

Shared by the documentation of a value and the report of what changed. Knows only the IR.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.model import ir

_MAX_DIGITS: Final = 40
"""Maximum digits of an integer that documentation shows in full."""

_NUMBERS: Final = (
    ("at least", "minimum"),
    ("more than", "exclusive_minimum"),
    ("at most", "maximum"),
    ("less than", "exclusive_maximum"),
    ("a multiple of", "multiple_of"),
)


def of_numbers(constraints: ir.Constraints) -> Iterator[str]:
    """Yield the limits of a number."""
    for words, name in _NUMBERS:
        value = getattr(constraints, name)
        if value is not None:
            is_short = isinstance(value, int) and len(str(value)) <= _MAX_DIGITS
            yield f"{words} {value}" if is_short else f"{words} {value:.15g}"


def of_length(constraints: ir.Constraints) -> Iterator[str]:
    """Yield the limits of the length of a text."""
    yield from _of_size(constraints.min_length, constraints.max_length, "character", "characters")


def of_pattern(pattern: str) -> str:
    """Return the phrase for a pattern."""
    return f"must match `{pattern}`"


def of_lists(constraints: ir.Constraints) -> Iterator[str]:
    """Yield the limits of the number of elements, or of properties."""
    yield from _of_size(constraints.min_items, constraints.max_items, "element", "elements")
    if constraints.unique_items:
        yield "no duplicates"
    yield from _of_size(
        constraints.min_properties, constraints.max_properties, "property", "properties"
    )


def of_values(values: tuple[ir.JsonText, ...]) -> str:
    """Return the phrase for the only values that are allowed."""
    written = ", ".join(f"`{value}`" for value in values)
    return f"always {written}" if len(values) == 1 else f"one of {written}"


def _of_size(minimum: int | None, maximum: int | None, one: str, several: str) -> Iterator[str]:
    if minimum == 1 and maximum is None:
        yield "not empty"
        return
    if minimum is not None and minimum == maximum:
        yield f"exactly {minimum} {one if minimum == 1 else several}"
        return
    if minimum:
        yield f"at least {minimum} {one if minimum == 1 else several}"
    if maximum is not None:
        yield f"at most {maximum} {one if maximum == 1 else several}"
