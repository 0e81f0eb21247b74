"""The HTTP clients of one SDK client, created on first use and closed with it.

A caller's own clients, `httpx2` or `httpx`, are used as they are and never closed here.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..coroutines import run
from ..locks import ProcessLock
from ..masking import forget_locals
from ..timeouts import DEFAULT_TIMEOUT
from .environment import shared_ssl_context, unusable_proxy
from .httpx import HttpxTransport

if TYPE_CHECKING:
    from .choice import Name
    from .loops import LoopPool
    from .transport import Transport

__all__ = ["AsyncHttpClient", "HttpClient", "Pools"]

_of_the_parent: Final[list[object]] = []
"""Clients copied by a fork; closing or collecting them would disturb the parent process."""


class HttpClient(Protocol):
    """Interface of a caller's own client for sync calls, as in httpx2 and httpx."""

    def build_request(
        self, method: str, url: str, *, content: Any = ..., headers: Any = ..., timeout: Any = ...
    ) -> Any:
        """Build a request that this client can send."""

    def send(
        self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...
    ) -> Any:
        """Send a request."""

    def close(self) -> None:
        """Close all connections. Never called; it distinguishes sync from async clients."""


class AsyncHttpClient(Protocol):
    """Interface of a caller's own client for async calls."""

    def build_request(
        self, method: str, url: str, *, content: Any = ..., headers: Any = ..., timeout: Any = ...
    ) -> Any:
        """Build a request that this client can send."""

    async def send(
        self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...
    ) -> Any:
        """Send a request."""

    async def aclose(self) -> None:
        """Close all connections. Never called; it distinguishes async from sync clients."""


class Pools:
    """The connections of one SDK client.

    Args:
        client: The caller's own client for sync calls.
        async_client: The caller's own client for async calls.
        name: The transport for all other calls.
        distribution: The distribution whose extras install what a transport needs.
    """

    __slots__ = (
        "_async",
        "_closed",
        "_distribution",
        "_given",
        "_given_async",
        "_lock",
        "_name",
        "_pid",
        "_sync",
    )

    def __init__(
        self,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
        name: Name,
        distribution: str,
    ) -> None:
        self._distribution = distribution
        self._name: Name = name
        self._given = _adapted(client, is_async=False)
        self._given_async = _adapted(async_client, is_async=True)
        self._closed = False
        self._lock = ProcessLock()
        self._pid = os.getpid()
        self._sync: Transport | None = None
        self._async: dict[object, LoopPool] = {}

    def is_closed(self) -> bool:
        """Return whether `close` was called."""
        return self._closed

    def has_given(self, *, is_async: bool) -> bool:
        """Return whether calls are made with a client of the caller's own."""
        return (self._given_async if is_async else self._given) is not None

    def give(self, client: HttpxTransport, async_client: HttpxTransport) -> None:
        """Send all requests with these, as with clients of the caller's own."""
        self._given, self._given_async = client, async_client

    def sync(self) -> Transport:
        """Return the transport for sync calls.

        Raises:
            RuntimeError: It was closed.
        """
        # The order counts: another thread may be forgetting the clients of the parent process.
        if self._pid == os.getpid() and (transport := self._sync) is not None:
            return transport
        self._check()
        return self._given or self._make_sync()

    async def asynchronous(self) -> Transport:
        """Return the transport for async calls on the running event loop; each loop has its own.

        Raises:
            RuntimeError: It was closed.
        """
        from .loops import running_loop

        loop = running_loop()
        if self._pid == os.getpid():  # first, as in `sync`
            pool = self._async.get(loop)
            if pool is not None and not pool.transport.is_shut():
                return pool.transport
        self._check()
        return self._given_async or await self._make_async(loop)

    def _make_sync(self) -> Transport:
        with self._lock.held():
            self._check()
            if self._sync is None:
                self._sync = _made(self._name, self._distribution, is_async=False)
            return self._sync

    async def _make_async(self, loop: object) -> Transport:
        from .loops import pool_of

        with self._lock.held():
            self._check()
            pool = pool_of(loop, _made(self._name, self._distribution, is_async=True))
            others = {k: v for k, v in self._async.items() if not v.is_over()}
            self._async = {**others, loop: pool}
        await pool.start()
        return pool.transport

    def _check(self) -> None:
        if self._closed:
            raise RuntimeError("This client is closed; create a new one.")
        if self._pid != os.getpid():
            self._leave_to_parent()

    def _leave_to_parent(self) -> None:
        """Forget the connections after a fork: two processes on one would mix up the responses."""
        with self._lock.held():
            if self._pid != os.getpid():
                _of_the_parent.extend((self._sync, self._async))
                self._sync = None
                self._async = {}
                self._pid = os.getpid()  # last: from here on, other threads use what they find

    def close(self) -> None:
        """Close all connections; those of other event loops are closed by their loops."""
        with self._lock.held():
            if self._pid != os.getpid():
                self._leave_to_parent()
            self._closed = True
            transport, self._sync = self._sync, None
            pools, self._async = self._async, {}
        if transport is not None:
            run(transport.shut())
        for pool in pools.values():
            pool.close_soon()

    async def aclose(self) -> None:
        """Close all connections, and wait for those of the running event loop."""
        from .loops import running_loop

        pool = None
        if self._pid == os.getpid():
            pool = self._async.pop(running_loop(), None)
        self.close()
        if pool is not None:
            await pool.aclose()


def _adapted(client: object, *, is_async: bool) -> HttpxTransport | None:
    """Return a transport that sends with a client of the caller's.

    Raises:
        TypeError: It is none, or of the other kind.
    """
    if client is None:
        return None
    needed = ("build_request", "send", "aclose" if is_async else "close")
    if not all(callable(getattr(client, name, None)) for name in needed):
        argument, kind = ("async_client", "an async") if is_async else ("client", "a sync")
        raise TypeError(
            f"{argument} must be {kind} client of httpx2 or httpx, not {type(client).__name__}."
        )
    return HttpxTransport(client, is_given=True, is_async=is_async)


def _made(name: Name, distribution: str, *, is_async: bool) -> Transport:
    """Create a transport of our own; frames of a failure would hold the passwords of proxies."""
    try:
        if name == "fast":
            return _fast(is_async=is_async)
        return _httpx(distribution, is_async=is_async)
    except Exception as error:
        forget_locals(error)
        raise


def _httpx(distribution: str, *, is_async: bool) -> Transport:
    """Create a client of httpx2.

    It keeps no cookies: those set by one response would be sent with the redirects of others, and a
    server could set any number of them.

    Raises:
        ImportError: The environment names a SOCKS proxy, for which a package is missing.
        ValueError: The environment names a proxy or certificates that cannot be used.
    """
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx2

    settings: dict[str, Any] = {
        "verify": shared_ssl_context(),
        "timeout": DEFAULT_TIMEOUT,
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=())),
    }
    try:
        client = httpx2.AsyncClient(**settings) if is_async else httpx2.Client(**settings)
    except Exception as error:
        named = unusable_proxy(error, distribution)
        if named is None:
            raise
        raise named from None
    return HttpxTransport(client, is_given=False, is_async=is_async)


def _fast(*, is_async: bool) -> Transport:
    """Create connections of the libraries that are faster than httpx2.

    Raises:
        RuntimeError: The caller runs in trio.
    """
    if not is_async:
        from .urllib3 import Urllib3Transport

        return Urllib3Transport()
    from .loops import in_trio

    if in_trio():
        raise RuntimeError('transport="fast" runs in asyncio only; in trio, use "httpx2".')
    from .aiohttp import AiohttpTransport

    return AiohttpTransport()
