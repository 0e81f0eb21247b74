"""Sends requests with httpx2, or with a caller's own client of httpx2 or httpx."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any, Final

from ..http.urls import DEFAULT_PORTS, host_of
from ..masking import SecretText
from .httpx_guards import fence, interrupt, masked
from .redirects import Origin, is_followed, is_left_behind, may_lead
from .transport import ACCEPTED_ENCODINGS, Failure, Hop, is_untrusted, phases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    import httpx2

    from ..http.requests import Prepared
    from ..timeouts import Steps

_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH", "QUERY"})
"""Methods whose requests say that their body is empty (RFC 9110, section 8.6)."""

_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})
"""Headers that say where a body ends (RFC 9112, section 6)."""


class HttpxTransport:
    """A client of httpx2 or httpx, sync or async.

    Args:
        client: The client.
        is_given: Whether it is the caller's own, whose settings apply.
        is_async: Whether it is an async client.
    """

    __slots__ = ("client", "is_async", "is_given")

    def __init__(self, client: Any, *, is_given: bool, is_async: bool) -> None:
        self.client = client
        self.is_given = is_given
        self.is_async = is_async

    def build(self, prepared: Prepared, timeouts: Steps | None, left: float | None = None) -> Any:
        """See `Transport.build`."""
        try:
            if self.is_given:
                given = None if timeouts is None else phases(timeouts, left)
                return self._build_with(prepared, given)
            return self._build(prepared, phases(timeouts, left))
        except Exception as error:
            if any(isinstance(error, library.InvalidURL) for library in _libraries()):
                raise ValueError(f"Cannot call {host_of(prepared.url)}: {error}") from None
            raise

    def _build_with(self, prepared: Prepared, timeouts: Mapping[str, float] | None) -> Any:
        """Let a caller's own client build the request: one library can't send the other's."""
        request = self.client.build_request(
            prepared.method,
            prepared.url,
            headers=list(prepared.headers.items()),
            content=self._content(prepared),
            **({} if timeouts is None else {"timeout": tuple(timeouts.values())}),
        )
        request.method = prepared.method  # the library puts it in capitals
        return masked(request) if prepared.has_hidden else request

    def _build(self, prepared: Prepared, timeouts: Mapping[str, float]) -> httpx2.Request:
        """Build a request for a client of ours, which has no settings to merge in."""
        import httpx2

        is_secret = isinstance(prepared.url, SecretText)  # what is cached is kept for long
        url = httpx2.URL(prepared.url) if is_secret else _parsed(prepared.url)
        headers = [(name.encode(), value) for name, value in prepared.headers.items()]
        if "Accept-Encoding" not in prepared.headers:
            headers.append((b"Accept-Encoding", ACCEPTED_ENCODINGS))
        content, extensions = prepared.content, {"timeout": timeouts}
        if content is None or isinstance(content, bytes):
            # httpx2 takes three times as long if it is to find the same headers.
            _add_framing(headers, prepared.method, url, len(content or b""))
            stream = httpx2.ByteStream(content or b"")
            request = httpx2.Request(
                prepared.method, url, headers=headers, stream=stream, extensions=extensions
            )
            request.read()  # hooks may look at `content`
        else:
            request = httpx2.Request(
                prepared.method,
                url,
                headers=headers,
                content=self._content(prepared),
                extensions=extensions,
            )
        request.method = prepared.method  # the library puts it in capitals
        return masked(request) if prepared.has_hidden else request

    def _content(self, prepared: Prepared) -> Any:
        content = prepared.content
        if content is None or isinstance(content, bytes):
            return content
        return content.read_async() if self.is_async else iter(content)

    async def send(self, hop: Hop) -> httpx2.Response:
        """See `Transport.send`."""
        options = {"auth": None} if hop.is_elsewhere else {}  # not a caller's own client's either
        response = self.client.send(hop.request, stream=True, follow_redirects=False, **options)
        if self.is_async:
            response = await response
        fence(response)
        if not self.is_given and _is_encoded(response):
            from .inflating import inflate

            inflate(response)
        made: httpx2.Response = response
        return made

    def redirected(self, response: httpx2.Response, first: Any) -> Hop | None:
        """See `Transport.redirected`.

        Redirects after methods other than GET and HEAD, to an invalid URL, or from https to http
        are not followed. Credentials are not sent to another origin.
        """
        if not is_followed(first.method, response.status_code):
            return None
        request = response.next_request if response.has_redirect_location else None
        if request is None:
            return None
        target = _origin(request.url)
        if not may_lead(_origin(response.request.url), target):
            return None
        if target == _origin(first.url):
            return Hop(request)
        for name in filter(is_left_behind, list(request.headers)):
            del request.headers[name]
        return Hop(request, is_elsewhere=True)

    def interrupt(self, request: Any) -> None:
        """See `Transport.interrupt`."""
        interrupt(self.client, request)

    def pieces(self, response: httpx2.Response, size: int | None = None) -> Any:
        """See `Transport.pieces`."""
        if response.is_stream_consumed or _is_encoded(response):
            return response.aiter_bytes(size) if self.is_async else response.iter_bytes(size)
        return response.aiter_raw(size) if self.is_async else response.iter_raw(size)

    async def next_piece(self, pieces: Any) -> bytes | None:
        """See `Transport.next_piece`."""
        piece: bytes | None = await anext(pieces, None) if self.is_async else next(pieces, None)
        return piece

    async def stop(self, pieces: Any) -> None:
        """See `Transport.stop`."""
        if self.is_async:
            await pieces.aclose()
        else:
            pieces.close()

    def arrived(self, response: Any) -> bytes | None:
        """See `Transport.arrived`: unknown."""
        del response
        return None

    def keep(self, response: httpx2.Response, content: bytes) -> bytes:
        """See `Transport.keep`."""
        # `read` joins what `iter_bytes` gives, in httpx as in httpx2.
        vars(response)["iter_bytes"] = lambda: iter((content,))
        try:
            return response.read()
        finally:
            del vars(response)["iter_bytes"]

    async def close(self, response: httpx2.Response) -> None:
        """See `Transport.close`."""
        if self.is_async:
            await response.aclose()
        else:
            response.close()

    def failure(self, error: Exception) -> Failure | None:
        """See `Transport.failure`."""
        for library in _libraries():
            if isinstance(error, library.RequestError):
                before = library.ConnectError, library.ConnectTimeout, library.PoolTimeout
                lasting = library.UnsupportedProtocol, library.LocalProtocolError
                return Failure(
                    sent=not isinstance(error, (*before, library.ProxyError)),
                    transient=isinstance(error, library.TransportError)
                    and not isinstance(error, lasting)
                    and not is_untrusted(error),
                    timed_out=isinstance(error, library.TimeoutException),
                )
        # httpx lets h11's own pass, if a body has another length than it was said to have.
        h11: Any = sys.modules.get("h11")
        if h11 is not None and isinstance(error, h11.ProtocolError):
            return Failure(sent=True, transient=False, timed_out=False)
        return None

    def is_shut(self) -> bool:
        """See `Transport.is_shut`."""
        return bool(self.client.is_closed)

    async def shut(self) -> None:
        """See `Transport.shut`."""
        if self.is_async:
            await self.client.aclose()
        else:
            interrupt(self.client)
            self.client.close()


