"""Bodies other than JSON: forms, files, text, and bodies that are streamed while they are sent.

No file is held in memory as a whole. A body that can be read only once is never sent twice, so a
call that fails after reading it is not retried.
"""

from __future__ import annotations

import contextlib
import decimal
import errno
import io
import mimetypes
import os
import re
import stat
from collections.abc import (
    AsyncIterable,
    ItemsView,
    Iterable,
    KeysView,
    Mapping,
    Sequence,
    ValuesView,
)
from collections.abc import Set as AbstractSet
from enum import Enum
from pathlib import Path
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    Final,
    NamedTuple,
    Required,
    TypeAlias,
    TypedDict,
    cast,
)

from msgspec import UNSET, Struct

from ..json.plain import items_of, plain, spelled
from ..json.shapes import is_array, is_object
from ..masking import SecretBytes, SecretText
from ..operation import BodyEncoder, Encoding, Operation, essence_of, is_json
from .serialize import json_text, parts, query, whole_text
from .wire import Styled, header_value, is_sent, quoted, sent_properties

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator


__all__ = [
    "BODIES",
    "Boundary",
    "File",
    "FileContent",
    "FileInput",
    "FileParts",
    "FileTuple",
    "Streamed",
    "encode",
    "is_file",
    "piece_of",
    "properties_of",
    "unnamed_part",
]

CHUNK: Final = 65_536
"""Size of the pieces that files are read in, in bytes."""

_DEFAULT: Final = Encoding()
_VIEWS: Final = (KeysView, ValuesView, ItemsView)
_SCALARS: Final = (str, int, float, decimal.Decimal, Enum)
OCTETS: Final = "application/octet-stream"
_NEVER_TEXT: Final = ("application/octet-stream", "audio/", "image/", "video/", "*/")
_QUOTED: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A", "\0": "%00"})
"""Escapes for names in the header of a part (HTML, section 4.10.21.8)."""
_PLAIN_TEXT: Final = "text/plain; charset=utf-8"
"""The media type of text outside of a form; without one it would be ASCII (RFC 2046, 5.1)."""
_BOUNDARY: Final = re.compile(r'\s*;\s*boundary\s*=\s*(?:"[^"]*"|[^;]*)', re.IGNORECASE)
_TYPE: Final = re.compile(r";\s*type\s*=", re.IGNORECASE)

FileContent: TypeAlias = (
    bytes | bytearray | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
)
"""Content of a file: its bytes, its path, an open binary file, or an iterable of bytes."""


class File:
    """A file to send, with its own name and media type.

    Args:
        content: The bytes, the path, an open binary file, or an iterable of bytes.
        name: File name sent to the server. Defaults to the last component of the path, if any.
        content_type: Media type. Defaults to the one that the name's extension stands for.
    """

    __slots__ = ("content", "content_type", "name")

    def __init__(
        self, content: FileContent, name: str | None = None, content_type: str | None = None
    ) -> None:
        self.content = content
        self.name = _name_of(content) if name is None else name
        self.content_type = content_type

    def __repr__(self) -> str:
        return f"File(name={self.name!r}, content_type={self.content_type!r})"

    def media_type(self) -> str:
        """Return the media type to send: the explicit one, or a guess from the name."""
        guessed = mimetypes.guess_type(self.name)[0] if self.name else None
        return self.content_type or guessed or OCTETS


class FileParts(TypedDict, total=False):
    """A file as a dict, as other SDKs accept it."""

    content: Required[FileContent]
    file_name: str
    content_type: str


FileTuple: TypeAlias = tuple[str | None, FileContent] | tuple[str | None, FileContent, str | None]
"""A file as a tuple of its name, content and media type, as HTTP libraries accept it."""

FileInput: TypeAlias = File | FileParts | FileTuple | FileContent
"""A file to send: its content alone, or with a name and a media type."""


