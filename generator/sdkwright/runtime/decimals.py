"""Exact decimal numbers: in JSON they are text or numbers, as the document says of each.

msgspec reads both without going through a float, but writes all of them the one way or the other.
So bodies and models that hold some are spelled out first. This module is imported by models that
have such a field, and by operations that send one; nothing else pays for it.
"""

from __future__ import annotations

import functools
import typing
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

import msgspec
from msgspec import UNSET, Struct

from .decoding import fields_of
from .shapes import OTHERS, digits, is_collection, is_object

__all__ = ["Decimal", "DecimalText", "TextMark", "encode", "spelled"]


class TextMark:
    """Marks a decimal number that is text in JSON, in `Annotated[Decimal, TextMark()]`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "TextMark()"


if TYPE_CHECKING:
    DecimalText: TypeAlias = Decimal  # for pyright, `Annotated | None` is no expression
    """A decimal number that is text in JSON, such as `"19.90"`."""
else:
    DecimalText = Annotated[Decimal, TextMark()]

_encoder: Final = msgspec.json.Encoder(decimal_format="number")


def encode(value: Any) -> bytes:
    """Write a model, or a value that holds models, as JSON.

    Raises:
        ValueError: If a number is infinite or none at all, which JSON can't say.
    """
    return _encoder.encode(spelled(value))


def spelled(
    value: Any, *, texts: bool = False, as_float: bool = False, by_alias: bool = True
) -> Any:
    """Turn models into dicts, with text for those decimal numbers that are text in JSON.

    Additional properties stand beside the others in it.

    Args:
        value: A model, or what may hold some.
        texts: Whether decimal numbers that stand in no model are text.
        as_float: Whether the others become floats, as Python's own reader of JSON makes of them.
        by_alias: Whether keys are the names of the API, or those of the attributes.

    Raises:
        ValueError: If a number is infinite or none at all, which JSON can't say.
    """
    if isinstance(value, Decimal):
        if texts:
            return digits(value)
        if not value.is_finite():
            raise ValueError(f"{value} is not a number that JSON can say.")
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
    """Give the fields: their names, those in JSON, and whether decimal numbers are text there."""
    return [(f.name, f.encode_name, _mentions_text(f.type)) for f in fields_of(model)]


def _mentions_text(type_: Any) -> bool:
    return isinstance(type_, TextMark) or any(map(_mentions_text, typing.get_args(type_)))
