"""Encodes JSON: what every body, parameter and model is written with."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BASES: Final[Mapping[type, Callable[[Any], object]]] = {
    str: str.__str__,
    int: int.__index__,
    float: float.__float__,
    bytes: lambda value: bytes(memoryview(value)),
    decimal.Decimal: decimal.Decimal,
    uuid.UUID: lambda value: uuid.UUID(int=value.int),
    datetime.datetime: lambda value: datetime.datetime.combine(
        datetime.date(value.year, value.month, value.day),
        datetime.time(
            *(value.hour, value.minute, value.second, value.microsecond),
            tzinfo=value.tzinfo,
            fold=value.fold,
        ),
    ),
    datetime.date: lambda value: datetime.date(value.year, value.month, value.day),
}
"""How an instance of a subclass becomes one of the class itself; a datetime is also a date."""


def base_of(value: Any) -> Any:
    """Return what a value of a type unknown to msgspec is a special case of.

    numpy's numbers, pandas' times and the text of parsers are instances of subclasses.

    Raises:
        TypeError: It is no such value.
    """
    for kind, convert in _BASES.items():
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"a {type(value).__name__} can't be represented in JSON")


ENCODER: Final = msgspec.json.Encoder(decimal_format="number", enc_hook=base_of)
"""Encodes JSON, with decimals as numbers."""