def _libraries() -> Iterator[Any]:
    """Yield the libraries that are loaded, whose exceptions a client may raise."""
    for name in ("httpx2", "httpx"):
        library: ModuleType | None = sys.modules.get(name)
        if hasattr(library, "RequestError"):  # another thread may be importing it
            yield library


@functools.lru_cache(maxsize=128)
def _parsed(url: str) -> httpx2.URL:
    import httpx2

    return httpx2.URL(url)


def _add_framing(
    headers: list[tuple[bytes, bytes]], method: str, url: httpx2.URL, length: int
) -> None:
    """Add the headers that say where a request goes and how long its body is."""
    given = {name.lower() for name, _ in headers}
    if b"host" not in given and url.host:
        headers.insert(0, (b"Host", url.netloc))
    if given.isdisjoint(_FRAMING) and (length or method in _WITH_BODY):
        headers.append((b"Content-Length", b"%d" % length))


def _is_encoded(response: httpx2.Response) -> bool:
    """Return whether a response has a content coding (RFC 9110, section 8.4).

    To look for one name is faster than `in`, for which httpx2 first decodes all headers.
    """
    return any(name.lower() == b"content-encoding" for name, _ in response.headers.raw)


def _origin(url: httpx2.URL) -> Origin:
    port = DEFAULT_PORTS.get(url.scheme, 0) if url.port is None else url.port
    return Origin(url.scheme, url.raw_host.decode(), port)
