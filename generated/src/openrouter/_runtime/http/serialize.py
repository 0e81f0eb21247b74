"""Serializes parameters that are lists, objects or JSON, or have a style other than the default.

The styles are those of OpenAPI 3.1, section 4.8.12, which are expansions of RFC 6570. Values are
percent-encoded, so they can't leave their place; the delimiters between them are not.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from msgspec import UNSET

from ..json.encoding import ENCODER
from ..json.plain import plain, spelled
from ..json.shapes import is_array, is_object
from ..masking import SecretBytes
from .wire import DOTS, Styled, header_value, quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..operation import Operation

_RESERVED: Final = ":/?[]@!$'()*,;="
"""Reserved characters that `allowReserved` leaves unencoded.

Those that would end the query or start another parameter are excluded (RFC 3986, section 2.2).
"""

_IN_PATHS: Final = ":@!$'()*+,;="
"""The same in a path: all that a segment may have (RFC 3986, section 3.3)."""

_IN_COOKIES: Final = _RESERVED.replace(";", "")
"""The same in a cookie, which ends with a semicolon."""

_NOT_IN_COOKIES: Final = re.compile(r"[\x00-\x1f\x7f;]")

_ENCODED: Final = re.compile(r"%25([0-9A-Fa-f]{2})")


def target(operation: Operation[Any, Any], arguments: Mapping[str, Any]) -> str:
    """Insert arguments into the path and the query; see `Operation.target`."""
    pieces = operation.pieces
    path = pieces[0]
    for index in range(1, len(pieces), 2):
        styled = operation.path_parameters.get(pieces[index]) or Styled(pieces[index], "simple")
        path += _segment(styled, _given(operation, styled, arguments)) + pieces[index + 1]
    pairs: list[str] = []
    for item in operation.query:
        styled = Styled(item, "form", explode=True) if isinstance(item, str) else item
        pairs += query(styled, _given(operation, styled, arguments))
    return f"{path}{operation.joint}{'&'.join(pairs)}" if pairs else path


def add_headers(
    operation: Operation[Any, Any], arguments: Mapping[str, Any], headers: dict[str, bytes]
) -> None:
    """Add header parameters with a style, and cookies."""
    for styled in operation.styled_headers:
        value = _given(operation, styled, arguments)
        if value is not None:
            headers[styled.name] = header_value(styled.name, simple(value, styled))
    pairs: list[str] = []
    for item in operation.cookies:
        styled = Styled(item, "form", explode=True) if isinstance(item, str) else item
        given = _given(operation, styled, arguments)
        if styled.style == "cookie":
            pairs += _cookies(styled, given)
        else:
            pairs += query(styled, given, _IN_COOKIES)
    if pairs:
        # With `&` between the elements of an exploded list, as the specification requires.
        headers["Cookie"] = SecretBytes("; ".join(pairs).encode())


def _given(operation: Operation[Any, Any], styled: Styled, arguments: Mapping[str, Any]) -> Any:
    """Return an argument as a plain value, None if it is omitted."""
    key = styled.key or styled.name
    value = arguments[key]
    if value is None or value is UNSET:
        return None
    type_ = operation.types.get(key)
    return plain(value, styled.name, None if type_ is None else type_())


def simple(value: Any, styled: Styled) -> str:
    """Serialize a header, where nothing is encoded (OpenAPI 3.1, section 4.8.12.2)."""
    if styled.style == "json":
        return json_text(value)
    if not _is_compound(value):
        return spelled(value)
    return ",".join(_flat(value, "=" if styled.explode else ","))


def _segment(styled: Styled, value: Any) -> str:
    name = styled.name
    if value is None:
        raise ValueError(f"{name} is part of the path and required.")
    text = path(styled, value)
    if not text or not DOTS.isdisjoint((unquote(text) if styled.reserved else text).split("/")):
        raise ValueError(f"{name} can't be {text!r}, which would change the path.")
    return text


def path(styled: Styled, value: Any) -> str:
    """Serialize a path parameter, a plain value.

    Raises:
        ValueError: It can't be encoded as UTF-8.
    """
    name, style, explode, is_reserved, _ = styled
    safe = _IN_PATHS if is_reserved else ""
    if style == "json":
        return _encoded(name, json_text(value), safe)
    if not _is_compound(value):
        return _in_path(name, style, _encoded(name, spelled(value), safe))
    encoded = [_encoded(name, text, safe) for text in _flat(value, "")]
    if explode and is_object(value):
        encoded = [f"{key}={text}" for key, text in zip(encoded[::2], encoded[1::2], strict=True)]
        mark = {"label": ".", "matrix": ";"}.get(style, "")
        return f"{mark}{(mark or ',').join(encoded)}" if encoded else ""
    match style:
        case "label":
            return f".{('.' if explode else ',').join(encoded)}" if encoded else ""
        case "matrix" if explode:
            return "".join(f";{quoted(name, name)}={text}" for text in encoded)
        case "matrix":
            return f";{quoted(name, name)}={','.join(encoded)}" if encoded else ""
        case _:
            return ",".join(encoded)


def _in_path(name: str, style: str, text: str) -> str:
    """Return the text of a single value in a path."""
    match style:
        case "segments":
            return text.replace("%2F", "/")
        case "label":
            return f".{text}"
        case "matrix":
            return f";{quoted(name, name)}={text}" if text else f";{quoted(name, name)}"
        case _:
            return text


def query(styled: Styled, value: Any, reserved: str = _RESERVED) -> list[str]:
    """Serialize a parameter of the query, a cookie or a form, as `name=value` pairs.

    A parameter that is the whole query string has no name there.

    Args:
        styled: The parameter.
        value: Its plain value; nothing is sent for None, alone or in a list (RFC 6570, section
            2.3).
        reserved: The reserved characters that `allowReserved` leaves unencoded there.

    Raises:
        ValueError: It can't be encoded as UTF-8, or is no object although it must be one.
    """
    if value is None:
        return []
    name = styled.name
    spelling = _Spelling(
        name=partial(quoted, name),
        text=partial(_encoded, name, reserved=reserved if styled.reserved else ""),
        joints=_ENCODED_JOINTS,
        key="%5B{}%5D",
    )
    match styled.style:
        case "wholeJson":
            return [spelling.text(json_text(value))]
        case "wholeText":
            return [spelling.text(scalar(value, name))]
        case "wholeForm":
            if not is_object(value):
                raise ValueError(f"{name} must be an object.")
            styled = styled._replace(explode=True)
        case _:
            pass
    return [f"{key}={text}" for key, text in _pairs(styled, value, spelling)]


def parts(styled: Styled, value: Any) -> list[tuple[str, str]]:
    """Serialize a property of a form with several parts: their names and texts.

    Nothing is percent-encoded (OpenAPI 3.1, section 4.8.15.1.2); otherwise as `query`.
    """
    return _pairs(styled, value, _UNENCODED)


class _Spelling(NamedTuple):
    """How names, values and what is between them are written.

    Attributes:
        name: Encodes a name.
        text: Encodes a value.
        joints: The delimiters of the values of a list, by style, other than a comma.
        key: The name of a value inside of another, after that of the other.
    """

    name: Callable[[str], str]
    text: Callable[[str], str]
    joints: Mapping[str, str]
    key: str


_ENCODED_JOINTS: Final = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_UNENCODED: Final = _Spelling(str, str, {"spaceDelimited": " ", "pipeDelimited": "|"}, "[{}]")


def _pairs(styled: Styled, value: Any, spelling: _Spelling) -> list[tuple[str, str]]:
    if value is None:
        return []
    name, style, explode, *_ = styled
    key = spelling.name(name)
    if style == "json":
        return [(key, spelling.text(json_text(value)))]
    if not _is_compound(value):
        return [(key, spelling.text(spelled(value)))]
    if style == "deepObject":
        return [*_deep(key, value, spelling)]
    if explode:
        pairs = value.items() if is_object(value) else ((name, each) for each in value)
        return [
            (spelling.name(k), spelling.text(_text(each)))
            for k, item in pairs
            for each in (item if is_array(item) else (item,))
            if each is not None
        ]
    texts = [spelling.text(text) for text in _flat(value, "")]
    return [(key, spelling.joints.get(style, ",").join(texts))] if texts else []


def _deep(key: str, value: Any, spelling: _Spelling) -> Iterator[tuple[str, str]]:
    """Name each scalar by its path, such as `filter[a][b]`; a list repeats the name."""
    if is_array(value):
        for item in value:
            yield from _deep(key, item, spelling)
    elif is_object(value):
        for inner, item in value.items():
            yield from _deep(f"{key}{spelling.key.format(spelling.name(inner))}", item, spelling)
    elif value is not None:
        yield key, spelling.text(spelled(value))


def _flat(value: Any, joint: str) -> list[str]:
    """Return the elements of a list, or the names and values of an object in turn.

    They are joined if a delimiter other than a comma is passed.
    """
    if is_array(value):
        return [_text(item) for item in value if item is not None]
    pairs = [(key, _text(item)) for key, item in value.items() if item is not None]
    if joint == "=":
        return [f"{key}={text}" for key, text in pairs]
    return [part for pair in pairs for part in pair]


def _text(value: Any) -> str:
    """Serialize one value; values nested deeper than the styles allow become JSON."""
    return json_text(value) if _is_compound(value) else spelled(value)


def json_text(value: Any) -> str:
    """Serialize a plain value as JSON."""
    return ENCODER.encode(value).decode()


def whole_text(value: Any) -> str:
    """Return a plain value as a text of JSON; a string is that text already."""
    return value if isinstance(value, str) else json_text(value)


def _cookies(styled: Styled, value: Any) -> list[str]:
    """Serialize a cookie in the style `cookie`, where nothing is encoded (RFC 6265, 4.1.1).

    Raises:
        ValueError: It contains what would end the cookie.
    """
    if value is None:
        return []
    name, _, explode, *_ = styled
    if not _is_compound(value):
        pairs = [(name, spelled(value))]
    elif not explode:
        pairs = [(name, ",".join(_flat(value, "")))]
    elif is_array(value):
        pairs = [(name, text) for text in _flat(value, "")]
    else:
        pairs = [(key, _text(each)) for key, each in value.items() if each is not None]
    for key, text in pairs:
        if _NOT_IN_COOKIES.search(f"{key}{text}") or "=" in key:
            raise ValueError(f"{name} contains a character that would end the cookie.")
    return [f"{key}={text}" for key, text in pairs]


def _encoded(name: str, text: str, reserved: str) -> str:
    if not reserved:
        return quoted(name, text)
    # Existing percent-encodings are kept (RFC 6570, section 3.2.3).
    return _ENCODED.sub(r"%\1", quoted(name, text, reserved))


def _is_compound(value: Any) -> bool:
    return is_array(value) or is_object(value)
