"""Types that JSON Schema does not have, and what their authors meant.

Documents written by hand, or by a program in another language, name the types of that language:
`type: int`, `type: datetime`, `type: Dict`. Each of them can only mean one thing; a type that could
mean several, such as `timestamp` or `json`, is not listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

KNOWN: Final = ("string", "integer", "number", "boolean", "array", "object", "null")

_MEANT: Final = {
    **{name: (name, "") for name in KNOWN},
    **dict.fromkeys(("int", "bigint", "biginteger", "short"), ("integer", "")),
    "int32": ("integer", "int32"),
    **dict.fromkeys(("int64", "long"), ("integer", "int64")),
    **dict.fromkeys(("float32", "float"), ("number", "float")),
    **dict.fromkeys(("float64", "double"), ("number", "double")),
    **dict.fromkeys(("decimal", "bigdecimal"), ("number", "decimal")),
    "bool": ("boolean", ""),
    **dict.fromkeys(("str", "text"), ("string", "")),
    "date": ("string", "date"),
    **dict.fromkeys(("datetime", "date-time"), ("string", "date-time")),
    "time": ("string", "time"),
    **dict.fromkeys(("uuid", "guid"), ("string", "uuid")),
    **dict.fromkeys(("uri", "url"), ("string", "uri")),
    "email": ("string", "email"),
    **dict.fromkeys(("file", "binary"), ("string", "binary")),
    **dict.fromkeys(("dict", "dictionary", "map", "hash", "hashmap"), ("object", "")),
    "list": ("array", ""),
    **dict.fromkeys(("none", "nil"), ("null", "")),
}


def meant(kind: str) -> tuple[str, str] | None:
    """Return the type and the format that a type stands for; None if it is unknown, or right."""
    return None if kind in KNOWN else _MEANT.get(kind.casefold())


def changes(kinds: Sequence[object]) -> dict[int, tuple[str, str]]:
    """Return what the wrong ones among some types stand for, by their indexes."""
    found = ((index, meant(kind)) for index, kind in enumerate(kinds) if isinstance(kind, str))
    return {index: made for index, made in found if made is not None}
