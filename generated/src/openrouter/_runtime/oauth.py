"""Tokens fetched with client credentials (RFC 6749, section 4.4).

A token is kept until shortly before it expires. However many calls need one at the same time, one
of them fetches it and the others wait. The request is sent like any other, so it is retried, logged
and masked as they are.
"""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

from msgspec import UNSET, UnsetType

from .credential_text import asked, basic, concealed_url, divided
from .masking import SecretBytes, SecretText
from .models import Model
from .operation import Operation
from .values import SecretStr

if TYPE_CHECKING:
    import asyncio

    from .credential_text import Credential
    from .session import Session

MOST_LEEWAY: Final = 30.0
"""Seconds before its expiry at which a token is refreshed; at most a tenth of its lifetime."""

REFUSALS: Final = frozenset({400, 401})
"""Statuses of servers that want the credentials in the body (RFC 6749, 2.3.1 and 5.2)."""


FORM: Final = "application/x-www-form-urlencoded"


class Grant(Model):
    """The server's response (RFC 6749, section 5.1)."""

    access_token: SecretStr
    expires_in: float | str | UnsetType | None = UNSET


class TokenSource:
    """Fetches and keeps the token for one set of scopes.

    Args:
        url: The token endpoint; may be relative to the server's URL.
        client_id: The client id.
        client_secret: The client secret.
        scopes: The requested scopes, separated by spaces; "" leaves them to the server.
    """

    def __init__(
        self, url: str, client_id: Credential, client_secret: Credential, scopes: str
    ) -> None:
        self._url, self._url_proof = divided(concealed_url(url))
        self._client_id = client_id
        self._client_secret = client_secret
        self._scopes = scopes
        self._token: SecretText | None = None
        self._ends: float | None = None
        self._in_body = False
        self._lock = threading.Lock()
        self._locks: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = (
            weakref.WeakKeyDictionary()
        )

    def token(self, session: Session, *, refused: SecretText | None = None) -> SecretText:
        """Return a token, fetching one if there is none.

        Args:
            session: Sends the request.
            refused: A token that the server rejected, which is replaced.

        Raises:
            ResponseError: The server refuses, or sends no token.
            NoResponseError: No response was received.
        """
        with self._lock:
            token = self._kept(session, refused)
            if token is None:
                grant, began = None, session.clock.monotonic()
                while grant is None:
                    try:
                        operation, body, options = self._request(session)
                        grant = session.call(operation, {}, body, **options)
                    except Exception as error:
                        if not self._other_way(error):
                            raise
                token = self._keep(grant, began)
            return token

    async def token_async(
        self, session: Session, *, refused: SecretText | None = None
    ) -> SecretText:
        """Async version of `token`."""
        import asyncio

        loop = asyncio.get_running_loop()
        lock = self._locks.setdefault(loop, asyncio.Lock())
        async with lock:
            token = self._kept(session, refused)
            if token is None:
                grant, began = None, session.clock.monotonic()
                while grant is None:
                    try:
                        operation, body, options = self._request(session)
                        grant = await session.call_async(operation, {}, body, **options)
                    except Exception as error:
                        if not self._other_way(error):
                            raise
                token = self._keep(grant, began)
            return token

    def _kept(self, session: Session, refused: str | None) -> SecretText | None:
        token, ends = self._token, self._ends
        if token is None or (refused is not None and token == refused):
            return None
        return token if ends is None or session.clock.monotonic() < ends else None

    def _keep(self, grant: Grant, began: float) -> SecretText:
        seconds = _seconds(grant.expires_in)
        self._ends = None if seconds is None else began + seconds - min(MOST_LEEWAY, seconds / 10)
        self._token = SecretText(grant.access_token)
        return self._token

    def _request(self, session: Session) -> tuple[Operation[Grant], SecretText, dict[str, Any]]:
        base, proof = divided(session.base_url)
        proof = proof if self._url_proof is None else self._url_proof
        url = urlsplit(urljoin(f"{base}/", self._url))
        id_, secret = asked(self._client_id), asked(self._client_secret)
        form: dict[str, str] = {"grant_type": "client_credentials"}
        if self._scopes:
            form["scope"] = self._scopes
        options: dict[str, Any] = {"server_url": f"{url.scheme}://{url.netloc}"}
        if self._in_body:
            form |= {"client_id": id_, "client_secret": secret}
        else:
            # Both parts are form-encoded first (RFC 6749, section 2.3.1).
            pair = SecretText(quote_plus(id_)), SecretText(quote_plus(secret))
            proof = SecretBytes(basic(*pair).encode())
        if proof is not None:
            options["http_headers"] = {"Authorization": SecretText(proof.decode())}
        operation: Operation[Grant] = Operation(
            "token",
            "POST",
            f"{url.path}?{url.query}" if url.query else url.path,
            body="value",
            content_type=FORM,
            returns={"default": lambda: Grant},
            security=(),
        )
        operation.repeatable = True  # fetching a second token is harmless
        return operation, SecretText(urlencode(form)), options

    def _other_way(self, error: Exception) -> bool:
        """Return whether to send the credentials in the body: not all servers accept the header."""
        is_first = not self._in_body
        self._in_body = is_first and getattr(error, "status_code", None) in REFUSALS
        return self._in_body


def _seconds(value: float | str | UnsetType | None) -> float | None:
    """Parse the lifetime of a token; None if it is not a valid number."""
    if isinstance(value, str):
        value = float(value) if value.isdecimal() else None
    if not isinstance(value, float | int):
        return None
    try:
        seconds = float(value)
    except OverflowError:  # an integer beyond all floats
        return None
    return seconds if seconds >= 0 else None
