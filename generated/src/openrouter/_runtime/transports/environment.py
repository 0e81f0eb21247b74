"""What the environment says about connections: proxies, and the certificates that are trusted.

For the transports that are not httpx2, which reads the same variables itself, but does not name the
one that makes it fail.
"""

from __future__ import annotations

import ipaddress
import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from ..auth.credential_text import basic
from ..http.urls import DEFAULT_PORTS
from ..locks import ProcessLock
from ..masking import SecretText

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from .redirects import Origin

_ssl_lock: Final = ProcessLock()
_ssl_contexts: Final[dict[int, ssl.SSLContext]] = {}
"""The context of each process: one copied by a fork may be locked forever inside of OpenSSL."""

PROXY_SCHEMES: Final = ("http", "https")

_SOCKS: Final = ("socks5", "socks5h")
_VARIABLES: Final = ("http", "https", "all")
"""The beginnings of the variables that name proxies, `HTTP_PROXY` and so on."""


def shared_ssl_context() -> ssl.SSLContext:
    """Return the context shared by all clients: loading certificates takes longer than a call.

    httpx2 decides what is trusted, for each transport.

    Raises:
        ValueError: The environment names certificates that cannot be read.
    """
    pid = os.getpid()
    if pid not in _ssl_contexts:
        with _ssl_lock.held():
            if pid not in _ssl_contexts:
                _ssl_contexts[pid] = _new_ssl_context()
    return _ssl_contexts[pid]


def _new_ssl_context() -> ssl.SSLContext:
    import httpx2

    try:
        return httpx2.create_ssl_context()
    except OSError as error:  # an `ssl.SSLError` too, if a file has no certificates
        path = os.environ.get("SSL_CERT_FILE")
        if path is None:
            raise
        raise ValueError(f"SSL_CERT_FILE names no file with certificates: {path!r}.") from error


def unusable_proxy(error: Exception, distribution: str) -> Exception | None:
    """Return an error that names the variable whose proxy httpx2 cannot use; None if there is none.

    Messages do not contain its URL, since it may have a password.

    Args:
        error: What httpx2 raised; it names no variable.
        distribution: The distribution whose extra installs what is missing.
    """
    from urllib.request import getproxies

    given = getproxies()
    for name in filter(given.get, _VARIABLES):
        variable, text = f"{name.upper()}_PROXY", given[name]
        try:
            parts = urlsplit(text if "://" in text else f"http://{text}")
            _ = parts.port
        except ValueError:
            return ValueError(f"{variable} is no valid URL.")
        if parts.scheme in _SOCKS and isinstance(error, ImportError):
            return ImportError(
                f"{variable} names a SOCKS proxy, for which a package is missing: run "
                f"`pip install '{distribution}[socks]'`."
            )
        if parts.scheme not in (*PROXY_SCHEMES, *_SOCKS):
            return ValueError(
                f"{variable} has the scheme {parts.scheme!r}, which is not supported; use http, "
                "https, socks5 or socks5h."
            )
    return None


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        scheme: How to connect to it: `http` or `https`.
        host: Its host, without brackets.
        port: Its port.
        authorization: The value of `Proxy-Authorization`; None if it takes no credentials.
    """

    scheme: str
    host: str
    port: int
    authorization: SecretText | None

    @property
    def url(self) -> str:
        """Its URL, without credentials."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


class Proxies:
    """The proxies that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`).

    Args:
        given: What `urllib.request.getproxies` returns; None to ask it.

    Raises:
        ValueError: A proxy has an invalid URL, or a scheme that is not supported.
    """

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        if given is None:
            from urllib.request import getproxies

            given = getproxies()
        self._by_scheme = {
            scheme: _proxy(scheme, given[scheme]) for scheme in _VARIABLES if given.get(scheme)
        }
        entries = (entry.strip() for entry in given.get("no", "").split(","))
        self._exceptions = [entry.lower() for entry in entries if entry]

    def to(self, origin: Origin) -> Proxy | None:
        """Return the proxy for a place; None if it is connected to directly."""
        found = self._by_scheme.get(origin.scheme) or self._by_scheme.get("all")
        if found is None or any(_covers(entry, origin) for entry in self._exceptions):
            return None
        return found


def _proxy(name: str, text: str) -> Proxy:
    """Parse the URL of a proxy; messages do not contain it, since it may have a password."""
    variable = f"{name.upper()}_PROXY"
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port, host = parts.port, parts.hostname
    except ValueError:
        raise ValueError(f"{variable} is no valid URL.") from None
    if parts.scheme not in PROXY_SCHEMES:
        raise ValueError(
            f"{variable} has the scheme {parts.scheme!r}, which the fast transport does not "
            f'support; use http, https, or transport="httpx2".'
        )
    if not host:
        raise ValueError(f"{variable} has no host.")
    authorization = None
    if parts.username or parts.password:
        username = SecretText(unquote(parts.username or ""))
        authorization = basic(username, SecretText(unquote(parts.password or "")))
    return Proxy(parts.scheme, host, port or DEFAULT_PORTS[parts.scheme], authorization)


def _covers(entry: str, origin: Origin) -> bool:
    """Return whether an entry of `NO_PROXY` names a place, as in httpx2 and curl.

    `example.com` covers its subdomains too, `.example.com` and `*.example.com` only these,
    `10.0.0.0/8` a network, `https://example.com:8443` one scheme, host and port.
    """
    scheme, mark, rest = entry.rpartition("://")
    if entry == "*":
        return True
    if scheme and scheme not in {"all", origin.scheme}:
        return False
    network = _network(rest)
    if network is not None:
        return any(address in network for address in _addresses(origin.host))
    host, port = _divided(rest)
    if port and port != str(origin.port):
        return False
    if mark or host == "localhost":
        return origin.host == host
    if host.startswith(("*.", ".")):
        return origin.host.endswith(host.removeprefix("*"))
    return origin.host == host or origin.host.endswith(f".{host}")


def _network(text: str) -> Any:
    """Parse an address or a network; None if it is a name."""
    try:
        return ipaddress.ip_network(text.replace("[", "").replace("]", ""), strict=False)
    except ValueError:
        return None


def _addresses(host: str) -> list[Any]:
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        return []


def _divided(text: str) -> tuple[str, str]:
    """Divide a host from its port."""
    host, mark, port = text.rpartition(":")
    return (host, port) if mark and port.isdecimal() and not host.endswith(":") else (text, "")
