"""Questions about the types of models and unions, answered without importing either."""

from __future__ import annotations

import functools
import typing
from typing import Any

import msgspec
from msgspec import Struct


@functools.cache
def fields_of(type_: type[Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Return the fields of a model, cached because resolving their types is slow."""
    return msgspec.structs.fields(type_)


def make(type_: type[Struct], values: dict[str, Any]) -> Any:
    """Create a model with these values as they are; its constructor would convert some."""
    return msgspec.StructMeta.__call__(type_, **values)


def is_struct(type_: Any) -> bool:
    """Return whether a type is a model."""
    return isinstance(type_, type) and issubclass(type_, Struct)


def is_choice(type_: Any) -> bool:
    """Return whether a type is a `OneOf` or a `Tagged`."""
    # Only these have an origin outside of the standard library and msgspec. The module is not
    # imported before one is seen.
    origin = typing.get_origin(type_)
    return isinstance(origin, type) and origin.__module__ == f"{__package__}.unions"
