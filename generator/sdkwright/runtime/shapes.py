"""What kind of JSON a value is, in words that type checkers understand, and how properties without
a field of their own are laid out in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final, TypeGuard

import msgspec

if TYPE_CHECKING:
    from decimal import Decimal

OTHERS: Final = "*additional_properties"
"""What msgspec knows the field by that holds the additional properties of a model."""

DECIMALS: Final = f"{__package__}.decimals"
"""The module that is loaded as soon as a model with an exact decimal number is."""

MOST_DIGITS: Final = 1000
"""Digits that a decimal number may be written with to have no exponent."""

OTHERS_IN_JSON: Final = b'"*additional_properties":'
"""What JSON has in it that msgspec wrote of a model with additional properties."""


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Say whether a value is a JSON array."""
    return isinstance(value, list)


def is_collection(value: object) -> TypeGuard[Collection[Any]]:
    """Say whether a caller's value stands for a JSON array."""
    return isinstance(value, (list, tuple, set, frozenset))


def flat(value: Any) -> Any:
    """Put additional properties beside the others, in plain values that msgspec made of models."""
    if is_array(value):
        return [flat(item) for item in value]
    if not is_object(value):
        return value
    made = {name: flat(item) for name, item in value.items() if name != OTHERS}
    return made | flat(value[OTHERS]) | made if OTHERS in value else made


def flat_json(encoded: bytes) -> bytes:
    """Put additional properties beside the others, in JSON that msgspec made of models."""
    return msgspec.json.encode(flat(msgspec.json.decode(encoded)))


def digits(value: Decimal) -> str:
    """Write a decimal number without an exponent, unless that takes a thousand zeros and more: a
    server can send 1E+999999999."""
    return format(value, "f") if abs(value.adjusted()) < MOST_DIGITS else str(value)
