"""Decompresses bodies as a whole: all members of a gzip body, and not one that breaks off.

The HTTP library stops after the first member, and takes a body that breaks off for a complete one.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx2

    from .messages import Headers

PIECE: Final = 1 << 16
"""Maximum bytes that are decompressed at a time."""

MOST_ENCODINGS: Final = 5
"""Maximum number of encodings of one body, each of which takes memory."""

_WINDOW_BITS: Final = {
    "gzip": zlib.MAX_WBITS | 16,
    "x-gzip": zlib.MAX_WBITS | 16,
    "deflate": zlib.MAX_WBITS,
}
"""What `zlib.decompressobj` takes, by encoding."""


def inflate(response: httpx2.Response) -> None:
    """Let a response decompress its body as a whole, if it has one of the encodings we ask for."""
    import httpx2

    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in _WINDOW_BITS:
        vars(response)["_decoder"] = Inflate(encoding, httpx2.DecodingError)


class DecompressionError(Exception):
    """A body is not compressed as the headers say, or breaks off."""


def inflates(headers: Headers) -> list[Inflate]:
    """Return what decompresses a body, in this order; nothing if an encoding is unknown.

    Raises:
        DecompressionError: It has too many encodings.
    """
    if "Content-Encoding" not in headers:
        return []
    named = headers["Content-Encoding"].lower().split(",")
    encodings = [each for name in named if (each := name.strip()) not in {"", "identity"}]
    if len(encodings) > MOST_ENCODINGS:
        raise DecompressionError(f"the body has {len(encodings)} encodings")
    if not _WINDOW_BITS.keys() >= {*encodings}:
        return []
    return [Inflate(encoding, DecompressionError) for encoding in reversed(encodings)]


def decompressed(stages: list[Inflate], piece: bytes | None) -> Iterator[bytes]:
    """Yield what a piece of a body contains; None ends the body.

    Raises:
        DecompressionError: It is not compressed as the headers say, or breaks off.
    """
    pieces: Iterator[bytes] = iter(() if piece is None else (piece,))
    for stage in stages:
        pieces = _through(stage, pieces)
    yield from filter(None, pieces)
    if piece is None:
        for stage in stages:
            stage.flush()


def _through(stage: Inflate, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from stage.decode(piece)


class Inflate:
    """Decompresses gzip (RFC 1952) or deflate (RFC 1950; without its header, RFC 1951).

    Args:
        encoding: The encoding. Several bodies of gzip may follow each other.
        error: Makes the exception for a problem.
    """

    def __init__(self, encoding: str, error: Callable[[str], Exception]) -> None:
        self._kind = _WINDOW_BITS[encoding]
        self._has_members = encoding != "deflate"
        self._error = error
        self._member: Any = None
        self._has_begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what a piece of the body contains.

        Raises:
            Exception: It is not compressed as the headers say.
        """
        while data:
            if self._member is None and self._has_begun:
                data = data.lstrip(b"\0")  # padding may follow a member
                if not self._has_members or not data:
                    return
            yield from self._decompressed(data)
            data = self._rest

    def _decompressed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the rest of a member contains, as far as it has come."""
        member: Any = self._member or self._begin(data)
        self._member, self._has_begun = member, True
        try:
            yield member.decompress(data, PIECE)
            while member.unconsumed_tail:
                yield member.decompress(member.unconsumed_tail, PIECE)
        except zlib.error as error:
            raise self._error(str(error)) from error
        self._rest: bytes = member.unused_data
        if member.eof:
            self._member = None

    def _begin(self, data: bytes) -> Any:
        kind = self._kind
        if kind == zlib.MAX_WBITS and data[0] & 0x0F != zlib.DEFLATED:
            kind = -zlib.MAX_WBITS  # some servers leave out the header
        return zlib.decompressobj(kind)

    def flush(self) -> Iterator[bytes]:
        """End the body.

        Raises:
            Exception: It breaks off.
        """
        if self._member is not None:
            raise self._error("the compressed body breaks off")
        return iter(())
