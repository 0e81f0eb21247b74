"""Parses XML without entities and external references: a document type declaration is refused."""

from __future__ import annotations

import codecs
import re
from typing import Final

# A document type declaration is refused before parsing.
from xml.etree.ElementTree import Element, ParseError, XMLParser  # nosec B405

from ..errors import UNTRUSTED_ENCODINGS
from ..json.decoding import UndecodableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer of two that begin alike first."""

_DECLARED: Final = re.compile(
    rb"""<\?xml\s[^>]{0,100}?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']"""
)
_CHARSET: Final = re.compile(r""";\s*charset\s*=\s*"?([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_BEFORE_ROOT: Final = re.compile(r"(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*+")
"""White space, processing instructions and comments (XML 1.0, section 2.8)."""


def parse(content: bytes) -> Element:
    """Parse a document.

    Its encoding is that of the byte order mark, or the declared one, or UTF-8 (RFC 7303,
    section 3).

    Raises:
        UndecodableError: It is not XML, or has a document type declaration: this could define
            entities that expand to gigabytes, or that are files of this computer.
    """
    text = _text(content)
    before = _BEFORE_ROOT.match(text)
    if before is not None and text.startswith("<!DOCTYPE", before.end()):
        raise UndecodableError("it has a document type declaration, which is refused")
    # Without the declaration there are no entities to expand.
    parser = XMLParser()  # nosec B314
    try:
        parser.feed(text)
        return parser.close()
    except ParseError as error:
        line, column = error.position
        raise UndecodableError(
            f"it is not well-formed XML (line {line}, column {column + 1})"
        ) from None


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    declared = _DECLARED.match(content)
    return _decoded(content, declared[1].decode() if declared else "utf-8")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        is_trusted = codecs.lookup(encoding).name not in UNTRUSTED_ENCODINGS
        if is_trusted:
            return content.decode(encoding)
    except LookupError:
        pass
    except ValueError:
        raise UndecodableError(f"its encoding is not {encoding}") from None
    raise UndecodableError(f"its encoding {encoding} is not supported")


def charset_of(media_type: str) -> str:
    """Return the encoding that a media type states, or ""."""
    found = _CHARSET.search(media_type)
    return found[1].lower() if found else ""


def transcoded(content: bytes, charset: str) -> bytes:
    """Return a document so that `parse` reads it in the encoding that its media type states.

    A byte order mark in it has precedence (RFC 7303, section 3).

    Raises:
        UndecodableError: It has another encoding, or one that is not supported.
    """
    if content.startswith(tuple(mark for mark, _ in _MARKS)):
        return content
    return codecs.BOM_UTF8 + _decoded(content, charset).encode()
