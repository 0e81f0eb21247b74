"""Exact decimal numbers, which are text or numbers in JSON, as the document defines.

msgspec reads both without going through a float, but writes all of them the same way. So bodies and
models with decimals are converted to plain values first. This module is imported only by models
with such a field and by operations that send one.
"""

from __future__ import annotations

import functools
import typing
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from msgspec import UNSET, Struct

from .shapes import OTHERS, TextMark, digits, is_collection, is_object
from .structs import fields_of

__all__ = ["Decimal", "DecimalText", "TextMark", "spelled"]


if TYPE_CHECKING:
    DecimalText: TypeAlias = Decimal  # pyright rejects `Annotated | None`
    """A decimal number that is text in JSON, such as `"19.90"`."""
else:
    DecimalText = Annotated[Decimal, TextMark()]


def spelled(
    value: Any, *, texts: bool = False, as_float: bool = False, by_alias: bool = True
) -> Any:
    """Convert models to dicts, with text for the decimal numbers that are text in JSON.

    Additional properties are merged into the dict.

    Args:
        value: A model, or a value that may contain models.
        texts: Whether decimal numbers outside of models become text.
        as_float: Whether other decimal numbers become floats, as in Python's own JSON parser.
        by_alias: Whether keys are the names in the API (True) or the attribute names (False).

    Raises:
        ValueError: A number is infinite or NaN, which JSON can't represent.
    """
    if isinstance(value, Decimal):
        if texts:
            return digits(value)
        if not value.is_finite():
            raise ValueError(f"{value} can't be represented in JSON.")
        return float(value) if as_float else value
    if isinstance(value, Struct):
        return _spelled_model(value, as_float=as_float, by_alias=by_alias)
    if is_collection(value):
        return [spelled(v, texts=texts, as_float=as_float, by_alias=by_alias) for v in value]
    if is_object(value):
        return {
            key: spelled(item, texts=texts, as_float=as_float, by_alias=by_alias)
            for key, item in value.items()
        }
    return value


def _spelled_model(model: Struct, *, as_float: bool, by_alias: bool) -> dict[str, Any]:
    made: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, wire, is_text in _fields(type(model)):
        item = getattr(model, name)
        if item is UNSET:
            continue
        item = spelled(item, texts=is_text, as_float=as_float, by_alias=by_alias)
        if wire == OTHERS:
            others = item
        else:
            made[wire if by_alias else name] = item
    return made | others | made


@functools.cache
def _fields(model: type[Struct]) -> list[tuple[str, str, bool]]:
    """Return each field's name, its name in JSON, and whether its decimal numbers are text."""
    return [(f.name, f.encode_name, _mentions_text(f.type)) for f in fields_of(model)]


def _mentions_text(type_: Any) -> bool:
    return isinstance(type_, TextMark) or any(map(_mentions_text, typing.get_args(type_)))
