"""Sends async requests with aiohttp, on event loops of asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import aiohttp
from aiohttp.payload import Payload
from yarl import URL

from ..masking import MASK
from .environment import Proxies, shared_ssl_context
from .inflating import DecompressionError, decompressed, inflates
from .messages import Cutter, Exchanges, Headers, Response, built, checked, decoded, fault_of
from .transport import BrokenError, Failure, is_untrusted, phases, undecodable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from aiohttp.abc import AbstractStreamWriter

    from ..http.requests import Prepared
    from ..timeouts import Steps
    from .messages import Request, Url
    from .transport import Hop

MOST_CONNECTIONS: Final = 100
"""Maximum number of connections of an event loop, as in httpx2."""
LONGEST_IDLE: Final = 5.0
"""Seconds after which an unused connection is not used again, as in httpx2."""
PIECE: Final = 1 << 16
"""Maximum bytes that are written at a time, or read ahead."""
LONGEST_HEADER: Final = 1 << 16
"""Maximum bytes of one header of a response, as in `http.client`."""

AUTOMATIC: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""Headers that aiohttp adds otherwise."""

UNSENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
)
"""What aiohttp raises before a request is sent."""


class AiohttpTransport(Exchanges):
    """The connections of one client for the async calls of one event loop."""

    is_async = True

    def __init__(self) -> None:
        self._proxies = Proxies()
        self._session = aiohttp.ClientSession(
            connector=_Connector(),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=AUTOMATIC,
            timeout=aiohttp.ClientTimeout(),
            read_bufsize=PIECE,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
        )
        self._open: WeakSet[aiohttp.ClientResponse] = WeakSet()

    def build(self, prepared: Prepared, timeouts: Steps | None, left: float | None = None) -> Any:
        """See `Transport.build`."""
        return built(prepared, phases(timeouts, left), prepared.content)

    async def send(self, hop: Hop) -> Any:
        """See `Transport.send`."""
        request = checked(hop.request)
        content = self._content(request)
        try:
            raw = await self._sent(request, content)
        except (_AttemptError, aiohttp.ClientError, OSError) as error:
            reason = error.reason if isinstance(error, _AttemptError) else error
        except RuntimeError as error:
            if not self._session.closed:
                raise
            reason = error
        else:
            self._open.add(raw)
            headers = Headers([(decoded(k), decoded(v)) for k, v in raw.raw_headers])
            if (fault := fault_of(raw.status, headers)) is None:
                return Response(raw.status, raw.reason or "", headers, request, raw)
            raw.close()
            reason = aiohttp.ClientPayloadError(fault)
        # Here and not above: the exception of a library is no context of one that hides its text.
        if isinstance(content, _Body) and content.error is not None:
            raise content.error
        raise _broken(reason, request)

    def _content(self, request: Request) -> Any:
        content = request.content
        if content is None or (isinstance(content, bytes) and len(content) <= PIECE):
            return content
        return _Body(content, request.extensions["timeout"]["write"])

    async def _sent(self, request: Request, content: Any) -> aiohttp.ClientResponse:
        """Send a request, and return the response before its body is read."""
        timeouts, url = request.extensions["timeout"], request.url
        proxy, headers = self._proxies.to(url.origin), request.headers.spelled()
        options: dict[str, Any] = {}
        if proxy is not None:
            options["proxy"] = proxy.url
            if proxy.authorization is not None:
                # A tunnel has headers of its own.
                given = (
                    options.setdefault("proxy_headers", {}) if url.scheme == "https" else headers
                )
                given["Proxy-Authorization"] = proxy.authorization
        if url.scheme == "https" or (proxy is not None and proxy.scheme == "https"):
            options["ssl"] = shared_ssl_context()
        return await self._session.request(
            request.method,
            _made(url) if url.has_hidden else _kept(url),
            data=content,
            headers=headers,
            allow_redirects=False,
            timeout=_limits(timeouts["connect"], timeouts["read"]),
            middlewares=(_once, *_spelling(request.method)),
            **options,
        )

    def interrupt(self, request: Any) -> None:
        """See `Transport.interrupt`: cancellation does this."""

    def pieces(self, response: Any, size: int | None = None) -> Any:
        """See `Transport.pieces`."""
        pieces = self._pieces(response)
        return pieces if size is None else _cut(pieces, size)

    async def _pieces(self, response: Response) -> AsyncIterator[bytes]:
        if (content := response.kept()) is not None:
            yield content
            return
        response.begin()
        receiving = _Receiving(response.body)
        try:
            stages = inflates(response.headers)
            while piece := await receiving.piece():
                if stages:
                    for part in decompressed(stages, piece):
                        yield part
                else:
                    yield piece
            for part in decompressed(stages, None):
                yield part
            response.is_closed = True
        except (aiohttp.ClientError, OSError) as error:
            raise _broken(error, response.request) from None
        except DecompressionError as error:
            raise undecodable(error) from error
        finally:
            receiving.stop()
            self._close(response)

    async def next_piece(self, pieces: Any) -> bytes | None:
        """See `Transport.next_piece`."""
        piece: bytes | None = await anext(pieces, None)
        return piece

    async def stop(self, pieces: Any) -> None:
        """See `Transport.stop`."""
        await pieces.aclose()

    def arrived(self, response: Any) -> bytes | None:
        """See `Transport.arrived`."""
        received = response.body.content
        if not received.is_eof() or received.exception() is not None:
            return None
        if "Content-Encoding" in response.headers:
            return None
        response.begin()
        response.is_closed = True
        whole: bytes = received.read_nowait()
        return whole

    def _break(self, response: Response) -> None:
        response.body.close()

    def is_shut(self) -> bool:
        """See `Transport.is_shut`."""
        return self._session.closed

    async def shut(self) -> None:
        """See `Transport.shut`."""
        for raw in list(self._open):
            raw.close()
        await self._session.close()


