"""Converts models to plain values: dicts, lists and scalars."""

from __future__ import annotations

import datetime
import decimal
import sys
import uuid
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import UNSET, Struct

from .dates import duration_text
from .shapes import DECIMALS, OTHERS, flat, is_array, is_object, is_tuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OPEN_MODELS: Final[set[str]] = set()
"""The names of the models with additional properties; without one, none have to be merged."""

_PYTHON_TYPES = (
    bytes,
    datetime.date,
    datetime.datetime,
    datetime.time,
    datetime.timedelta,
    decimal.Decimal,
    uuid.UUID,
)
"""Types that `model_dump(mode="python")` keeps as they are."""


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


def _base_of(value: Any) -> Any:
    """Return what a value of a type unknown to msgspec is a special case of.

    numpy's numbers, pandas' times and the text of parsers are instances of subclasses.

    Raises:
        TypeError: It is no such value.
    """
    for kind, convert in _BASES.items():
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"a {type(value).__name__} can't be converted")


def to_plain(value: object, *, json: bool, by_alias: bool = True) -> Any:
    """Convert a value of any type to plain ones, like `model_dump` for models."""
    if json and DECIMALS in sys.modules:
        from .decimals import spelled

        value = spelled(value, as_float=True, by_alias=by_alias)
    elif not by_alias:
        value = _by_attribute(value)
    kept = (datetime.timedelta,) if json else _PYTHON_TYPES
    dumped = msgspec.to_builtins(value, builtin_types=kept, str_keys=True, enc_hook=_base_of)
    made = flat(dumped) if OPEN_MODELS else dumped
    return _of_json(made) if json else made


def without_none(value: Any) -> Any:
    """Return plain values without the entries of dicts that are None."""
    if is_object(value):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    if is_array(value):
        return [without_none(item) for item in value]
    if is_tuple(value):
        return tuple(map(without_none, value))
    return value


def _of_json(value: Any) -> Any:
    """Return plain values with lists in place of tuples, and durations as they are sent."""
    if is_array(value) or is_tuple(value):
        return [_of_json(item) for item in value]
    if is_object(value):
        return {key: _of_json(item) for key, item in value.items()}
    return duration_text(value) if isinstance(value, datetime.timedelta) else value


def _by_attribute(value: Any) -> Any:
    if isinstance(value, Struct):
        given = ((name, getattr(value, name)) for name in value.__struct_fields__)
        made = {name: _by_attribute(item) for name, item in given if item is not UNSET}
        if OTHERS in value.__struct_encode_fields__:
            return made.pop("additional_properties", {}) | made
        return made
    if is_array(value):
        return [_by_attribute(item) for item in value]
    if is_tuple(value):
        return tuple(map(_by_attribute, value))
    if is_object(value):
        return {key: _by_attribute(item) for key, item in value.items()}
    return value
