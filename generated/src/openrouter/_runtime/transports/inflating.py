"""Decompresses bodies as a whole: all members of a gzip body, and not one that breaks off.

The HTTP library stops after the first member, and takes a body that breaks off for a complete one.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

PIECE: Final = 1 << 16
"""Maximum bytes that are decompressed at a time."""

_KINDS: Final = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16}
_DEFLATE: Final = {"deflate": zlib.MAX_WBITS}


def inflate(response: httpx2.Response) -> None:
    """Let a response decompress its body as a whole, if it has one of the encodings we ask for."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in _KINDS:
        vars(response)["_decoder"] = Inflate(_KINDS[encoding], has_members=True)
    elif encoding in _DEFLATE:
        vars(response)["_decoder"] = Inflate(_DEFLATE[encoding], has_members=False)


class Inflate:
    """Decompresses gzip (RFC 1952) or deflate (RFC 1950; without its header, RFC 1951).

    Args:
        kind: The window bits of `zlib.decompressobj`.
        has_members: Whether several compressed bodies may follow each other.
    """

    def __init__(self, kind: int, *, has_members: bool) -> None:
        self._kind = kind
        self._has_members = has_members
        self._member: Any = None
        self._has_begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what a piece of the body contains.

        Raises:
            DecodingError: It is not compressed as the headers say.
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
            raise _decoding_error(str(error)) from error
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
            DecodingError: It breaks off.
        """
        if self._member is not None:
            raise _decoding_error("the compressed body breaks off")
        return iter(())


def _decoding_error(problem: str) -> Exception:
    import httpx2

    return httpx2.DecodingError(problem)
