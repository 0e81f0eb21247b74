"""Reading the body of a response line by line, so that no line fills the memory.

Server-sent events and JSON lines are read in `events`: here, nothing is known of what a line says.
"""

from __future__ import annotations

import functools
from contextlib import aclosing
from typing import TYPE_CHECKING

from .errors import trusted
from .exchange import TooLargeError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator

    import httpx2


def lines(response: httpx2.Response, most: int | None) -> Iterator[str]:
    """Read a body line by line, as text.

    Raises:
        TooLargeError: If a line is larger than `most` bytes.
    """
    if most is None or response.is_closed:
        yield from trusted(response).iter_lines()
        return
    counted = _Counted(response, most)
    vars(response)["iter_bytes"] = functools.partial(counted.pieces, response.iter_bytes())
    try:
        for line in trusted(response).iter_lines():
            counted.size = 0
            yield line
    finally:
        del vars(response)["iter_bytes"]


async def lines_async(response: httpx2.Response, most: int | None) -> AsyncIterator[str]:
    """Do as `lines`, without blocking the event loop."""
    if most is None or response.is_closed:
        async for line in trusted(response).aiter_lines():
            yield line
        return
    counted = _Counted(response, most)
    pieces = response.aiter_bytes()
    vars(response)["aiter_bytes"] = functools.partial(counted.pieces_async, pieces)
    try:
        async for line in trusted(response).aiter_lines():
            counted.size = 0
            yield line
    finally:
        del vars(response)["aiter_bytes"]


class _Counted:
    """Counts what came since somebody set `size` to zero."""

    def __init__(self, response: httpx2.Response, most: int) -> None:
        self._response = response
        self._most = most
        self.size = 0

    def pieces(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._count(piece)
            yield piece

    async def pieces_async(self, pieces: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        async with aclosing(pieces):
            async for piece in pieces:
                self._count(piece)
                yield piece

    def _count(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self._most:
            raise TooLargeError(self._response, self._most)
