"""One request, one response, whichever HTTP client is in hand; and what a redirect asks for.

Nothing here knows of retries, or of what the API's document says.
"""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast
from urllib.parse import urlsplit

from .masking import MASK, SecretText
from .requests import KEPT_ACROSS_ORIGINS

if TYPE_CHECKING:
    import httpx2

    from .requests import Prepared

MOST_REDIRECTS: Final = 10
REDIRECTS: Final = range(300, 400)
FOLLOWED: Final = frozenset({"GET", "HEAD"})
FIRST_ERROR: Final = 400

_PHASES: Final = ("connect", "read", "write", "pool")


def request_errors() -> tuple[type[Exception], ...]:
    """What the HTTP libraries that are loaded raise when no response comes."""
    return tuple(
        sys.modules[library].RequestError
        for library in ("httpx2", "httpx")
        if library in sys.modules
    )


def exchange(
    client: Any, request: Any, options: dict[str, Any], *, stream: bool = False
) -> httpx2.Response:
    """Send a request and read the response; the body of a success is not read if it is streamed.

    Raises:
        Exception: One of `request_errors()` if no response came, or if the body of a success broke
            off. The status of a failure tells what happened even without its body.
    """
    response: httpx2.Response = client.send(request, stream=True, follow_redirects=False, **options)
    if stream and response.is_success:
        return response
    try:
        response.read()
    except BaseException as error:
        response.close()
        if not _is_failure(response, error):
            raise
    return response


async def exchange_async(
    client: Any, request: Any, options: dict[str, Any], *, stream: bool = False
) -> httpx2.Response:
    """Do as `exchange`, without blocking the event loop."""
    response: httpx2.Response = await client.send(
        request, stream=True, follow_redirects=False, **options
    )
    if stream and response.is_success:
        return response
    try:
        await response.aread()
    except BaseException as error:
        await response.aclose()
        if not _is_failure(response, error):
            raise
    return response


def _is_failure(response: httpx2.Response, error: BaseException) -> bool:
    return response.status_code >= FIRST_ERROR and isinstance(error, request_errors())


def next_hop(
    response: httpx2.Response, first: httpx2.Request
) -> tuple[httpx2.Request, dict[str, Any]] | None:
    """Make the request that a redirect asks for, and the options to send it with.

    Args:
        response: What came back last.
        first: What was sent at first. Nothing that authenticates goes to another origin.

    Returns:
        None if there is no redirect, or none that is followed: after anything but GET and HEAD, to
        a URL that is none, or from https to http.
    """
    if response.status_code not in REDIRECTS or not response.has_redirect_location:
        return None
    if first.method not in FOLLOWED:
        return None
    request = response.next_request
    if request is None or request.url.scheme not in {"https", response.request.url.scheme}:
        return None
    if _origin(request.url) == _origin(first.url):
        return request, {}
    for name in list(request.headers):
        if name.lower() not in {*KEPT_ACROSS_ORIGINS, "host"}:
            del request.headers[name]
    return request, {"auth": None}  # not that of a caller's own client either


def build_with(client: Any, prepared: Prepared, timeout: float | None) -> Any:
    """Let a caller's own client build the request: one library can't send the other's."""
    request = client.build_request(
        prepared.method,
        prepared.url,
        headers=list(prepared.headers.items()),
        content=_content(client, prepared),
        **({} if timeout is None else {"timeout": timeout}),
    )
    return _masked(request) if prepared.has_hidden else request


def build(client: Any, prepared: Prepared, timeout: float) -> httpx2.Request:
    """Build a request for a client of ours: it has no settings to mix in, so this is shorter."""
    import httpx2

    headers = [(name.encode(), value) for name, value in prepared.headers.items()]
    headers.append((b"Accept-Encoding", client.headers["Accept-Encoding"].encode()))
    is_secret = isinstance(prepared.url, SecretText)  # what is cached is kept for long
    request = httpx2.Request(
        prepared.method,
        httpx2.URL(prepared.url) if is_secret else _parsed(prepared.url),
        headers=headers,
        content=_content(client, prepared),
        extensions={"timeout": dict.fromkeys(_PHASES, timeout)},
    )
    return _masked(request) if prepared.has_hidden else request


@functools.lru_cache(maxsize=128)
def _parsed(url: str) -> httpx2.URL:
    import httpx2

    return httpx2.URL(url)


def _content(client: Any, prepared: Prepared) -> Any:
    """Give a body as the client reads it: only async ones have `aclose`."""
    content = prepared.content
    if content is None or isinstance(content, bytes):
        return content
    return content.read_async() if hasattr(client, "aclose") else iter(content)


def _masked(request: Any) -> Any:
    """Keep credentials out of sight that are in the query, or in a header of the API's own.

    The HTTP library writes the URL of each request to its own log, and keeps the request with its
    errors; of headers, it hides `Authorization` only.
    """
    kinds = cast("tuple[Any, Any]", (type(request.url), type(request.headers)))
    request.url = _masking(kinds[0])(request.url)
    request.headers.__class__ = _masking(kinds[1])
    return request


@functools.cache
def _masking(kind: Any) -> type[Any]:
    """Make a class of what is sent whole, and shown in part."""

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


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port (RFC 6454, section 4)."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def host_of(url: str) -> str:
    """Say where a URL leads, without a user name and a password that may be in it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