class Streamed:
    """A body that is read while it is sent.

    Args:
        pieces: Bytes to send as they are, and files to read.
    """

    def __init__(self, pieces: list[bytes | _Piece]) -> None:
        self.pieces = pieces
        self._started = False

    @property
    def length(self) -> int | None:
        """Length in bytes, or None if it is not known in advance."""
        total = 0
        for piece in self.pieces:
            size = len(piece) if isinstance(piece, bytes) else piece.length
            if size is None:
                return None
            total += size
        return total

    def is_spent(self) -> bool:
        """Return whether the body was read and can't be read again."""
        return self._started and any(
            not isinstance(piece, bytes) and piece.is_once for piece in self.pieces
        )

    def rewind(self) -> None:
        """Seek open files back to their starting positions."""
        for piece in self.pieces:
            if not isinstance(piece, bytes):
                piece.rewind()

    def __iter__(self) -> Iterator[bytes]:
        self._started = True
        for piece in self.pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from piece.read()

    async def read_async(self) -> AsyncIterator[bytes]:
        """Async version of iterating over the body."""
        self._started = True
        for piece in self.pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for part in piece.read_async():
                    yield part


class _Piece:
    """A file that is read while it is sent."""

    def __init__(self, content: Any, name: str) -> None:
        self._content = content
        self._name = name
        self._start = 0
        self.length: int | None = None
        self.is_once = True
        if (path := _path_of(content)) is not None:
            found = path.stat()
            if stat.S_ISDIR(found.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if stat.S_ISREG(found.st_mode):  # otherwise a pipe, whose length is unknown
                self.length = found.st_size
                self.is_once = False
        elif hasattr(content, "__aiter__"):
            pass  # includes files of async libraries, which need a loop for any query
        elif _is_open(content):
            if isinstance(content, io.TextIOBase):
                raise TypeError(f"{name} must be opened in binary mode.")
            if _is_seekable(content):
                self._start = content.tell()
                content.seek(0, os.SEEK_END)
                self.length = content.tell() - self._start
                content.seek(self._start)
                self.is_once = False
        elif not hasattr(content, "__iter__"):
            raise TypeError(
                f"{name} must be bytes, a path, an open binary file or an iterable of bytes, "
                f"not {type(content).__name__}."
            )

    def rewind(self) -> None:
        """Seek an open file back to its starting position."""
        if _is_open(self._content) and not self.is_once:
            self._content.seek(self._start)

    def read(self) -> Iterator[bytes]:
        """Read the content from its start: as many bytes as it had when the call began."""
        return self._parts() if self.length is None else self._exactly(self.length)

    def _exactly(self, length: int) -> Iterator[bytes]:
        left = length
        with contextlib.closing(self._parts()) as parts:
            while left and (part := next(parts, b"")):
                yield part[:left]
                left -= min(left, len(part))
        if left:
            raise OSError(
                f"{self._name} became shorter while it was sent: "
                f"{length - left:,} of {length:,} bytes were left."
            )

    def _parts(self) -> Generator[bytes]:
        content = self._content
        if (path := _path_of(content)) is not None:
            with path.open("rb") as file:
                while part := file.read(CHUNK):
                    yield part
        elif hasattr(content, "__aiter__"):
            raise TypeError(f"{self._name} is an async iterable, which only async calls accept.")
        elif _is_open(content):
            self.rewind()
            while part := content.read(CHUNK):
                yield self._checked(part)
        else:
            yield from map(self._checked, content)

    def _checked(self, part: Any) -> bytes:
        if isinstance(part, (bytes, bytearray, memoryview)):
            return bytes(cast("bytes", part))
        raise TypeError(f"{self._name} must yield bytes, not {type(part).__name__}.")

    async def read_async(self) -> AsyncIterator[bytes]:
        from anyio.to_thread import run_sync

        if hasattr(self._content, "__aiter__"):
            async for part in self._content:
                yield self._checked(part)
            return
        parts = self.read()
        while (part := await run_sync(next, parts, None)) is not None:
            yield part


def encode(operation: Operation[Any, Any], body: Any) -> tuple[bytes | Streamed | None, bytes]:
    """Encode a body that is not JSON.

    Args:
        operation: Defines the media type, and how the parts of a form are encoded.
        body: The properties of the body, or the whole body. No body is sent for None and `UNSET`.

    Returns:
        The encoded body, and its media type.

    Raises:
        TypeError: A file is not of a supported type.
        ValueError: A value can't be sent.
    """
    media_type = operation.content_type.decode()
    if operation.is_form and isinstance(body, (Mapping, Struct)):
        properties = sent_properties(operation, properties_of(body))
        if not properties and not operation.body_required:
            return None, b""
        if _is_multipart(media_type):
            return _multipart(operation, _named(operation, properties))
        return _form(operation, properties), operation.content_type
    if not is_sent(operation, body):
        return None, b""
    if _is_multipart(media_type):
        if _is_list(body):
            return _multipart(operation, _unnamed(operation, body))
        media_type = _with_boundary(body, media_type)
    if isinstance(body, SecretText):
        return SecretBytes(body.encode()), operation.content_type
    if isinstance(body, _SCALARS) and not media_type.startswith(_NEVER_TEXT):
        text = spelled(plain(body, "request_body", operation.body_type("")))
        return text.encode(), operation.content_type
    file = _file(body)
    if "*" in media_type or file.content_type:
        media_type = file.media_type()
    content = piece_of(file.content, "request_body")
    return (
        content if isinstance(content, bytes) else Streamed([content]),
        header_value("Content-Type", media_type),
    )


def properties_of(body: Any) -> dict[str, Any]:
    """Return the properties of a form, by their names in the API."""
    if isinstance(body, Struct):
        names = zip(body.__struct_fields__, body.__struct_encode_fields__, strict=True)
        return {wire: getattr(body, name) for name, wire in names}
    return dict(cast("Mapping[str, Any]", body))


def _form(operation: Operation[Any, Any], properties: Mapping[str, Any]) -> bytes:
    """Encode `application/x-www-form-urlencoded` (OpenAPI 3.1, section 4.8.14.4)."""
    pairs: list[str] = []
    for name, given in properties.items():
        encoding = operation.encodings.get(name, _DEFAULT)
        value = _plain_of(given, name, operation.body_type(name), encoding)
        if encoding.style:
            pairs += query(_styled(name, encoding), value)
            continue
        texts = [_text_of(item, encoding) for item in (value if is_array(value) else [value])]
        pairs += [
            f"{quoted(name, name)}={quoted(name, text)}" for text in texts if text is not None
        ]
    return "&".join(pairs).encode()


def _text_of(value: Any, encoding: Encoding) -> str | None:
    """Return the text of a property of a form, or of one element of a list; None to omit it."""
    if encoding.write is not None:
        return encoding.write(value, "").decode()
    if (
        is_array(value)
        or is_object(value)
        or (is_json(encoding.content_type) and not encoding.whole)
    ):
        return json_text(value)
    return None if value is None else spelled(value)


def _plain_of(value: Any, name: str, type_: Any, encoding: Encoding) -> Any:
    """Return the plain value of a property; one that is a text of JSON as this text."""
    made = plain(value, name, type_)
    return whole_text(made) if encoding.whole and made is not None else made


def _styled(name: str, encoding: Encoding) -> Styled:
    return Styled(name, encoding.style, explode=encoding.explode, reserved=encoding.reserved)


class _Part(NamedTuple):
    """A part of a multipart body.

    Attributes:
        disposition: What its header `Content-Disposition` says; "" if it has none.
        media_type: Its media type; "" if the receiver knows it.
        content: Its content.
    """

    disposition: str
    media_type: str
    content: bytes | _Piece | Streamed

    def head(self) -> str:
        """Return its headers."""
        head = f"Content-Disposition: {self.disposition}\r\n" if self.disposition else ""
        if not _is_concrete(self.media_type):
            return head
        return f"{head}Content-Type: {header_value('Content-Type', self.media_type).decode()}\r\n"


class Boundary:
    """What separates the parts of a multipart body (RFC 2046, section 5.1).

    Args:
        operation: Defines the media type of the body.
    """

    def __init__(self, operation: Operation[Any, Any]) -> None:
        self._media_type = _BOUNDARY.sub("", operation.content_type.decode())
        self._text = os.urandom(16).hex()
        self._is_form_data = _is_form_data(operation)

    @property
    def names_first(self) -> bool:
        """Whether the media type of the body names that of the first part (RFC 2387, 3.1)."""
        is_related = essence_of(self._media_type) == "multipart/related"
        return is_related and not _TYPE.search(self._media_type)

    def media_type(self, first: str) -> bytes:
        """Return the media type of the body.

        Args:
            first: The media type of the first part.
        """
        named = f'; type="{first.partition(";")[0]}"' if self.names_first else ""
        return f"{self._media_type}{named}; boundary={self._text}".encode()

    def pieces(self, part: _Part) -> list[bytes | _Piece]:
        """Return what is sent of a part."""
        head = f"--{self._text}\r\n{part.head()}\r\n"
        content = part.content
        inside = content.pieces if isinstance(content, Streamed) else [content]
        return [head.encode(), *inside, b"\r\n"]

    def end(self, *, is_empty: bool) -> bytes:
        """Return what follows the last part.

        Raises:
            ValueError: There is none, although there must be.
        """
        if is_empty and not self._is_form_data:
            what = essence_of(self._media_type)
            raise ValueError(f"A body of type {what} must have at least one part.")
        return f"--{self._text}--\r\n".encode()


def _multipart(
    operation: Operation[Any, Any], parts: Iterable[_Part]
) -> tuple[bytes | Streamed, bytes]:
    """Encode a multipart body (RFC 2046, section 5.1)."""
    boundary = Boundary(operation)
    pieces: list[bytes | _Piece] = []
    first = ""
    for part in parts:
        first = first or part.media_type or _PLAIN_TEXT
        pieces += boundary.pieces(part)
    pieces.append(boundary.end(is_empty=not pieces))
    encoded = boundary.media_type(first)
    if all(isinstance(piece, bytes) for piece in pieces):
        return b"".join(piece for piece in pieces if isinstance(piece, bytes)), encoded
    return Streamed(pieces), encoded


def _named(operation: Operation[Any, Any], properties: Mapping[str, Any]) -> Iterator[_Part]:
    """Yield the parts of an object (RFC 7578); a list is a part for each of its elements."""
    for name, value in properties.items():
        encoding = operation.encodings.get(name, _DEFAULT)
        type_ = operation.body_type(name)
        if encoding.style and (encoding.base64 or not is_file(value)):
            given = _plain_of(value, name, type_, encoding)
            for key, text in parts(_styled(name, encoding), given):
                yield _Part(_disposition(key), "", text.encode())
            continue
        if encoding.parts is not None and _is_list(value):
            yield _nested(name, value, type_, encoding)
            continue
        if encoding.whole and not is_file(value):
            text = _plain_of(value, name, type_, encoding)
            if text is not None:
                yield _Part(_disposition(name), encoding.content_type, text.encode())
            continue
        for place, item, kind in elements(name, value, type_):
            if item is UNSET or (item is None and not is_json(encoding.content_type)):
                continue
            yield _part(name, place, item, kind, encoding)


def _nested(name: str, value: Any, type_: Any, encoding: Encoding) -> _Part:
    """Return a part that is made of parts without names."""
    inside: Operation[None] = Operation(
        name,
        "POST",
        "",
        body="value",
        content_type=encoding.content_type,
        encoder=BODIES,
        encodings=encoding.parts,
        body_types=None if type_ is None else {"": lambda: type_},
        returns={},
    )
    content, media_type = _multipart(inside, _unnamed(inside, value, name))
    return _Part(_disposition(name), media_type.decode(), content)


def _unnamed(
    operation: Operation[Any, Any], body: Any, name: str = "request_body"
) -> Iterator[_Part]:
    """Yield the parts of a list, which are told apart by their order.

    Raises:
        ValueError: The parts must have names (RFC 7578, section 4.2), or one is None.
    """
    if _is_form_data(operation):
        raise ValueError("request_body must be an object: each part of a form has a name.")
    for index, (place, item, kind) in enumerate(elements(name, body, operation.body_type(""))):
        yield unnamed_part(operation, index, item, kind, place)


def unnamed_part(
    operation: Operation[Any, Any], index: int, item: Any, type_: Any, place: str = ""
) -> _Part:
    """Return the part of an element of a list; the encoding may be that of its place.

    Raises:
        ValueError: It is None.
    """
    place = place or f"request_body[{index}]"
    if item is None or item is UNSET:
        raise ValueError(f"{place} is {item}, which can't be a part.")
    encodings = operation.encodings
    encoding = encodings.get(str(index)) or encodings.get("", _DEFAULT)
    part = _part(None, place, item, type_, encoding)
    return part if part.media_type else part._replace(media_type=_PLAIN_TEXT)


def _part(name: str | None, place: str, item: Any, type_: Any, encoding: Encoding) -> _Part:
    """Return the part of one value; those of a list have no names."""
    if not (encoding.is_file or is_file(item)) or (encoding.base64 and is_bytes(item)):
        return _plain_part(name, plain(item, place, type_), encoding)
    if not is_file(item) and (isinstance(item, (str, Mapping)) or not hasattr(item, "__iter__")):
        what = "a str" if isinstance(item, str) else f"of type {type(item).__name__}"
        raise TypeError(f"{place} must not be {what}; pass bytes, or a pathlib.Path for a file.")
    return _file_part(name, place, _file(item), encoding)


def elements(name: str, value: Any, type_: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield what becomes a part, each with its place and its type: the elements of a list."""
    if isinstance(value, AbstractSet) and not isinstance(value, _VIEWS):
        if any(is_file(item) for item in cast("Iterable[Any]", value)):
            raise ValueError(f"{name} is a set of files, which has no order: pass a list.")
        value = plain(value, name, type_)
    if isinstance(value, (Sequence, *_VIEWS)) and not (
        isinstance(value, str) or is_bytes(value) or _is_file_tuple(value)
    ):
        pairs = zip(cast("Iterable[Any]", value), items_of(type_), strict=False)
        for index, (item, inner) in enumerate(pairs):
            yield f"{name}[{index}]", item, inner
    else:
        yield name, value, type_


def _plain_part(name: str | None, value: Any, encoding: Encoding) -> _Part:
    wanted = encoding.content_type
    if encoding.write is not None:
        return _Part(_disposition(name), wanted, encoding.write(value, wanted))
    if is_json(wanted) or is_array(value) or is_object(value):
        media_type = wanted if is_json(wanted) else "application/json"
        return _Part(_disposition(name), media_type, json_text(value).encode())
    media_type = wanted if _is_concrete(wanted) else ""
    return _Part(_disposition(name), media_type, spelled(value).encode())


def _file_part(name: str | None, place: str, file: File, encoding: Encoding) -> _Part:
    wanted = encoding.content_type
    media_type = file.content_type or (wanted if _is_concrete(wanted) else file.media_type())
    disposition = _disposition(name)
    called = file.name or name
    if called is not None:
        disposition = f'{disposition or "attachment"}; filename="{called.translate(_QUOTED)}"'
    return _Part(disposition, media_type, piece_of(file.content, place))


def _disposition(name: str | None) -> str:
    return "" if name is None else f'form-data; name="{name.translate(_QUOTED)}"'


def _is_concrete(media_type: str) -> bool:
    """Return whether it is one media type, not a range or several."""
    return bool(media_type) and not set(media_type) & set("*,")


def _is_multipart(media_type: str) -> bool:
    return media_type.lower().startswith("multipart/")


def _is_form_data(operation: Operation[Any, Any]) -> bool:
    """Return whether the parts of a body have names (RFC 7578, section 4.2)."""
    return essence_of(operation.content_type.decode()) == "multipart/form-data"


def _is_list(value: Any) -> bool:
    """Return whether a value is a list of parts, not the content of a file."""
    if isinstance(value, str) or is_file(value):
        return False
    return isinstance(value, (Sequence, AbstractSet, *_VIEWS))


def _with_boundary(body: Any, media_type: str) -> str:
    """Return the media type of a multipart body that a caller has encoded.

    Raises:
        ValueError: The caller does not say what separates its parts.
    """
    given = _file(body).content_type or ""
    if not _BOUNDARY.search(given):
        raise ValueError(
            "request_body must be an object or a list of parts, or "
            f"File(content, content_type='{media_type}; boundary=...') if it is already encoded."
        )
    return given


def is_bytes(value: Any) -> bool:
    """Return whether a value is bytes in memory."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_file(value: Any) -> bool:
    """Return whether a value is sent as a file wherever a form may have one."""
    if isinstance(value, (File, os.PathLike)) or is_bytes(value) or _is_open(value):
        return True
    if _is_file_object(value) or _is_file_tuple(value):
        return True
    return hasattr(value, "__next__") or hasattr(value, "__aiter__")


def _is_file_object(value: Any) -> bool:
    """Return whether a dict describes a file, in the form that other SDKs use."""
    if not is_object(value) or not value.keys() <= _FILE_KEYS:
        return False
    return _is_content(value.get("content"))


def _is_file_tuple(value: Any) -> bool:
    """Return whether a tuple describes a file, in the form that httpx and requests use."""
    if not isinstance(value, tuple):
        return False
    items = cast("Sequence[Any]", value)
    texts = (items[0], *items[2:]) if len(items) in {2, 3} else (items,)
    return all(text is None or isinstance(text, str) for text in texts) and _is_content(items[1])


def _is_content(value: Any) -> bool:
    """Return whether a value is the content of a file: one, or an iterable of bytes."""
    if is_bytes(value) or isinstance(value, os.PathLike) or _is_open(value):
        return True
    if isinstance(value, (str, File, Struct, Mapping, Sequence, AbstractSet)):
        return False
    return hasattr(value, "__iter__") or hasattr(value, "__aiter__")


_FILE_KEYS: Final = frozenset({"content", "content_type", "file_name", "name"})


def _file(value: Any) -> File:
    if isinstance(value, File):
        return value
    if _is_file_object(value):
        named = value.get("file_name") or value.get("name")
        return File(value["content"], named, value.get("content_type"))
    if _is_file_tuple(value):
        name, content, *rest = value
        return File(content, name, *rest)
    return File(value)


def piece_of(content: Any, name: str) -> bytes | _Piece:
    """Return content as a piece of a `Streamed` body; `name` is for errors."""
    if isinstance(content, str):
        raise TypeError(f"{name} must not be a str; pass bytes, or a pathlib.Path for a file.")
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", content))
    return _Piece(content, name)


def _path_of(value: Any) -> Path | None:
    return Path(cast("os.PathLike[str]", value)) if isinstance(value, os.PathLike) else None


def _is_seekable(value: Any) -> bool:
    seekable = getattr(value, "seekable", None)
    return bool(seekable()) if callable(seekable) else False


def _is_open(value: Any) -> bool:
    return callable(getattr(value, "read", None))


def _name_of(content: Any) -> str | None:
    path = _path_of(content)
    if path is None:
        name: Any = getattr(content, "name", None)
        path = Path(name) if isinstance(name, str) else _path_of(name)
    return None if path is None else path.name or None


BODIES: Final = BodyEncoder(encode, is_file, properties_of)
"""What an operation is given whose body is not JSON."""
