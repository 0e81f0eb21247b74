"""What an authorization server says about itself (RFC 8414)."""

from __future__ import annotations

import re
import weakref
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

from msgspec import UNSET, UnsetType

from ..calls import Call, respond
from ..display import shortened
from ..errors import SDKError
from ..http.urls import origin
from ..json.models import Model
from ..operation import Operation
from .tokens import decoded, located

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from ..responses.reply import Reply
    from .tokens import Asking

_WELL_KNOWN: Final = re.compile(r"(.*)/\.well-known/[^/]*(/.*)?")
_URL: Final = re.compile(r"https?://[!-~]+", re.IGNORECASE)

_ENDPOINTS: Final = "authorization_endpoint", "device_authorization_endpoint", "token_endpoint"


class _Document(Model):
    """The metadata (RFC 8414, section 2), as far as they are of use."""

    issuer: str
    authorization_endpoint: str | UnsetType | None = UNSET
    device_authorization_endpoint: str | UnsetType | None = UNSET
    token_endpoint: str | UnsetType | None = UNSET


class Metadata:
    """The metadata at a URL, which each client fetches once it needs them.

    Args:
        url: The URL; may be relative to the server's URL.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._found: MutableMapping[Any, Mapping[str, str]] = weakref.WeakKeyDictionary()

    async def find(self, name: str, asking: Asking) -> str:
        """Return what the metadata contain under a name, such as `token_endpoint`.

        Raises:
            ResponseError: The server refuses, or what it sends can't be trusted.
            NoResponseError: No response was received.
            SDKError: They don't contain it.
        """
        keyring = asking.session.keyring
        found = self._found.get(keyring)
        if found is None:
            found = self._found[keyring] = await self._fetch(asking)
        if name not in found:
            raise SDKError(
                f"The authorization server has no {name}, says its metadata at {self._url}."
            )
        return found[name]

    async def _fetch(self, asking: Asking) -> Mapping[str, str]:
        session, driver, limits = asking
        address, _ = located(session, self._url)
        if address.scheme != "https" and not _is_loopback(address.hostname or ""):
            raise SDKError(f"Metadata must be fetched by https, not from {self._url}.")
        operation: Operation[_Document] = Operation(
            "metadata",
            "GET",
            f"{address.path or '/'}?{address.query}" if address.query else address.path or "/",
            returns={"default": lambda: _Document},
            security=(),
        )
        server = f"{address.scheme}://{address.netloc}"
        call: Call[_Document, _Document] = Call(
            operation,
            {},
            retries=limits.config,
            server_url=server,
            timeout_ms=limits.timeout_ms,
            max_retries=limits.max_retries,
            deadline_ms=limits.deadline_ms,
        )
        reply = await respond(session, driver, call, began=limits.began)
        return _checked(reply, server, address.path)


def _checked(reply: Reply, server: str, path: str) -> Mapping[str, str]:
    """Return the metadata, if they are those of the server that was asked.

    Raises:
        ResponseError: They are not, or lead where credentials must not be sent.
    """
    document = decoded(reply, _Document)
    issuer = document.issuer
    if not isinstance(issuer, str):
        raise reply.unusable("it names no issuer")
    if not _is_issuer(issuer, server, path):
        raise reply.unusable(f"it is about another server: {shortened(issuer)}")
    found = {"issuer": issuer}
    for name in _ENDPOINTS:
        url = getattr(document, name)
        if url is None or isinstance(url, UnsetType):
            continue
        if not isinstance(url, str) or not _may_be_called(url, server):
            raise reply.unusable(f"{name} is no URL that tokens may be fetched from")
        found[name] = url
    return found


def _is_issuer(issuer: str, server: str, path: str) -> bool:
    """Return whether an issuer is the one that the URL of its metadata is made of (3.1, 3.3)."""
    place = _WELL_KNOWN.fullmatch(path)
    if place is not None:
        return issuer.rstrip("/") == f"{server}{place[1]}{place[2] or ''}".rstrip("/")
    try:
        return origin(issuer) == origin(server)
    except ValueError:
        return False


def _may_be_called(url: str, server: str) -> bool:
    """Return whether secrets may be sent to a URL: by https, unless all of this is on one host."""
    if _URL.fullmatch(url) is None or "#" in url or "\\" in url or "@" in url:
        return False
    try:
        scheme, host, _ = origin(url)
    except ValueError:
        return False
    return bool(host) and (
        scheme == "https" or (server.startswith("http:") and _is_loopback(host or ""))
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
