"""The XML documents of a package: their encoders and decoders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..http.wire import is_sent, sent_properties
from ..json.decoding import Misfits, TypedDecoder, UndecodableError
from ..json.plain import plain
from ..operation import BodyEncoder
from .parsing import charset_of, parse, transcoded
from .reading import Reader, is_named
from .writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx2

    from ..operation import Operation
    from .nodes import Content, Element


class Documents:
    """All documents that a package reads and writes.

    Args:
        roots: Their root elements, by the places of their schemas.
        contents: The contents that several places share, by the places of their schemas.
    """

    __slots__ = ("_contents", "_decoders", "_roots")

    def __init__(self, roots: Mapping[str, Element], contents: Mapping[str, Content]) -> None:
        self._roots = roots
        self._contents = contents
        self._decoders: dict[tuple[str, Any], XmlDecoder] = {}

    def decoder(self, place: str, type_: Any) -> XmlDecoder:
        """Return a decoder.

        Args:
            place: The place of the schema.
            type_: The type of the value.
        """
        key = place, type_
        made = self._decoders.get(key)
        if made is None:
            made = XmlDecoder(self._roots[place], self._contents, type_)
            # Threads may make it at the same time; all of them use the first one stored.
            made = self._decoders.setdefault(key, made)
        return made

    def encoder(self, place: str) -> BodyEncoder:
        """Return what encodes a request.

        Args:
            place: The place of the schema.
        """
        return BodyEncoder(partial(self._encode, place), _never, dict, _plain)

    def writer(self, place: str) -> Callable[[Any, str], bytes]:
        """Return what writes a part of a form.

        Args:
            place: The place of the schema.
        """
        return partial(self._write, place)

    def _write(self, place: str, value: Any, media_type: str) -> bytes:
        """Write a value in the encoding of a media type."""
        encoding = charset_of(media_type) or "utf-8"
        return Writer(self._contents).document(self._roots[place], value, encoding)

    def _encode(
        self, place: str, operation: Operation[Any, Any], body: Any
    ) -> tuple[bytes | None, bytes]:
        if operation.body == "value":
            is_omitted = not is_sent(operation, body)
        else:
            is_omitted = not operation.body_required and not sent_properties(operation, body)
        if is_omitted:
            return None, b""
        content_type = operation.content_type
        written = self._write(place, _plain(operation, body), content_type.decode())
        return written, content_type


def _plain(operation: Operation[Any, Any], body: Any) -> Any:
    """Return the body in the form that JSON would have."""
    if operation.body == "value":
        return plain(body, "", operation.body_type(""))
    given = sent_properties(operation, body)
    return {name: plain(value, name, operation.body_type(name)) for name, value in given.items()}


def _never(_value: object) -> bool:
    """Return that no value of a document is a file."""
    return False


class XmlDecoder(TypedDecoder):
    """Decodes XML of one type.

    Args:
        root: The root element.
        contents: The contents that several places share.
        type_: The type of the value.

    Attributes:
        root: The root element.
        contents: The contents that several places share.
    """

    __slots__ = ("contents", "root")

    slowness = 32

    def __init__(self, root: Element, contents: Mapping[str, Content], type_: Any) -> None:
        super().__init__(type_)
        self.decode = self._decode
        self.root = root
        self.contents = contents

    def _decode(self, content: bytes) -> Any:
        value, misfits = self.decode_leniently(content)
        if misfits:
            raise ValueError("The body does not match the document.")
        return value

    def content_of(self, response: httpx2.Response) -> bytes:
        """Return the body of a response, in an encoding that `decode` recognizes.

        Raises:
            UndecodableError: It has another encoding than its media type states.
        """
        charset = charset_of(response.headers.get("Content-Type", ""))
        return transcoded(response.content, charset) if charset else response.content

    def parsed(self, content: bytes, misfits: Misfits) -> Any:
        """Parse a document to plain values; see `TypedDecoder.parsed`."""
        return Reader(self.contents, misfits).root(self.root, parse(content))

    def is_own(self, content: bytes) -> bool:
        """Return whether the root element of a document is that of this type."""
        try:
            return is_named(parse(content).tag, self.root)
        except UndecodableError:
            return False
