"""The HTTP clients of one SDK client: made on first use, once, and closed with it.

A caller's own clients are used as they are, `httpx2` or `httpx`, and never closed here.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any, Final, Protocol

from .locks import making

if TYPE_CHECKING:
    import asyncio
    import ssl

    import httpx2

    from .loops import LoopClient

__all__ = ["DEFAULT_TIMEOUT", "AsyncHttpClient", "HttpClient", "Pools"]

DEFAULT_TIMEOUT: Final = 60.0
"""Seconds to wait for a connection, and for each read and write."""

_ssl_context: ssl.SSLContext | None = None
_of_the_parent: Final[list[object]] = []
"""Clients that a fork copied. Closing them here would disturb the process that they belong to, and
so would the garbage collector."""


class HttpClient(Protocol):
    """What is used of a caller's own client for sync calls; httpx2's and httpx's have it."""

    def build_request(
        self, method: str, url: str, *, content: Any = ..., headers: Any = ..., timeout: Any = ...
    ) -> Any:
        """Build a request that this client can send."""

    def send(
        self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...
    ) -> Any:
        """Send a request."""

    def close(self) -> None:
        """Close all connections; it is never called here, but async clients do not have it."""


class AsyncHttpClient(Protocol):
    """The same for async calls."""

    def build_request(
        self, method: str, url: str, *, content: Any = ..., headers: Any = ..., timeout: Any = ...
    ) -> Any:
        """Build a request that this client can send."""

    async def send(
        self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...
    ) -> Any:
        """Send a request."""

    async def aclose(self) -> None:
        """Close all connections; it is never called here, but sync clients do not have it."""


class Pools:
    """The connections of one SDK client.

    Args:
        client: The caller's own client for sync calls.
        async_client: The caller's own client for async calls.
    """

    __slots__ = ("_async", "_closed", "_given", "_given_async", "_pid", "_sync")

    def __init__(self, client: HttpClient | None, async_client: AsyncHttpClient | None) -> None:
        self._given = client
        self._given_async = async_client
        self._closed = False
        self._pid = os.getpid()
        self._sync: httpx2.Client | None = None
        self._async: dict[asyncio.AbstractEventLoop, LoopClient] = {}

    def is_given(self, client: object) -> bool:
        """Say whether an HTTP client is the caller's own."""
        return client is self._given or client is self._given_async

    def is_closed(self) -> bool:
        """Say whether `close` was called."""
        return self._closed

    def sync(self) -> Any:
        """Give the client for sync calls.

        Raises:
            RuntimeError: If it was closed.
        """
        client = self._sync
        if client is not None and self._pid == os.getpid():
            return client
        self._check()
        return self._given or self._make_sync()

    async def asynchronous(self) -> Any:
        """Give the client for async calls on the running event loop; each loop has its own.

        Raises:
            RuntimeError: If it was closed.
        """
        import asyncio

        loop = asyncio.get_running_loop()
        pool = self._async.get(loop)
        if pool is not None and self._pid == os.getpid() and not pool.client.is_closed:
            return pool.client
        self._check()
        return self._given_async or await self._make_async(loop)

    def _make_sync(self) -> httpx2.Client:
        import httpx2

        with making:
            self._check()
            if self._sync is None:
                self._sync = httpx2.Client(**_settings())
            return self._sync

    async def _make_async(self, loop: asyncio.AbstractEventLoop) -> httpx2.AsyncClient:
        import httpx2

        from .loops import LoopClient

        with making:
            self._check()
            pool = LoopClient(loop, httpx2.AsyncClient(**_settings()))
            others = {k: v for k, v in self._async.items() if not k.is_closed()}
            self._async = {**others, loop: pool}
        await pool.start()
        return pool.client

    def _check(self) -> None:
        if self._closed:
            raise RuntimeError("This client was closed: make a new one.")
        if self._pid != os.getpid():
            self._leave_to_parent()

    def _leave_to_parent(self) -> None:
        """After a fork: two processes on one connection would read each other's answers."""
        with making:
            _of_the_parent.extend((self._sync, self._async))
            self._pid = os.getpid()
            self._sync = None
            self._async = {}

    def close(self) -> None:
        """Close all connections; those of other event loops as soon as these get to it."""
        with making:
            if self._pid != os.getpid():
                self._leave_to_parent()
            self._closed = True
            client, self._sync = self._sync, None
            pools, self._async = self._async, {}
        if client is not None:
            _interrupt(client)
            client.close()
        for pool in pools.values():
            pool.close_soon()

    async def aclose(self) -> None:
        """Close all connections, and wait for those of the running event loop."""
        import asyncio

        pool = None
        if self._pid == os.getpid():
            pool = self._async.pop(asyncio.get_running_loop(), None)
        self.close()
        if pool is not None:
            await pool.aclose()


def _interrupt(client: Any) -> None:
    """Wake the threads that wait for this client: closing a socket does not end a read of it.

    The HTTP library has no way to do this, so its insides are looked through for the sockets. If
    these change, a call in another thread lasts until it is timed out, and nothing else is lost.
    """
    import socket

    for transport in (client, *getattr(client, "_mounts", {}).values()):
        pool = getattr(getattr(transport, "_transport", transport), "_pool", None)
        for connection in getattr(pool, "connections", ()):
            inner = connection
            while inner is not None and not hasattr(inner, "_network_stream"):
                inner = getattr(inner, "_connection", None)
            if inner is not None:
                with contextlib.suppress(OSError):
                    sock = inner._network_stream.get_extra_info("socket")  # noqa: SLF001 - as above
                    # A TLS socket would first take its encryption from under the reader.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _settings() -> dict[str, Any]:
    """Say what our own clients are made with. They keep no cookies: what one answer sets would be
    sent with the redirects of others, and there is no end to what a server can set."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return {
        "verify": _shared_ssl_context(),
        "timeout": DEFAULT_TIMEOUT,
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=())),
    }


def _shared_ssl_context() -> ssl.SSLContext:
    """Reading the certificates takes longer than a call, so all clients share one context."""
    global _ssl_context  # noqa: PLW0603 - made once for the process, under the lock
    if _ssl_context is None:
        import httpx2

        _ssl_context = httpx2.create_ssl_context()
    return _ssl_context
