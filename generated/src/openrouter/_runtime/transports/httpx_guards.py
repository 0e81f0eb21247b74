"""What httpx2 and httpx leave open: mixed-up responses, secrets on display, and waiting threads."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any, NoReturn, cast

from ..masking import MASK

if TYPE_CHECKING:
    import httpx2


def fence(response: httpx2.Response) -> None:
    """Drop the connection if more data was received than the response.

    The rest would be taken for the response to the next request. If a server allows line ends in
    headers (response splitting, CWE-113), whoever wrote them would choose that response.
    """
    stream: Any = response.stream
    if hasattr(stream, "_stream"):
        stream.__class__ = _fenced(cast("Any", type(stream)))


@functools.cache
def _fenced(kind: Any) -> type[Any]:
    def close(self: Any) -> None:
        try:
            if (network := _spoilt(self)) is not None:
                network.close()
        finally:
            kind.close(self)

    async def aclose(self: Any) -> None:
        try:
            if (network := _spoilt(self)) is not None:
                await network.aclose()
        finally:
            await kind.aclose(self)

    methods = {"aclose": aclose} if hasattr(kind, "aclose") else {"close": close}
    return type(kind.__name__, (kind,), methods)


def _spoilt(stream: Any) -> Any:
    """Return the connection of a body if more data was received on it, else None.

    The HTTP library does not report this, so its internals are inspected. If these change, its own
    behaviour remains: it drops a connection if more data arrives later.
    """
    try:
        connection = stream._stream._httpcore_stream._stream._connection
        left, _ = connection._h11_state.trailing_data
    except AttributeError:
        return None
    return connection._network_stream if left else None


def masked(request: Any) -> Any:
    """Mask the credentials in the query and in the API's own headers.

    The HTTP library logs the URL of each request, and keeps the request with its errors. Of
    headers, it masks `Authorization` only.
    """
    kinds = cast("tuple[Any, Any]", (type(request.url), type(request.headers)))
    request.url = _masking(kinds[0])(request.url)
    request.headers.__class__ = _masking(kinds[1])
    return request


@functools.cache
def _masking(kind: Any) -> type[Any]:
    """Return a class whose instances are sent whole but displayed masked."""

    def url(given: Any) -> str:
        query = f"?{MASK}" if given.query else ""
        return f"{given.copy_with(query=None)}{query}"

    def headers(given: Any) -> str:
        return f"Headers({dict.fromkeys(given.keys(), MASK)})"

    def refuse(_: Any) -> NoReturn:
        raise TypeError("A secret can't be pickled.")

    shown = url if hasattr(kind, "copy_with") else headers
    methods = {"__repr__": shown, "__reduce__": refuse}
    if shown is url:
        methods["__str__"] = url
    return type(f"Masked{kind.__name__}", (kind,), methods)


def interrupt(client: Any, request: Any = None) -> None:
    """Wake the threads that wait for this client: closing a socket does not end a read of it.

    The HTTP library has no function for this, so its internals are searched for the sockets. If
    these change, calls in other threads last until they time out, and nothing else is lost.

    Args:
        client: The client.
        request: The request that a thread waits for; None for all.
    """
    import socket

    for transport in (client, *getattr(client, "_mounts", {}).values()):
        pool = getattr(getattr(transport, "_transport", transport), "_pool", None)
        for connection in _connections(pool, request):
            inner = connection
            while inner is not None and not hasattr(inner, "_network_stream"):
                inner = getattr(inner, "_connection", None)
            if inner is not None:
                with contextlib.suppress(OSError):
                    sock = inner._network_stream.get_extra_info("socket")
                    # Closing a TLS socket would first remove the encryption under the reader.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _connections(pool: Any, request: Any) -> list[Any]:
    if request is None:
        return [*getattr(pool, "connections", ())]
    return [
        waiting.connection
        for waiting in [*getattr(pool, "_requests", ())]
        if waiting.request.extensions is request.extensions
    ]
