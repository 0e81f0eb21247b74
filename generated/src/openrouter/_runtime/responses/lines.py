"""Reads the body of a response line by line, with a limit on the length of a line.

Server-sent events and JSON lines are parsed in `events`; this module knows nothing of the contents.
"""

from __future__ import annotations

import functools
from contextlib import aclosing
from typing import TYPE_CHECKING

from ..errors import trusted
from ..transports.exchange import TooLargeError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator

    import httpx2


def lines(response: httpx2.Response, max_bytes: int | None) -> Iterator[str]:
    """Read a body line by line, as text.

    Raises:
        TooLargeError: A line is larger than `max_bytes` bytes.
    """
    if max_bytes is None or response.is_closed:
        yield from trusted(response).iter_lines()
        return
    counted = _Counted(response, max_bytes)
    vars(response)["iter_bytes"] = functools.partial(counted.pieces, response.iter_bytes())
    try:
        for line in trusted(response).iter_lines():
            counted.size = 0
            yield line
    finally:
        del vars(response)["iter_bytes"]


async def lines_async(response: httpx2.Response, max_bytes: int | None) -> AsyncIterator[str]:
    """Async version of `lines`."""
    if max_bytes is None or response.is_closed:
        async for line in trusted(response).aiter_lines():
            yield line
        return
    counted = _Counted(response, max_bytes)
    pieces = response.aiter_bytes()
    vars(response)["aiter_bytes"] = functools.partial(counted.pieces_async, pieces)
    try:
        async for line in trusted(response).aiter_lines():
            counted.size = 0
            yield line
    finally:
        del vars(response)["aiter_bytes"]


class _Counted:
    """Counts the bytes received since `size` was last set to zero."""

    def __init__(self, response: httpx2.Response, max_bytes: int) -> None:
        self._response = response
        self._max_bytes = max_bytes
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
        if self.size > self._max_bytes:
            raise TooLargeError(self._response, self._max_bytes)
