"""A connection of urllib3, from which no response takes what belongs to the next one."""

from __future__ import annotations

import contextlib
import http.client
import io
import os
import re
import socket
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from urllib3.connection import HTTPConnection, HTTPSConnection, ProxyConfig
from urllib3.exceptions import HTTPError, NewConnectionError, ProtocolError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError
from urllib3.util import SKIP_HEADER, parse_url

from .environment import shared_ssl_context
from .transport import BrokenError, Failure, is_untrusted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3 import HTTPResponse

    from .environment import Proxy
    from .messages import Request
    from .redirects import Origin

LONGEST_IDLE: Final = 5.0
"""Seconds after which an unused connection is not used again, as in httpx2."""
PIECE: Final = 1 << 16
"""Maximum bytes that are read or written at a time."""
INTERIM: Final = b"1"
"""Begins the status of a response that another one follows (RFC 9110, section 15.2)."""
LONGEST_TRAILERS: Final = 1 << 16
"""Maximum bytes of the headers after a body."""
_CHUNK: Final = re.compile(rb"[ \t]*[0-9A-Fa-f]{1,20}[ \t]*[;\r\n]")
_LAST_CHUNK: Final = re.compile(rb"[ \t]*0+[ \t]*[;\r\n]")
_HEADER: Final = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+:|[ \t]")
_EMPTY_LINES: Final = (b"\r\n", b"\n")


class Line:
    """A connection, and the request that it is used for.

    Args:
        origin: The place that it leads to.
        proxy: The proxy that it leads through.
        seconds: The time-out for opening it.
    """

    def __init__(self, origin: Origin, proxy: Proxy | None, seconds: float) -> None:
        self.origin = origin
        self.request: Request | None = None
        self.idle_since = 0.0
        self.is_spoilt = False
        self._proxy = proxy
        self._is_tunnel = proxy is not None and origin.scheme == "https"
        self._connection = _connection(origin, proxy, seconds)
        self._connection.response_class = partial(_response, self)  # type: ignore[assignment]
        self._socket: Any = None
        self._pid = os.getpid()

    def connect(self) -> None:
        """Open the connection.

        Raises:
            BrokenError: It can't be opened; the request was not sent.
        """
        try:
            self._connection.connect()
        except ERRORS as error:
            # What a proxy has passed on before it broke a tunnel is unknown.
            is_unclear = isinstance(error, (ConnectionError, http.client.HTTPException))
            raise broken(error, sent=self._is_tunnel and is_unclear) from error
        self._socket = self._connection.sock

    def exchange(self, request: Request) -> HTTPResponse:
        """Send a request, and return the response before its body is read.

        Raises:
            BrokenError: There is none.
        """
        if request.is_interrupted:  # before its connection could be found
            raise broken(TimeoutError("the request was given up"), sent=False)
        try:
            self._write(request)
            response = self._read(request)
        except _ContentError as error:
            raise error.reason from None
        except ERRORS as error:
            raise broken(error, sent=True) from error
        return response

    def _write(self, request: Request) -> None:
        connection, url = self._connection, request.url
        headers: dict[str, Any] = request.headers.encoded()
        if "User-Agent" not in request.headers:
            headers["User-Agent"] = SKIP_HEADER
        connection.target = url.target
        if self._proxy is not None and not self._is_tunnel:
            connection.target = url.absolute
            if self._proxy.authorization is not None:
                headers["Proxy-Authorization"] = self._proxy.authorization.encode()
        connection.timeout = request.extensions["timeout"]["write"]
        content: Any = request.content
        if isinstance(content, bytes) and len(content) > PIECE:
            headers.setdefault("Content-Length", str(len(content)).encode())
            content = _cut(content)
        elif content is not None and not isinstance(content, bytes):
            content = _contents(content)
        # Some servers answer before they have read all, and close the connection.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.request(
                request.method,
                url.path,
                content,
                headers,
                preload_content=False,
                decode_content=False,
            )

    def _read(self, request: Request) -> HTTPResponse:
        self._connection.timeout = request.extensions["timeout"]["read"]
        return self._connection.getresponse()

    def is_usable(self) -> bool:
        """Return whether another request can be sent."""
        is_fresh = time.monotonic() - self.idle_since < LONGEST_IDLE
        return is_fresh and self._connection.is_connected

    def is_reusable(self) -> bool:
        """Return whether to keep the connection after a response that was read to its end."""
        return not self.is_spoilt and self._connection.sock is not None

    def interrupt(self) -> None:
        """Wake the thread that waits for this connection: closing it does not end a read."""
        sock = self._socket or self._connection.sock
        if sock is None or self._pid != os.getpid():  # else the parent's connection would end
            return
        sock = getattr(sock, "socket", sock)  # of TLS in TLS
        with contextlib.suppress(OSError):
            # Closing a TLS socket would first remove the encryption under the reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection; a thread that waits for it is woken first."""
        self.interrupt()
        self._connection.close()
        self._socket = None


class Connection(HTTPConnection):
    """A connection whose requests have a target that urllib3 does not log.

    Attributes:
        target: The target of the next request, which may contain a secret.
    """

    target = ""

    def putrequest(
        self,
        method: str,
        url: str,
        skip_host: bool = False,  # the signature of http.client
        skip_accept_encoding: bool = False,
    ) -> None:
        del url
        super().putrequest(method, self.target, skip_host, skip_accept_encoding)


class TlsConnection(Connection, HTTPSConnection):
    """The same with TLS."""


