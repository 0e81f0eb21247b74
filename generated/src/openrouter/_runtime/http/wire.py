"""Text on the wire: scalars in URLs and headers, and how a parameter is serialized."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any, Final, NamedTuple
from urllib.parse import quote
from uuid import UUID

import msgspec

from ..json.encoding import base_of
from ..json.shapes import digits

DOTS: Final = frozenset({".", ".."})
HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which can't be encoded. `UnicodeEncodeError` would keep the text."""

_UNSAFE_IN_HEADERS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class Styled(NamedTuple):
    """A parameter that is not serialized in the default way (OpenAPI 3.1, section 4.8.12).

    Attributes:
        name: Its name in the request.
        style: One of the styles of the specification, or `"json"`.
        explode: Whether the elements of a list and the properties of an object are separate.
        reserved: Whether reserved characters are left unencoded.
        key: Its name among the arguments, if another place has a parameter of the same name.
    """

    name: str
    style: str
    explode: bool = False
    reserved: bool = False
    key: str = ""


def is_finite(value: float | Decimal) -> bool:
    """Return whether a number is neither infinite nor NaN; a decimal can be larger than a float."""
    return value.is_finite() if isinstance(value, Decimal) else isfinite(value)


def text_of(value: Any) -> str:
    """Serialize a scalar for a URL or a header (OpenAPI 3.1, section 4.8.12.3).

    Raises:
        ValueError: It is NaN, infinite, or no scalar.
    """
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() | Decimal() if not is_finite(value):
            raise ValueError(f"{value} can't be sent.")
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date() | time():
            return value.isoformat()
        case bytes() | bytearray() | timedelta():
            written: str = msgspec.to_builtins(value)  # base64, or an ISO 8601 duration
            return written
        case Decimal():
            return digits(value)
        case Enum():
            return text_of(value.value)
        case int() | float() | UUID():
            return str(base_of(value))
        case _:
            raise ValueError(f"a {type(value).__name__} can't be sent as text")


def header_value(name: str, value: Any) -> bytes:
    """Serialize a scalar as the value of a header (RFC 9110, section 5.5).

    Raises:
        ValueError: It contains a line end or another control character, which could start another
            header.
    """
    text = text_of(value)
    if _UNSAFE_IN_HEADERS.search(text):
        raise ValueError(f"The value of the header {name} contains a control character.")
    if not text.isascii() and HALF.search(text):
        raise ValueError(f"The value of the header {name} can't be encoded as UTF-8.")
    return text.strip(" \t").encode()


def quoted(name: str, text: str) -> str:
    """Percent-encode all characters but the unreserved ones (RFC 3986, section 2.3).

    Raises:
        ValueError: The text can't be encoded as UTF-8.
    """
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{name} can't be encoded as UTF-8.") from None
