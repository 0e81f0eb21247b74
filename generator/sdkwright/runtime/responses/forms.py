"""Reads bodies that are forms, or that have several parts.

All values of a form are text, as are most parts. The document tells which of them are numbers,
booleans or objects: these are read as JSON (OpenAPI 3.1, section 4.8.15.1).
"""

from __future__ import annotations

import base64
import codecs
import contextlib
import datetime
import decimal
import functools
import quopri
import re
import typing
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl

from msgspec import UnsetType

from ..display import shortened
from ..errors import UNTRUSTED_ENCODINGS
from ..json.decoding import UndecodableError, parse
from ..json.plain import alternatives
from ..json.shapes import OTHERS, is_array
from ..json.structs import fields_of, is_struct
from ..operation import essence_of, is_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    _Read: TypeAlias = Callable[[Any, list[Any]], Any]

__all__ = ["read_form", "read_parts"]

FORM: Final = "application/x-www-form-urlencoded"

LONGEST_HEAD: Final = 65_536
"""Maximum number of bytes of the headers of a part."""

_PARAMETER: Final = re.compile(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))')
_ESCAPED: Final = re.compile(r"\\(.)")
_EMPTY_LINE: Final = re.compile(rb"\r?\n\r?\n")
_HEADER: Final = re.compile(r"^([^\s:]+):[ \t]*(.*(?:\r?\n[ \t]+.*)*)", re.MULTILINE)
_TEXTS: Final = frozenset({str, Any, bytes, decimal.Decimal, datetime.date, datetime.datetime})
"""Types whose values are text in JSON, or may be."""
_ANYTHING: Final = frozenset({Any, NoneType, UnsetType})


def read_form(content: bytes, media_type: str, type_: Any) -> Any:
    """Read a form (URL Standard, section 5.1) as plain values.

    Args:
        content: The body.
        media_type: The media type that the server states.
        type_: The type that the document defines.

    Raises:
        UndecodableError: The body is something else.
    """
    essence = essence_of(media_type)
    if essence not in {"", FORM}:
        raise UndecodableError(f"it is {shortened(essence)}, not a form")
    pairs = parse_qsl(content.decode(errors="replace"), keep_blank_values=True)
    return _object(pairs, _shape(type_), _of_text)


def read_parts(content: bytes, media_type: str, type_: Any) -> Any:
    """Read a body in several parts (RFC 2046, section 5.1) as plain values.

    It is an object of the parts that have names (RFC 7578), or a list of all parts if the document
    says so; see `read_form`.

    Raises:
        UndecodableError: The body has no parts, does not end with its boundary, or is an object
            although a part has no name.
    """
    shape = _shape(type_)
    parts = _parts(content, media_type)
    named = [(part.name, part) for part in parts if part.name is not None]
    if shape.items.exist and (not shape.is_object or len(named) < len(parts)):
        return [_of_part(part, shape.items.at(index)) for index, part in enumerate(parts)]
    if len(named) < len(parts):
        raise UndecodableError("one of its parts has no name")
    return _object(named, shape, _of_part)


# What the document says


class _Items(NamedTuple):
    """What a type says about the elements of a list.

    Attributes:
        places: The variants of the elements of a tuple, by place.
        others: The variants of all elements of a list of any length.
    """

    places: list[list[Any]]
    others: list[Any]

    @property
    def exist(self) -> bool:
        """Whether the value may be a list."""
        return bool(self.places or self.others)

    def at(self, index: int) -> list[Any]:
        """Return the variants of one element; none if nothing is known of it."""
        place = self.places[index] if index < len(self.places) else []
        return [*place, *self.others]


class _Shape(NamedTuple):
    """What a type says about the values in a form.

    Attributes:
        is_object: Whether the body may be an object.
        names: The variants of each property that the document names.
        others: The variants of all other properties.
        items: The variants of the elements, if the body may be a list.
    """

    is_object: bool
    names: Mapping[str, list[Any]]
    others: list[Any]
    items: _Items


@functools.cache
def _shape(type_: Any) -> _Shape:
    is_object = False
    names: dict[str, list[Any]] = {}
    others: list[Any] = []
    lists: list[Any] = []
    for part in alternatives(type_):
        if is_struct(part):
            is_object = True
            for field in fields_of(part):
                if field.encode_name == OTHERS:
                    others += _values_of(field.type)
                else:
                    names.setdefault(field.encode_name, []).extend(alternatives(field.type))
        elif typing.get_origin(part) in {list, tuple}:
            lists.append(part)
        else:
            is_object = True
            others += _values_of(part)
            lists += [list[Any]] if part is Any else []
    return _Shape(is_object, names, others, _items_of(lists))


def _values_of(type_: Any) -> list[Any]:
    """Return the variants of the values of a map."""
    maps = [part for part in alternatives(type_) if typing.get_origin(part) is dict]
    return [each for part in maps for each in alternatives(typing.get_args(part)[1])]


def _items_of(types: Iterable[Any]) -> _Items:
    """Return the variants of the elements of a list or a tuple."""
    places: list[list[Any]] = []
    others: list[Any] = []
    for part in types:
        arguments = typing.get_args(part)
        if typing.get_origin(part) is list:
            others += alternatives(arguments[0])
        elif typing.get_origin(part) is tuple:
            places += [[] for _ in arguments[len(places) :]]
            for place, argument in zip(places, arguments, strict=False):
                place.extend(alternatives(argument))
    return _Items(places, others)


