"""Sends sync requests with the connections of urllib3.

Of urllib3 this uses what connects, encrypts, writes and parses. Which connection is kept, for how
long, and who waits for one is decided here, since a caller must be able to end all of that.
"""

from __future__ import annotations

import http.client
import queue
import time
from typing import TYPE_CHECKING, Any, Final

from ..locks import ProcessLock
from .environment import Proxies
from .inflating import DecompressionError, decompressed, inflates
from .messages import Cutter, Exchanges, Headers, Response, built, checked, decoded, fault_of
from .transport import phases, undecodable
from .urllib3_line import ERRORS, LONGEST_IDLE, PIECE, Line, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..http.requests import Prepared
    from ..timeouts import Steps
    from .messages import Request
    from .redirects import Origin
    from .transport import Hop

MOST_CONNECTIONS: Final = 100
"""Maximum number of connections of a client, as in httpx2."""


class Urllib3Transport(Exchanges):
    """The connections of one client for sync calls."""

    is_async = False

    def __init__(self) -> None:
        self._proxies = Proxies()
        self._lock = ProcessLock()
        self._idle: dict[Origin, list[Line]] = {}
        self._busy: set[Line] = set()
        self._is_shut = False
        # Of all queues, only this one may be used by the garbage collector at any time.
        self._slots: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(MOST_CONNECTIONS):
            self._slots.put(None)

    def build(self, prepared: Prepared, timeouts: Steps | None, left: float | None = None) -> Any:
        """See `Transport.build`."""
        return built(prepared, phases(timeouts, left), prepared.content)

    async def send(self, hop: Hop) -> Any:
        """See `Transport.send`."""
        request = checked(hop.request)
        line = self._line(request)
        try:
            raw = line.exchange(request)
        except BaseException:
            self._drop(line)
            raise
        headers = Headers([(k, _text(v)) for k, v in raw.headers.iteritems()])
        if (fault := fault_of(raw.status, headers)) is not None:
            self._drop(line)
            raise broken(http.client.HTTPException(fault), sent=True)
        response = Response(raw.status, raw.reason or "", headers, request, raw)
        if raw.length_remaining == 0:
            raw.close()
            response.keep(b"")
            self._end(response)
        return response

    def _line(self, request: Request) -> Line:
        """Return a connection for a request: an idle one, or a new one.

        Raises:
            BrokenError: There is none.
        """
        seconds: float = request.extensions["timeout"]["pool"]
        try:
            self._slots.get(timeout=seconds)
        except queue.Empty:
            error = TimeoutError(f"no connection became free within {seconds:g} s")
            raise broken(error, sent=False) from None
        try:
            line = self._kept(request) or self._opened(request)
        except BaseException:
            self._slots.put(None)
            raise
        return line

    def _kept(self, request: Request) -> Line | None:
        """Return an idle connection to the same place, if one still works.

        Raises:
            BrokenError: The client was closed.
        """
        if self._is_shut:
            raise broken(ConnectionError("the client is closed"), sent=False)
        origin = request.url.origin
        while True:
            with self._lock.held():
                lines = self._idle.get(origin)
                if not lines:
                    return None
                line = lines.pop()
                if not lines:
                    del self._idle[origin]
            if line.is_usable():
                self._begin(line, request)
                return line
            line.close()

    def _opened(self, request: Request) -> Line:
        origin, seconds = request.url.origin, request.extensions["timeout"]["connect"]
        line = Line(origin, self._proxies.to(origin), seconds)
        self._begin(line, request)
        try:
            line.connect()
        except BaseException:
            self._forget(line)
            line.close()
            raise
        return line

    def _begin(self, line: Line, request: Request) -> None:
        with self._lock.held():
            line.request, request.line = request, line
            self._busy.add(line)

    def _forget(self, line: Line) -> None:
        """Undo `_begin`; from here on, `interrupt` leaves the connection alone."""
        with self._lock.held():
            self._busy.discard(line)
            if line.request is not None:
                line.request.line = None
                line.request = None

    def _drop(self, line: Line) -> None:
        self._forget(line)
        line.close()
        self._slots.put(None)

    def _end(self, response: Response) -> None:
        """Keep the connection of a body that was read to its end, or close it."""
        response.is_closed = True
        line: Line | None = response.request.line
        if line is None:
            return
        if self._is_shut or not line.is_reusable():
            self._drop(line)
            return
        now = time.monotonic()
        with self._lock.held():
            self._forget(line)
            line.idle_since = now
            self._idle.setdefault(line.origin, []).append(line)
            old = self._expired(now)
        self._slots.put(None)
        for each in old:
            each.close()

    def _expired(self, now: float) -> list[Line]:
        """Remove the idle connections that are not used again, and return them."""
        found: list[Line] = []
        for origin, lines in list(self._idle.items()):
            while lines and now - lines[0].idle_since > LONGEST_IDLE:
                found.append(lines.pop(0))
            if not lines:
                del self._idle[origin]
        return found

    def interrupt(self, request: Any) -> None:
        """See `Transport.interrupt`."""
        with self._lock.held():
            request.is_interrupted = True
            if request.line is not None:
                request.line.interrupt()

    def pieces(self, response: Any, size: int | None = None) -> Any:
        """See `Transport.pieces`."""
        pieces = self._pieces(response)
        return pieces if size is None else _cut(pieces, size)

    def _pieces(self, response: Response) -> Iterator[bytes]:
        if (content := response.kept()) is not None:
            yield content
            return
        response.begin()
        try:
            stages = inflates(response.headers)
            for piece in _received(response.body):
                if stages:
                    yield from decompressed(stages, piece)
                else:
                    yield piece
            yield from decompressed(stages, None)
            self._end(response)
        except ERRORS as error:
            raise broken(error, sent=True) from error
        except DecompressionError as error:
            raise undecodable(error) from error
        finally:
            self._close(response)

    async def next_piece(self, pieces: Any) -> bytes | None:
        """See `Transport.next_piece`."""
        piece: bytes | None = next(pieces, None)
        return piece

    async def stop(self, pieces: Any) -> None:
        """See `Transport.stop`."""
        pieces.close()

    def arrived(self, response: Any) -> bytes | None:
        """See `Transport.arrived`: unknown."""
        del response
        return None

    def _break(self, response: Response) -> None:
        if response.request.line is not None:
            self._drop(response.request.line)

    def is_shut(self) -> bool:
        """See `Transport.is_shut`."""
        return self._is_shut

    async def shut(self) -> None:
        """See `Transport.shut`."""
        with self._lock.held():
            self._is_shut = True
            idle, self._idle = self._idle, {}
            for line in list(self._busy):
                line.interrupt()
        for lines in idle.values():
            for line in lines:
                line.close()
        self._slots.put(None)  # wakes one call that waits, which then wakes the next


def _received(raw: Any) -> Iterator[bytes]:
    """Yield a body as it arrives, still compressed."""
    while raw.length_remaining is None or raw.length_remaining > 0:
        piece: bytes = raw.read1(PIECE, decode_content=False)
        if not piece:
            return
        yield piece


def _text(value: str) -> str:
    """Return the value of a header, which http.client takes for Latin-1."""
    return value if value.isascii() else decoded(value.encode("latin-1"))


def _cut(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    """Yield the content of pieces in pieces of another size."""
    cutter = Cutter(size)
    for piece in pieces:
        yield from cutter.take(piece)
    yield from cutter.rest()
