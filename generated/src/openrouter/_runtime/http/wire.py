"""Text on the wire: scalars in URLs and headers, and how a parameter is serialized."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from msgspec import UNSET

from ..json.plain import HALF, plain, spelled
from ..json.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..operation import Operation

DOTS: Final = frozenset({".", ".."})
_UNSAFE_IN_HEADERS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class Styled(NamedTuple):
    """A parameter that is not serialized in the default way (OpenAPI 3.1, section 4.8.12).

    Attributes:
        name: Its name in the request.
        style: One of the styles of the specification, or `"json"`; `"segments"` is simple style
            in a path, with slashes that separate segments; `"wholeForm"`, `"wholeJson"` and
            `"wholeText"` are the whole query string.
        explode: Whether the elements of a list and the properties of an object are separate.
        reserved: Whether reserved characters are left unencoded.
        key: Its name among the arguments, if another place has a parameter of the same name.
    """

    name: str
    style: str
    explode: bool = False
    reserved: bool = False
    key: str = ""


def is_sent(operation: Operation[Any, Any], body: Any) -> bool:
    """Return whether a whole body is sent.

    Raises:
        ValueError: It is required and omitted, or None although it can't be null.
    """
    if body is UNSET or (body is None and "" not in operation.nullable):
        if operation.body_required:
            raise ValueError("request_body is required.")
        return False
    return True


def sent_properties(operation: Operation[Any, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of a body that are sent, null ones included.

    Without any of them no body is sent if none is required.

    Raises:
        ValueError: A required one is omitted, or None although it can't be null.
    """
    nullable = operation.nullable
    given = {
        name: value
        for name, value in body.items()
        if value is not UNSET and (value is not None or name in nullable)
    }
    if not given and not operation.body_required:
        return given
    for name in operation.required_properties:
        if name not in given:
            condition = "" if operation.body_required else " if a body is sent"
            raise ValueError(f"{name} is required{condition}.")
    return given


def text_of(value: object, name: str, type_: Callable[[], Any] | None = None) -> str:
    """Serialize a scalar for a URL, a header or a form (OpenAPI 3.1, section 4.8.12.3).

    Args:
        value: The value.
        name: The name of the argument, for errors.
        type_: Returns the type that the document defines; see `plain`.

    Raises:
        ValueError: It can't be represented in JSON, or is not a single value.
    """
    if type(value) is str:
        return value
    return scalar(plain(value, name, None if type_ is None else type_()), name)


def scalar(value: Any, name: str) -> str:
    """Serialize a value that is plain already.

    Raises:
        ValueError: It is not a single value.
    """
    if value is None or is_array(value) or is_object(value):
        what = "None" if value is None else "an object" if is_object(value) else "a list"
        raise ValueError(f"{name} must be a single value, not {what}.")
    return spelled(value)


def header_value(name: str, value: Any, type_: Callable[[], Any] | None = None) -> bytes:
    """Serialize a scalar as the value of a header (RFC 9110, section 5.5).

    Raises:
        ValueError: It contains a line end or another control character, which could start another
            header.
    """
    return header_text(name, text_of(value, name, type_))


def header_text(name: str, text: str) -> bytes:
    """Check and encode the text of a header (RFC 9110, section 5.5).

    A secret stays what it is up to here, so no frame of a failure shows it.

    Raises:
        ValueError: It contains a line end or another control character, which could start another
            header.
    """
    if _UNSAFE_IN_HEADERS.search(text):
        raise ValueError(f"The value of the header {name} contains a control character.")
    if not text.isascii() and HALF.search(text):
        raise ValueError(f"The value of the header {name} can't be encoded as UTF-8.")
    return text.strip(" \t").encode()


def quoted(name: str, text: str, reserved: str = "") -> str:
    """Percent-encode all characters but the unreserved ones (RFC 3986, section 2.3).

    Args:
        name: The name of the argument, for errors.
        text: The text.
        reserved: The reserved characters that are left as they are, too.

    Raises:
        ValueError: The text can't be encoded as UTF-8.
    """
    try:
        return quote(text, safe=reserved)
    except UnicodeEncodeError:
        raise ValueError(f"{name} can't be encoded as UTF-8.") from None