def _may_be_text(types: Iterable[Any]) -> bool:
    """Return whether a value of one of these types may be text; nothing is known without one."""
    known = [part for part in types if part not in {NoneType, UnsetType}]
    return not known or any(_is_text(part) for part in known)


def _is_text(type_: Any) -> bool:
    if typing.get_origin(type_) is typing.Literal:
        return any(isinstance(value, str) for value in typing.get_args(type_))
    if typing.get_origin(type_) is typing.Annotated:  # a decimal number that is text
        return True
    return type_ in _TEXTS


# Values


def _object(pairs: Iterable[tuple[str, Any]], shape: _Shape, read: _Read) -> dict[str, Any]:
    """Return an object of names and values; a name that comes again makes a list."""
    found: dict[str, list[Any]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {
        name: _property(values, shape.names.get(name, shape.others), read)
        for name, values in found.items()
    }


def _property(values: list[Any], types: list[Any], read: _Read) -> Any:
    items = _items_of(types)
    is_one = len(values) == 1
    if not items.exist or (is_one and _may_be_text(types)):
        made = [read(value, types) for value in values]
        return made[0] if is_one else made
    if is_one and not items.others and len(items.places) > 1:  # one value is no tuple of several
        whole = read(values[0], types)
        if is_array(whole):
            return whole
    made = [read(value, items.at(index)) for index, value in enumerate(values)]
    # A list that can't be an element itself is a single part of JSON.
    return made[0] if is_one and is_array(made[0]) and not _may_be_list(items.at(0)) else made


def _may_be_list(types: list[Any]) -> bool:
    return Any in types or _items_of(types).exist


def _of_text(text: str, types: list[Any]) -> Any:
    """Return a value that was received as text; what is not JSON is kept as it is."""
    if not _may_be_text(types):
        try:
            return parse(text.encode(errors="surrogatepass"))
        except UndecodableError:
            pass
    return text


def _of_part(part: _Part, types: list[Any]) -> Any:
    """Return the content of a part; bytes that are not text are kept as they are."""
    content = _transferred(part, types)
    if is_json(part.media_type):
        try:
            return parse(content)
        except UndecodableError:
            pass
    essence = essence_of(part.media_type)
    if {*types} <= _ANYTHING and essence and not essence.startswith("text/"):
        return content
    charset = _parameters(part.media_type).get("charset", "utf-8")
    try:
        if codecs.lookup(charset).name in UNTRUSTED_ENCODINGS:
            return content
        return _of_text(content.decode(charset), types)
    except (LookupError, ValueError):
        return content


def _transferred(part: _Part, types: list[Any]) -> bytes:
    """Return the content of a part without its transfer encoding."""
    if part.encoding == "quoted-printable":
        return quopri.decodestring(part.content)
    if part.encoding == "base64" and bytes not in types:  # which are written in base64 themselves
        with contextlib.suppress(ValueError):
            return base64.b64decode(part.content)
    return part.content


# Parts


class _Part(NamedTuple):
    """A part of a body.

    Attributes:
        name: Its name; None if it has none.
        media_type: Its media type; "" for plain text.
        encoding: Its transfer encoding (RFC 2045, section 6); "" for none.
        content: Its content.
    """

    name: str | None
    media_type: str
    encoding: str
    content: bytes


def _parts(content: bytes, media_type: str) -> list[_Part]:
    boundary = _parameters(media_type).get("boundary")
    if not boundary:
        essence = shortened(essence_of(media_type)) or "of no media type"
        raise UndecodableError(f"it is {essence}, without a boundary between parts")
    mark = re.escape(boundary.encode(errors="replace"))
    # The line end before a boundary belongs to it (RFC 2046, section 5.1.1).
    between = re.compile(rb"\r?\n--" + mark + rb"(?:(--)|[ \t]*(?=\r?\n))")
    lines = b"\n" + content
    parts: list[_Part] = []
    begin: int | None = None
    for found in between.finditer(lines):
        if begin is not None:
            parts.append(_part(lines[begin : found.start()]))
        if found[1]:
            return parts
        begin = found.end()
    raise UndecodableError("it does not end with the boundary of its parts")


def _part(raw: bytes) -> _Part:
    """Return a part, which begins with the end of the line of its boundary."""
    # The headers end with an empty line, which follows that line end if there are none.
    empty = _EMPTY_LINE.search(raw)
    end, begin = (len(raw), len(raw)) if empty is None else empty.span()
    if end > LONGEST_HEAD:
        raise UndecodableError("the headers of a part are too long")
    head = raw[:end].decode(errors="replace")
    headers = {name.lower(): value for name, value in _HEADER.findall(head)}
    disposition = _parameters(headers.get("content-disposition", ""))
    return _Part(
        disposition.get("name"),
        headers.get("content-type", "").strip(),
        headers.get("content-transfer-encoding", "").strip().lower(),
        raw[begin:],
    )


def _parameters(value: str) -> dict[str, str]:
    """Return the parameters of a header (RFC 9110, section 5.6.6)."""
    return {
        name.lower(): token or _ESCAPED.sub(r"\1", quoted)
        for name, quoted, token in _PARAMETER.findall(value)
    }
