"""Bodies other than JSON: forms, files, text, and bodies that are streamed while they are sent.

No file is held in memory as a whole. A body that can be read only once is never sent twice, so a
call that fails after reading it is not retried.
"""

from __future__ import annotations

import contextlib
import errno
import io
import mimetypes
import os
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
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Required, TypeAlias, TypedDict, cast

from msgspec import UNSET, Struct

from ..json.plain import items_of, plain, spelled
from ..json.shapes import is_array, is_object
from ..masking import SecretBytes, SecretText
from ..operation import BodyEncoder, Encoding, is_json
from .serialize import json_text, query
from .wire import Styled, header_value, is_sent, quoted, sent_properties

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator

    from ..operation import Operation

__all__ = [
    "BODIES",
    "File",
    "FileContent",
    "FileInput",
    "FileParts",
    "FileTuple",
    "Streamed",
    "encode",
]

CHUNK: Final = 65_536
"""Size of the pieces that files are read in, in bytes."""

_DEFAULT: Final = Encoding()
_VIEWS: Final = (KeysView, ValuesView, ItemsView)
OCTETS: Final = "application/octet-stream"
_NEVER_TEXT: Final = ("application/octet-stream", "audio/", "image/", "video/", "*/")
_QUOTED: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A", "\0": "%00"})
"""Escapes for names in the header of a part (HTML, section 4.10.21.8)."""

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
        self._pieces = pieces
        self._started = False

    @property
    def length(self) -> int | None:
        """Length in bytes, or None if it is not known in advance."""
        total = 0
        for piece in self._pieces:
            size = len(piece) if isinstance(piece, bytes) else piece.length
            if size is None:
                return None
            total += size
        return total

    def is_spent(self) -> bool:
        """Return whether the body was read and can't be read again."""
        return self._started and any(
            not isinstance(piece, bytes) and piece.is_once for piece in self._pieces
        )

    def rewind(self) -> None:
        """Seek open files back to their starting positions."""
        for piece in self._pieces:
            if not isinstance(piece, bytes):
                piece.rewind()

    def __iter__(self) -> Iterator[bytes]:
        self._started = True
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from piece.read()

    async def read_async(self) -> AsyncIterator[bytes]:
        """Async version of iterating over the body."""
        self._started = True
        for piece in self._pieces:
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
        if media_type.lower().startswith("multipart/"):
            return _multipart(operation, properties)
        return _form(operation, properties), operation.content_type
    if not is_sent(operation, body):
        return None, b""
    if isinstance(body, SecretText):
        return SecretBytes(body.encode()), operation.content_type
    if isinstance(body, str) and not media_type.startswith(_NEVER_TEXT):
        text: str = plain(body, "request_body")
        return text.encode(), operation.content_type
    file = _file(body)
    if "*" in media_type or file.content_type:
        media_type = file.media_type()
    content = _piece(file.content, "request_body")
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
        value = plain(given, name, said(operation, name))
        encoding = operation.encodings.get(name)
        style = "form" if encoding is None else encoding.style
        if encoding is not None and is_json(encoding.content_type):
            style = "json"
        elif not style:
            style = "json" if is_object(value) else "form"
        elif encoding is None and is_object(value):
            style = "json"
        explode = encoding.explode if encoding is not None and encoding.style else style == "form"
        reserved = encoding is not None and encoding.reserved
        if value is None and style == "json":
            pairs.append(f"{quoted(name, name)}=null")
        pairs += query(Styled(name, style, explode=explode, reserved=reserved), value)
    return "&".join(pairs).encode()


def _multipart(
    operation: Operation[Any, Any], properties: Mapping[str, Any]
) -> tuple[bytes | Streamed, bytes]:
    """Encode a multipart form (RFC 7578); a list becomes one part for each of its elements."""
    boundary = os.urandom(16).hex()
    pieces: list[bytes | _Piece] = []
    for name, value in properties.items():
        encoding = operation.encodings.get(name, _DEFAULT)
        for head, content in _parts(operation, name, value, encoding):
            pieces += [f"--{boundary}\r\n{head}\r\n".encode(), content, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    essence = operation.content_type.decode().partition(";")[0].rstrip()
    media_type = f"{essence}; boundary={boundary}".encode()
    if all(isinstance(piece, bytes) for piece in pieces):
        return b"".join(piece for piece in pieces if isinstance(piece, bytes)), media_type
    return Streamed(pieces), media_type


def _parts(
    operation: Operation[Any, Any], name: str, value: Any, encoding: Encoding
) -> Iterator[tuple[str, bytes | _Piece]]:
    """Yield the parts of a property, each with its head."""
    type_ = said(operation, name)
    if is_json(encoding.content_type) and not is_file(value):
        yield _plain_part(name, plain(value, name, type_), encoding)
        return
    for place, item, kind in elements(name, value, type_):
        if item is None or item is UNSET:
            continue
        if not (encoding.is_file or is_file(item)) or (encoding.base64 and is_bytes(item)):
            yield _plain_part(name, plain(item, place, kind), encoding)
        elif isinstance(item, str):
            raise TypeError(f"{place} must not be a str; pass bytes, or a pathlib.Path for a file.")
        else:
            yield _file_part(name, place, _file(item), encoding)


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


def said(operation: Operation[Any, Any], name: str) -> Any:
    """Return the type of a property, if its text depends on it."""
    type_ = operation.body_types.get(name)
    return None if type_ is None else type_()


def _plain_part(name: str, value: Any, encoding: Encoding) -> tuple[str, bytes]:
    wanted = encoding.content_type
    if is_json(wanted) or is_array(value) or is_object(value):
        media_type = wanted if is_json(wanted) else "application/json"
        return _head(_disposition(name), media_type), json_text(value).encode()
    return _head(_disposition(name), wanted), spelled(value).encode()


def _file_part(name: str, place: str, file: File, encoding: Encoding) -> tuple[str, bytes | _Piece]:
    media_type = file.content_type or ""
    if not media_type:
        wanted = encoding.content_type
        concrete = bool(wanted) and not set(wanted) & set("*,")
        media_type = wanted if concrete else file.media_type()
    disposition = f'{_disposition(name)}; filename="{(file.name or name).translate(_QUOTED)}"'
    return _head(disposition, media_type), _piece(file.content, place)


def _disposition(name: str) -> str:
    return f'Content-Disposition: form-data; name="{name.translate(_QUOTED)}"'


def _head(disposition: str, media_type: str) -> str:
    if not media_type or set(media_type) & set("*,"):
        return f"{disposition}\r\n"
    value = header_value("Content-Type", media_type).decode()
    return f"{disposition}\r\nContent-Type: {value}\r\n"


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


def _piece(content: Any, name: str) -> bytes | _Piece:
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
