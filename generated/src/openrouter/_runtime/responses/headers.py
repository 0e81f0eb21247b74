"""Parses response headers as the API documents them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from ..json.structs import fields_of
from ..json.typed import learned

if TYPE_CHECKING:
    from collections.abc import Mapping

Headers = TypeVar("Headers", bound=Struct)


def read(headers: Mapping[str, str], kind: type[Headers]) -> Headers:
    """Parse headers into the model that documents them.

    Args:
        headers: The headers; names are case-insensitive.
        kind: The model. All of its fields are optional.

    Returns:
        The model. Absent headers are `UNSET`; values of another type are kept as text.
    """
    made = kind()
    for field in fields_of(kind):
        text = headers.get(field.encode_name)
        if text is not None:
            setattr(made, field.name, _read(field.encode_name, text, field.type, kind, field.name))
    return made


def _read(wire: str, text: str, type_: Any, kind: type[Struct], name: str) -> Any:
    given: object = text
    if _is_list(type_):  # style simple (OpenAPI 3.1, section 4.8.12.3)
        given = [item.strip() for item in text.split(",") if item.strip()]
    try:
        return getattr(msgspec.convert({wire: given}, learned(kind), strict=False), name)
    except (msgspec.ValidationError, ValueError):
        return text


def _is_list(type_: Any) -> bool:
    return get_origin(type_) is list or any(get_origin(item) is list for item in get_args(type_))
