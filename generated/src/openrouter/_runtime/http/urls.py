"""Parts of URLs."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port (RFC 6454, section 4).

    Raises:
        ValueError: The URL is invalid.
    """
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS.get(parts.scheme)


def joined(base: str, target: str) -> str:
    """Append the path and the query of a request to the URL of a server.

    Args:
        base: The URL of the server; see `checked_url`. Its query is sent in every request.
        target: The path, which begins with a slash, and the query.
    """
    if "?" not in base:
        return base + target
    address, _, common = base.partition("?")
    path, mark, own = target.partition("?")
    return f"{address}{path}?{common}{'&' if mark else ''}{own}"


def without_dots(url: str) -> str:
    """Return a URL without the segments `.` and `..` (RFC 3986, section 5.2.4).

    HTTP libraries differ in what they do with these segments.
    """
    start, _, path = url.partition("://")
    host, *segments = path.split("/")
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    return "/".join([f"{start}://{host}", *kept])


def host_of(url: str) -> str:
    """Return the host of a URL, without the user name and password that it may contain."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
