"""Splits bodies into lines, with a limit on the length of a line.

Server-sent events and JSON lines are parsed in `events`; this module knows nothing of the contents.
"""

from __future__ import annotations

import codecs
from collections import deque
from typing import TYPE_CHECKING, Final

from ..errors import trusted
from ..transports.transport import TooLargeError

if TYPE_CHECKING:
    from .reply import Reply

SURROGATES: Final = "surrogatepass"
"""UTF-7 can contain halves of characters."""


class Lines:
    """Splits bytes into lines that end in CR, LF or both (HTML, section 9.2.5).

    A line is returned as soon as it is complete, and is joined only once: time and memory are
    proportional to its length.

    Args:
        encoding: The encoding of the text.
    """

    def __init__(self, encoding: str = "utf-8-sig") -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._begun = bytearray()
        self._has_cr = False

    def feed(self, content: bytes, *, final: bool = False) -> list[str]:
        """Add bytes, and return the completed lines."""
        text = self._decoder.decode(content, final)
        if self._has_cr and text:
            text = text.removeprefix("\n")  # the second half of a CRLF
            self._has_cr = False
        if not text:
            return []
        self._has_cr = text.endswith("\r")
        first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if self._begun or not others:
            self._begun += first.encode(errors=SURROGATES)
        if not others:
            return []
        lines = [self.rest() if self._begun else first, *others]
        self._begun = bytearray(lines.pop().encode(errors=SURROGATES))
        return lines

    def rest(self) -> str:
        """Return what follows the last line end."""
        return self._begun.decode(errors=SURROGATES)

    def held(self) -> int:
        """Return the number of bytes of the incomplete line."""
        return len(self._begun)


class LineReader:
    """Reads the body of a response line by line, as text.

    Args:
        reply: The response.
    """

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._limit = reply.session.max_response_bytes
        self._lines = Lines(trusted(reply.response).encoding or "utf-8")
        self._complete: deque[str] = deque()
        self._pieces = reply.transport.pieces(reply.response)
        self._is_open = True

    async def line(self) -> str | None:
        """Return the next line; None after the last.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: The line is larger than the client's `max_response_bytes`.
        """
        with self._reply.reading():
            while not self._complete and self._is_open:
                await self._check(self._lines.held())
                await self._read()
            if not self._complete:
                return None
            line = self._complete.popleft()
            if self._limit is not None:
                await self._check(len(line.encode(errors=SURROGATES)))
            return line

    async def _read(self) -> None:
        piece = await self._reply.transport.next_piece(self._pieces)
        self._is_open = piece is not None
        self._complete.extend(self._lines.feed(piece or b"", final=not self._is_open))
        if not self._is_open and (rest := self._lines.rest()):
            self._complete.append(rest)

    async def _check(self, size: int) -> None:
        if self._limit is not None and size > self._limit:
            await self._reply.transport.stop(self._pieces)
            raise TooLargeError(self._reply.response, self._limit)
