"""Which redirects are followed, and what goes along, with any HTTP library."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..http.requests import KEPT_ACROSS_ORIGINS

REDIRECTS: Final = range(300, 400)
FOLLOWED: Final = frozenset({"GET", "HEAD"})
LONGEST_LABEL: Final = 63
"""Maximum characters between two dots of a host name (RFC 1035, section 2.3.4)."""
MOST_PORT: Final = 65535


class Origin(NamedTuple):
    """Scheme, host and port (RFC 6454, section 4).

    Attributes:
        scheme: The scheme, in lower case.
        host: The host name in ASCII, or the address; without brackets.
        port: The port.
    """

    scheme: str
    host: str
    port: int

    def is_reachable(self) -> bool:
        """Return whether a server can be at this place, which libraries leave to Python to find."""
        labels = self.host.removesuffix(".").split(".")
        is_name = all(0 < len(label) <= LONGEST_LABEL for label in labels)
        return is_name and 0 < self.port <= MOST_PORT


def is_followed(method: str, status: int) -> bool:
    """Return whether a redirect is followed, if it leads somewhere."""
    return status in REDIRECTS and method in FOLLOWED


def may_lead(before: Origin, after: Origin) -> bool:
    """Return whether a redirect may lead from one origin to another: never from https to http."""
    return after.scheme in {"https", before.scheme} and after.is_reachable()


def is_left_behind(header: str) -> bool:
    """Return whether a header is not sent to another origin."""
    return header.lower() not in KEPT_ACROSS_ORIGINS and header.lower() != "host"
