"""Logins in a browser, which end with a code (RFC 6749, section 4.1) and PKCE (RFC 7636)."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import TYPE_CHECKING, ClassVar, Final
from urllib.parse import parse_qsl, urlencode, urlunsplit

from ..arguments import expect
from ..display import shortened
from ..errors import SDKError
from ..masking import SecretText
from .logins import Login
from .tokens import granted, located

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from .logins import Place, TokenStore
    from .tokens import Granted

ENTROPY: Final = 32
"""Bytes of randomness in what nobody may guess (RFC 7636, section 4.1)."""


class CodeLogin(Login):
    """A login in a browser, which ends with a code (RFC 6749, section 4.1).

    The code is bound to this login by PKCE (RFC 7636) and `state`, so that no other is accepted.

    Args:
        client_id: The id that the authorization server gave the program.
        redirect_uri: Where the server sends the browser afterwards, as registered with the server.
        authorize: Has a person open a URL, and returns the URL that the server sent the browser to
            afterwards, with its query. For async calls it may be a coroutine function.
        client_secret: The program's secret; those that people install have none.
        scopes: The scopes to ask for; None for those that the operations of the API require.
        store: Where to keep the token; None to keep it in memory.
        parameters: Other parameters of the URL, such as `{"audience": "..."}`.
    """

    flow: ClassVar[str] = "code"

    def __init__(
        self,
        client_id: str,
        redirect_uri: str,
        authorize: Callable[[str], str | Awaitable[str]],
        *,
        client_secret: str | Callable[[], str | Awaitable[str | None] | None] | None = None,
        scopes: Sequence[str] | None = None,
        store: TokenStore | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(client_id, client_secret=client_secret, scopes=scopes, store=store)
        expect("redirect_uri", redirect_uri, str, "a string")
        self._redirect_uri = redirect_uri
        self._authorize = authorize
        self._parameters = dict(parameters or {})

    async def grant(self, place: Place) -> Granted:
        """See `Login.grant`."""
        asking = place.asking
        url = await place.url(place.endpoints.authorization, "authorization_endpoint")
        token_url = await place.token_url()
        verifier = SecretText(secrets.token_urlsafe(ENTROPY))
        state = SecretText(secrets.token_urlsafe(ENTROPY))
        address, _ = located(asking.session, url)
        query = {
            **self._parameters,
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self._redirect_uri,
            **self.requested(place),
            "state": state,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
        }
        own = f"{address.query}&" if address.query else ""
        page = SecretText(urlunsplit(address._replace(query=own + urlencode(query), fragment="")))
        answer = await asking.driver.settle(self._authorize(page), "what opens a page")
        expect("What `authorize` returns", answer, str, "a URL")
        found = _parameters(SecretText(answer))
        del answer
        if not secrets.compare_digest(found.get("state", "").encode(), state.encode()):
            raise SDKError(
                "The login failed: the URL has not the `state` that this login began with."
            )
        await _check_issuer(place, found.get("iss"))
        if "error" in found:
            words = ": ".join(filter(None, map(found.get, ("error", "error_description"))))
            raise SDKError(f"The login failed: {shortened(words)}")
        if not found.get("code"):
            raise SDKError("The login failed: the URL has no `code`.")
        form = {
            "grant_type": "authorization_code",
            "code": found["code"],
            "redirect_uri": self._redirect_uri,
            "code_verifier": verifier,
        }
        return await self.ask(place, token_url, form, granted)


def _challenge(verifier: SecretText) -> str:
    """Return what proves, without telling it, that a verifier is known (RFC 7636, section 4.2)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _parameters(url: SecretText) -> dict[str, SecretText]:
    """Return the parameters of a URL; of one that comes twice, none is to be trusted."""
    pairs = parse_qsl(url.partition("#")[0].partition("?")[2], keep_blank_values=True)
    names = [name for name, _ in pairs]
    return {name: SecretText(value) for name, value in pairs if names.count(name) == 1}


async def _check_issuer(place: Place, issuer: str | None) -> None:
    """Refuse what another server answered, if both can be told apart (RFC 9207, section 2.4).

    Raises:
        SDKError: It is another server.
    """
    if issuer is None or place.metadata is None:
        return
    if issuer != await place.metadata.find("issuer", place.asking):
        raise SDKError(f"The login failed: {shortened(issuer)} is another server.")
