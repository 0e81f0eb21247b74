"""Where a decoded value is plain JSON though its type is a model: a decoder gave up there."""

from __future__ import annotations

import functools
import typing
from typing import Any

import msgspec
from msgspec import Struct

from tests.corpus.support.arguments import variants_of


def untyped(value: Any, type_: Any, place: str = "$") -> list[str]:
    """List the places within a value that have no type though one is declared.

    Args:
        value: What a package decoded.
        type_: What it is declared as.
        place: Where the value is.
    """
    if isinstance(value, Struct):
        found = []
        for item in _fields(type(value)):
            one = getattr(value, item.name)
            found += untyped(one, item.type, f"{place}.{item.encode_name}")
        return found
    variants = [each for item in _bare(type_) for each in variants_of(item)]
    if isinstance(value, list):
        items = [a for v in variants if typing.get_origin(v) is list for a in typing.get_args(v)]
        inner = typing.Union[tuple(items)] if items else Any  # noqa: UP007  made while running
        return [f for i, one in enumerate(value) for f in untyped(one, inner, f"{place}[{i}]")]
    if not isinstance(value, dict):
        return []
    maps = [v for v in variants if typing.get_origin(v) is dict]
    if not maps:
        has_models = any(isinstance(v, type) and issubclass(v, Struct) for v in variants)
        return [f"{place}: is a plain object"] if has_models and Any not in variants else []
    inner = typing.get_args(maps[0])[1]
    return [f for key, one in value.items() for f in untyped(one, inner, f"{place}.{key}")]


@functools.cache
def _fields(model: type[Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(model)


def _bare(type_: Any) -> list[Any]:
    """Look into what stands around a type: annotations, and unions of the package's own."""
    if typing.get_origin(type_) is typing.Annotated:
        return _bare(typing.get_args(type_)[0])
    origin = typing.get_origin(type_)
    if getattr(origin, "__name__", "") in {"OneOf", "Tagged"} and isinstance(origin, type):
        return [each for item in typing.get_args(type_) for each in _bare(item)]
    inner = (item for item in variants_of(type_) if item is not type_)
    return [type_, *(each for item in inner for each in _bare(item))]
