"""Reads plain text that is a number or a boolean."""

from __future__ import annotations

from typing import Any

from ..json.decoding import UndecodableError, parse
from ..json.shapes import is_array, is_object

__all__ = ["read_scalar"]


def read_scalar(content: bytes, _media_type: str, _type: Any) -> Any:
    """Read a text that is a single value, spelled as in JSON; see `read_form`.

    Raises:
        UndecodableError: It is another text.
    """
    try:
        value = parse(content)
    except UndecodableError:
        value = None
    if value is None or isinstance(value, str) or is_array(value) or is_object(value):
        raise UndecodableError("it is not a number or a boolean")
    return value
