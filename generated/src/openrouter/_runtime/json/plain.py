"""Converts models to plain values: dicts, lists and scalars."""

from __future__ import annotations

import datetime
import decimal
import sys
import uuid
from typing import Any, Final

import msgspec
from msgspec import UNSET, Struct

from .encoding import base_of
from .shapes import DECIMALS, OTHERS, flat, is_array, is_object

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


def to_plain(value: object, *, json: bool, by_alias: bool = True) -> Any:
    """Convert a value of any type to plain ones, like `model_dump` for models."""
    if json and DECIMALS in sys.modules:
        from .decimals import spelled

        value = spelled(value, as_float=True, by_alias=by_alias)
    elif not by_alias:
        value = _by_attribute(value)
    kept = () if json else _PYTHON_TYPES
    dumped = msgspec.to_builtins(value, builtin_types=kept, str_keys=True, enc_hook=base_of)
    return flat(dumped) if OPEN_MODELS else dumped


def _by_attribute(value: Any) -> Any:
    if isinstance(value, Struct):
        given = ((name, getattr(value, name)) for name in value.__struct_fields__)
        made = {name: _by_attribute(item) for name, item in given if item is not UNSET}
        if OTHERS in value.__struct_encode_fields__:
            return made.pop("additional_properties", {}) | made
        return made
    if is_array(value):
        return [_by_attribute(item) for item in value]
    if is_object(value):
        return {key: _by_attribute(item) for key, item in value.items()}
    return value