def _made(url: Url) -> URL:
    """Return a URL of aiohttp, made of its parts: of text, yarl keeps all, secrets included."""
    return URL.build(
        scheme=url.scheme,
        authority=url.netloc,
        path=url.path,
        query_string=url.query.removeprefix("?"),
        encoded=True,
    )


_kept = functools.lru_cache(maxsize=128)(_made)


@functools.lru_cache(maxsize=128)
def _limits(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(connect=connect, sock_read=read)


class _Connector(aiohttp.TCPConnector):
    """Connections on which nothing is received that was not asked for.

    It would be taken for the response to the next request. If a server allows line ends in headers
    (response splitting, CWE-113), whoever wrote them would choose that response.
    """

    def __init__(self) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - a tuple in it
            limit=MOST_CONNECTIONS, keepalive_timeout=LONGEST_IDLE, use_dns_cache=False
        )
        self._used: WeakSet[Any] = WeakSet()

    async def connect(self, *arguments: Any, **options: Any) -> Any:
        """Return a connection: an idle one, or a new one."""
        while True:
            connection = await super().connect(*arguments, **options)
            protocol: Any = connection.protocol
            if protocol not in self._used:
                self._used.add(protocol)
                if (closed := protocol.closed) is not None:
                    closed.add_done_callback(_retrieved)
            elif protocol.should_close:
                connection.close()
                continue
            return connection


def _retrieved(closed: asyncio.Future[None]) -> None:
    """Look at how a connection ended, which asyncio would log otherwise."""
    if not closed.cancelled():
        closed.exception()


class _AttemptError(Exception):
    """An exception for which aiohttp would send a request again, which is ours to decide.

    Args:
        reason: The exception.
    """

    def __init__(self, reason: Exception) -> None:
        super().__init__()
        self.reason = reason


