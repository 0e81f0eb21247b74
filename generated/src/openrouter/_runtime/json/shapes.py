"""Distinguishes kinds of JSON values for type checkers, and lays out additional properties."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final, TypeGuard

if TYPE_CHECKING:
    from decimal import Decimal

OTHERS: Final = f"*additional_properties {os.urandom(16).hex()}"
"""msgspec's name of the field with a model's additional properties.

Callers and servers can use any key, so it is one that nobody knows: it differs in each process.
"""

DECIMALS: Final = f"{__package__}.decimals"
"""The module that is loaded with the first model that has a decimal number."""

LONGEST_EXACT_INTEGER: Final = 2**53
"""Above this, a float no longer represents a single integer."""

MOST_DIGITS: Final = 1000
"""Maximum number of digits of a decimal number without an exponent."""


class TextMark:
    """Marks a decimal number that is text in JSON, in `Annotated[Decimal, TextMark()]`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "TextMark()"


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Return whether a value is a list of a fixed length."""
    return isinstance(value, tuple)


def is_collection(value: object) -> TypeGuard[Collection[Any]]:
    """Return whether a caller's value stands for a JSON array."""
    return isinstance(value, (list, tuple, set, frozenset))


def whole_number(value: float) -> int | None:
    """Return the integer that a float is; None if it has a fraction or may have lost digits.

    JSON has one kind of number: 1.0 is the integer 1 (JSON Schema, section 4.2.3).
    """
    is_exact = value.is_integer() and abs(value) <= LONGEST_EXACT_INTEGER
    return int(value) if is_exact else None


def flat(value: Any) -> Any:
    """Merge additional properties with the others, in plain values from msgspec."""
    if is_array(value):
        return [flat(item) for item in value]
    if is_tuple(value):
        return tuple(map(flat, value))
    if not is_object(value):
        return value
    made = {name: flat(item) for name, item in value.items() if name != OTHERS}
    return made | flat(value[OTHERS]) | made if OTHERS in value else made


def digits(value: Decimal) -> str:
    """Format a decimal number without an exponent, unless that takes a thousand digits or more.

    A server can send 1E+999999999.
    """
    return format(value, "f") if abs(value.adjusted()) < MOST_DIGITS else str(value)
