"""Tokens fetched with client credentials (RFC 6749, section 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..errors import ResponseError
from .credential_text import asked
from .tokens import Identity, TokenSource, ask, divided_url, granted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..masking import SecretText
    from .credential_text import Credential
    from .credentials import Setting
    from .tokens import Asking, Discovery

REFUSALS: Final = frozenset({400, 401})
"""Statuses of servers that want the credentials in the body (RFC 6749, 2.3.1 and 5.2)."""


class ClientCredentials(NamedTuple):
    """A token fetched from `url` (RFC 6749, 4.4), or passed like that of `Bearer`.

    Attributes:
        token: A token that the caller has.
        client_id: The client id.
        client_secret: The client secret.
        token_url: Another endpoint than that of the document.
        url: That of the document; "" if only its metadata has it.
        metadata: The metadata of the server.
    """

    token: Setting
    client_id: Setting
    client_secret: Setting
    token_url: Setting
    url: str
    metadata: Discovery | None = None

    def fetches(self, given: Mapping[str, Credential]) -> bool:
        """Return whether the credentials to fetch a token with are given, but no token."""
        return (
            self.token.argument not in given
            and self.client_id.argument in given
            and self.client_secret.argument in given
        )

    def shared(self, given: Mapping[str, Credential], scopes: tuple[str, ...]) -> tuple[str, ...]:
        """See `TokenScheme.shared`."""
        del given
        return scopes

    def source(self, given: Mapping[str, Credential], scopes: tuple[str, ...]) -> ClientTokens:
        """Return what fetches the token.

        Args:
            given: The credentials, by the names of the client's arguments.
            scopes: The requested scopes.
        """
        return ClientTokens(
            self,
            given.get(self.token_url.argument),
            Identity(given[self.client_id.argument], given[self.client_secret.argument]),
            " ".join(scopes),
        )


class ClientTokens(TokenSource):
    """Fetches and keeps the token for one set of scopes.

    Args:
        scheme: The token endpoint of the document.
        given_url: Another one, chosen by the caller.
        identity: The client id and the client secret.
        scopes: The requested scopes, separated by spaces; "" leaves them to the server.
    """

    def __init__(
        self, scheme: ClientCredentials, given_url: Credential, identity: Identity, scopes: str
    ) -> None:
        super().__init__()
        if given_url is not None and not callable(given_url):
            divided_url(given_url)  # report an invalid one before the first call
        self._scheme = scheme
        self._given_url = given_url
        self._identity = identity
        self._scopes = scopes

    async def fetch(self, asking: Asking, refused: SecretText | None) -> SecretText:
        """See `TokenSource.fetch`."""
        del refused  # there is always another one
        form = {"grant_type": "client_credentials"}
        if self._scopes:
            form["scope"] = self._scopes
        while True:
            asked_at = asking.session.clock.monotonic()
            try:
                # Fetching a second token is harmless.
                grant = await ask(asking, await self._url(asking), form, self._identity, granted)
            except ResponseError as error:
                if not self._other_way(error):
                    raise
            else:
                return self.keep(grant.token, asked_at, grant.seconds)

    async def _url(self, asking: Asking) -> str:
        url = await asked(asking.driver, self._given_url) or self._scheme.url
        if not url and self._scheme.metadata is not None:
            return await self._scheme.metadata.find("token_endpoint", asking)
        return url

    def _other_way(self, error: ResponseError) -> bool:
        """Return whether to send the credentials in the body: not all servers accept the header."""
        identity = self._identity
        is_first = not identity.in_body
        identity.in_body = is_first and error.status_code in REFUSALS
        return identity.in_body