async def _once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Send a request once."""
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise _AttemptError(error) from None


def _spelling(method: str) -> Iterator[aiohttp.ClientMiddlewareType]:
    """Yield what spells a method as it is, if the library would put it in capitals."""
    if method == method.upper():
        return

    async def spell(
        request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
    ) -> aiohttp.ClientResponse:
        request.method = method
        return await handler(request)

    yield spell


class _Receiving:
    """Reads the body of a response, until its connection ends.

    If what follows the headers is not HTTP, aiohttp closes the connection and does not tell who
    waits for the body.

    Args:
        raw: The response.
    """

    def __init__(self, raw: aiohttp.ClientResponse) -> None:
        self._raw = raw
        self._content = raw.content
        self._closed: asyncio.Future[None] | None = None

    async def piece(self) -> bytes:
        """Return the next bytes; b"" after the last."""
        content = self._content
        piece = content.read_nowait()
        if piece or content.at_eof():
            return piece
        if self._closed is None:
            connection = self._raw.connection
            protocol = None if connection is None else connection.protocol
            self._closed = None if protocol is None else protocol.closed
            if self._closed is None:
                self._end()
            else:
                self._closed.add_done_callback(self._end)
        return await content.readany()

    def _end(self, _: object = None) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(aiohttp.ClientPayloadError("the connection was closed"))

    def stop(self) -> None:
        """Stop watching the connection, which may serve other requests."""
        if self._closed is not None:
            self._closed.remove_done_callback(self._end)


class _Body(Payload):
    """A body that is sent in pieces, each of which has the whole time-out.

    Args:
        content: The bytes, or what yields them.
        seconds: The time-out.

    Attributes:
        error: Why the caller's content can't be read, which is no failure of the connection.
    """

    def __init__(self, content: Any, seconds: float) -> None:
        super().__init__(content)
        self._size = len(content) if isinstance(content, bytes) else content.length
        self._seconds = seconds
        self.error: Exception | None = None

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Refuse to be held in memory as text.

        Raises:
            TypeError: Always.
        """
        raise TypeError(f"A body is not decoded ({encoding}, {errors}).")

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Send the body, or break off the connection."""
        try:
            await self._write(writer)
        except BaseException:
            # Closing would wait until the server takes what is written already.
            transport: asyncio.Transport | None = getattr(writer, "transport", None)
            if transport is not None:
                transport.abort()
            raise

    async def _write(self, writer: AbstractStreamWriter) -> None:
        async with contextlib.aclosing(self._pieces()) as pieces:
            while True:
                try:
                    piece = await anext(pieces, None)
                except Exception as error:
                    self.error = error
                    raise
                if piece is None:
                    return
                async with asyncio.timeout(self._seconds):
                    await writer.write(piece)

    async def _pieces(self) -> AsyncGenerator[Any, None]:
        content: Any = self._value
        if isinstance(content, bytes):
            whole = memoryview(content)
            for start in range(0, len(content), PIECE):
                yield whole[start : start + PIECE]
        else:
            async for piece in content.read_async():
                yield piece


async def _cut(pieces: AsyncIterator[bytes], size: int) -> AsyncIterator[bytes]:
    """Yield the content of pieces in pieces of another size."""
    cutter = Cutter(size)
    async for piece in pieces:
        for part in cutter.take(piece):
            yield part
    for part in cutter.rest():
        yield part


def _broken(error: Exception, request: Request) -> BrokenError:
    """Return an exception of aiohttp or of Python with what it means."""
    failure = Failure(
        sent=not isinstance(error, UNSENT),
        transient=not is_untrusted(error),
        timed_out=isinstance(error, TimeoutError),
        reason=_concealed(error, request) if request.url.has_hidden else error,
    )
    broken = BrokenError(failure)
    broken.__cause__ = failure.reason
    return broken


def _concealed(error: Exception, request: Request) -> Exception:
    """Return an exception without the query of the request, which has a secret in it."""
    text = str(error).replace(str(request.url.query), f"?{MASK}")
    return aiohttp.ClientError(f"{type(error).__name__}: {text}")
