"""Questions about the types of models and unions, answered without importing either."""

from __future__ import annotations

import functools
import typing
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


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


class Choice:
    """Base of `OneOf` and `Tagged`, by which unions are decoded without an import of `unions`.

    Only packages with such a union carry that module. See there for what the functions do.
    """

    __slots__ = ()

    @staticmethod
    def convert(type_: Any, value: Any, hook: Callable[[Any, Any], Any] | None = None) -> Any:
        """Convert a value to its variant."""
        raise NotImplementedError

    @staticmethod
    def choose(type_: Any, value: Any) -> Variant | None:
        """Choose the variant that a value is, or is most like; None if it is none of them."""
        raise NotImplementedError

    @staticmethod
    def unfit(type_: Any, value: Any) -> str:
        """Return why no variant was chosen, without the value."""
        raise NotImplementedError

    @staticmethod
    def variants(type_: Any) -> tuple[Any, ...]:
        """Return the types of the variants, those of nested unions included."""
        raise NotImplementedError


class Variant:
    """One of the possible types of a value, and how it is recognized.

    Attributes:
        type: The type.
        tags: The values of properties that a value must have, by property name. None stands for a
            property that is missing, or has a value that no other variant has.
    """

    __slots__ = ("tags", "type")

    def __init__(self, type_: Any, tags: dict[str, frozenset[Any]]) -> None:
        self.type = type_
        self.tags = tags


def is_choice(type_: Any) -> bool:
    """Return whether a type is a `OneOf` or a `Tagged`."""
    origin = typing.get_origin(type_)
    return isinstance(origin, type) and issubclass(origin, Choice)


@functools.cache
def choice_of(type_: Any) -> type[Choice]:
    """Return the class of a union.

    Raises:
        NotImplementedError: The type is none, nor one that msgspec knows.
    """
    if not is_choice(type_):
        raise NotImplementedError(f"Cannot decode values of the type {type_!r}.")
    return cast("type[Choice]", typing.get_origin(type_))