def _connection(origin: Origin, proxy: Proxy | None, seconds: float) -> Connection:
    is_tunnel = proxy is not None and origin.scheme == "https"
    first = origin if proxy is None else proxy
    options: dict[str, Any] = {"timeout": seconds}
    if proxy is not None:
        options["proxy"] = parse_url(proxy.url)
    if not is_tunnel and first.scheme == "http":
        return Connection(first.host, first.port, **options)
    options["ssl_context"] = shared_ssl_context()
    if proxy is not None:
        context = shared_ssl_context()
        options["proxy_config"] = ProxyConfig(context, False, None, None)  # a tuple
    connection = TlsConnection(first.host, first.port, **options)
    if proxy is not None and is_tunnel:
        secret = proxy.authorization
        headers = {} if secret is None else {"Proxy-Authorization": secret}
        connection.set_tunnel(origin.host, origin.port, headers, proxy.scheme)
    return connection


# What is sent


class _ContentError(BaseException):
    """The caller's own content can't be read, which is no failure of the connection.

    Args:
        reason: The exception.
    """

    def __init__(self, reason: Exception) -> None:
        super().__init__()
        self.reason = reason


def _contents(content: Any) -> Iterator[bytes]:
    """Yield the pieces of a streamed body."""
    pieces = iter(content)
    while True:
        try:
            piece = next(pieces, None)
        except Exception as error:  # noqa: BLE001 - whatever the caller's content raises
            raise _ContentError(error) from None
        if piece is None:
            return
        yield piece


def _cut(content: bytes) -> Iterator[memoryview]:
    """Yield a body in pieces, each of which has the whole time-out."""
    whole = memoryview(content)
    for start in range(0, len(content), PIECE):
        yield whole[start : start + PIECE]


# What is received


def _response(line: Line, sock: Any, **options: Any) -> http.client.HTTPResponse:
    """Return the response of http.client that reads from a connection."""
    return http.client.HTTPResponse(_Source(sock, line), **options)  # type: ignore[arg-type]


class _Source:
    """Opens a socket for reading, as http.client does."""

    def __init__(self, sock: Any, line: Line) -> None:
        self._sock = sock
        self._line = line

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return what a response reads."""
        return _Reader(_Tap(self._sock.makefile(mode, buffering=0)), self._line)


class _Tap(io.RawIOBase):
    """Reads a socket until it is turned off."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.is_off = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self.is_off:
            return 0
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Reader(io.BufferedReader):
    """Reads one response: skips interim ones, and notices what came after it.

    The rest would be taken for the response to the next request. If a server allows line ends in
    headers (response splitting, CWE-113), whoever wrote them would choose that response.
    """

    def __init__(self, tap: _Tap, line: Line) -> None:
        super().__init__(tap, PIECE)
        self._tap = tap
        self._line = line
        self._is_at_start = True
        self._is_in_head = False
        self._trailers: int | None = None

    def readline(self, limit: int | None = -1, /) -> bytes:
        line = super().readline(limit)
        if self._is_at_start:
            while _is_interim(line):
                while super().readline(limit).strip():
                    pass
                line = super().readline(limit)
            self._is_at_start, self._is_in_head = False, True
        elif not line:  # which http.client takes for the end of the headers
            raise ConnectionError("the response breaks off")
        elif self._is_in_head:
            self._is_in_head = line not in _EMPTY_LINES
            if self._is_in_head and not _is_header(line):
                raise http.client.HTTPException("invalid header")
        else:
            self._check_chunk(line)
        return line

    def _check_chunk(self, line: bytes) -> None:
        """Refuse the size of a chunk that is none, and headers without end after the last chunk."""
        if self._trailers is not None:
            self._trailers += len(line)
            if self._trailers > LONGEST_TRAILERS:
                raise http.client.HTTPException("too many headers after the body")
        elif line not in _EMPTY_LINES:  # which follow a chunk
            if not _CHUNK.match(line):
                raise http.client.HTTPException("invalid size of a chunk")
            if _LAST_CHUNK.match(line):
                self._trailers = 0

    def close(self) -> None:
        if not self.closed:
            self._tap.is_off = True
            if self.peek(1):
                self._line.is_spoilt = True
        super().close()


def _is_header(line: bytes) -> bool:
    """Return whether a line is a header, or goes on with one (RFC 9112, section 5).

    Python takes a carriage return for the end of a header, and a line that is none for the body.
    """
    is_whole = b"\r" not in line[:-2] and b"\0" not in line
    return is_whole and _HEADER.match(line) is not None


def _is_interim(line: bytes) -> bool:
    """Return whether a status line is that of a response that another one follows."""
    status = line.split(None, 2)[1:2]
    return bool(status) and status[0].startswith(INTERIM) and status != [b"101"]


# What goes wrong

ERRORS: Final = (HTTPError, http.client.HTTPException, OSError)
"""What urllib3 raises, and what it lets through."""


def broken(error: Exception, *, sent: bool) -> BrokenError:
    """Return an exception of urllib3 or of Python with what it means.

    Args:
        error: The exception.
        sent: Whether the server may have seen the request.
    """
    if isinstance(error, ProtocolError) and isinstance(error.__cause__, Exception):
        error = error.__cause__  # which says it in fewer words
    is_time_out = isinstance(error, (TimeoutError, Urllib3TimeoutError))
    timed_out = is_time_out and not isinstance(error, NewConnectionError)  # which is one in urllib3
    return BrokenError(Failure(sent, not is_untrusted(error), timed_out, error))
