"""Tokens that a person logs in for, and what they are refreshed and kept with (RFC 6749).

A login is passed in place of a token. Its kinds are in modules of their own, which only packages
carry whose API offers them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, Protocol, TypeVar

from ..arguments import expect
from ..errors import ResponseError
from ..json.models import Model
from ..masking import SecretText
from ..values import SecretStr
from .credential_text import concealed
from .credentials import Setting
from .tokens import Identity, TokenSource, ask, granted, refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

    from ..responses.reply import Reply
    from ..retries import Limits
    from .oauth import ClientCredentials
    from .tokens import Asking, Discovery, Granted

T = TypeVar("T")

UNAUTHORIZED: Final = 401
LONGEST_LOGIN: Final = 86_400.0
"""Seconds that other calls wait for a login, if they have no deadline."""

_REFUSED: Final = frozenset({"invalid_grant", "invalid_scope", "unauthorized_client"})
"""Codes for a refresh token that is no longer of use (RFC 6749, section 5.2)."""


class Token(Model):
    """A token, as a store keeps it.

    Its texts are secret: keep what `model_dump_json()` returns where nobody else reads it.
    """

    access_token: SecretStr
    """The token that requests carry."""

    refresh_token: SecretStr | None = None
    """What another token is fetched with; None if the server sends none."""

    expires_at: datetime | None = None
    """When it expires; None if the server does not say."""

    scope: str | None = None
    """The scopes that it is for, separated by spaces, if the server says."""


class TokenStore(Protocol):
    """Where a login keeps its token. For async calls, the methods may be coroutine functions."""

    def load(self) -> Token | Awaitable[Token | None] | None:
        """Return the token that was saved last; None if there is none."""

    def save(self, token: Token, /) -> Awaitable[None] | None:
        """Keep a token in place of the last one."""


class Endpoints(NamedTuple):
    """The URLs of a flow; "" for one that only the server's metadata has.

    Attributes:
        authorization: Where a login begins.
        token: Where tokens are fetched.
        refresh: Where they are refreshed; "" for the same place.
    """

    authorization: str
    token: str
    refresh: str = ""


class Place(NamedTuple):
    """Where a login takes place.

    Attributes:
        asking: The call that needs a token.
        endpoints: The URLs of the flow.
        scopes: The scopes that the operations of the API require.
        metadata: The server's metadata, if the document names them.
    """

    asking: Asking
    endpoints: Endpoints
    scopes: tuple[str, ...]
    metadata: Discovery | None

    async def url(self, known: str, name: str) -> str:
        """Return a URL, or what the metadata have under a name if it is ""."""
        if known or self.metadata is None:
            return known
        return await self.metadata.find(name, self.asking)

    async def token_url(self) -> str:
        """Return where tokens are fetched."""
        return await self.url(self.endpoints.token, "token_endpoint")


class Login:
    """A login, which is passed to the client in place of a token.

    Args:
        client_id: The id that the authorization server gave the program.
        client_secret: Its secret; programs that people install have none.
        scopes: The scopes to ask for; None for those that the operations of the API require.
        store: Where to keep the token; None to keep it in memory.
    """

    flow: ClassVar[str]

    def __init__(
        self,
        client_id: str,
        *,
        client_secret: str | Callable[[], str | Awaitable[str | None] | None] | None = None,
        scopes: Sequence[str] | None = None,
        store: TokenStore | None = None,
    ) -> None:
        expect("client_id", client_id, str, "a string")
        if isinstance(scopes, str):
            raise TypeError("scopes must be a list of strings, not a string.")
        self.scopes = None if scopes is None else tuple(scopes)
        self.store = store
        self.client_id = client_id
        self.identity = Identity(client_id, concealed(client_secret))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.client_id!r})"

    async def grant(self, place: Place) -> Granted:
        """Log in, and return what is granted.

        Raises:
            SDKError: Nothing is.
        """
        raise NotImplementedError

    def requested(self, place: Place) -> dict[str, str]:
        """Return the parameter for the scopes, if there are any."""
        scopes = place.scopes if self.scopes is None else self.scopes
        return {"scope": " ".join(scopes)} if scopes else {}

    async def ask(
        self,
        place: Place,
        url: str,
        form: Mapping[str, str],
        read: Callable[[Reply], T],
        *,
        is_poll: bool = False,
    ) -> T:
        """Send a form to an endpoint, as this client, and return what it answers.

        Args:
            place: Where the login takes place.
            url: The endpoint.
            form: What to send. It is not sent twice: codes and refresh tokens are used once.
            read: Reads the answer.
            is_poll: Whether the caller repeats it.

        Raises:
            ResponseError: The server refuses.
            NoResponseError: No response was received.
        """
        identity = self.identity
        while True:
            was_in_body = identity.in_body
            try:
                return await ask(
                    place.asking, url, form, identity, read, repeatable=False, retries=not is_poll
                )
            except ResponseError as error:
                code = refusal(error)
                is_about_client = code == "invalid_client" or (
                    not code and error.status_code == UNAUTHORIZED
                )
                if was_in_body or not is_about_client:
                    raise
                identity.in_body = True  # not all servers accept the header


class LoginSetting(Setting):
    """An argument of the client that is a token or a login."""

    def checked(self, value: Any) -> Any:
        """Return the argument, if it is of use."""
        return value if isinstance(value, Login) else super().checked(value)


class LoginTokens:
    """A token that a person logs in for, or passed like that of `Bearer`.

    Args:
        token: The token, or the login.
        flows: The endpoints of each kind of login that the API offers.
        scopes: The scopes that its operations require.
        metadata: The server's metadata, if the document names them.
        fetched: How tokens without a person are fetched, if the API offers this too.
    """

    def __init__(
        self,
        token: LoginSetting,
        flows: Mapping[str, Endpoints],
        scopes: tuple[str, ...],
        *,
        metadata: Discovery | None = None,
        fetched: ClientCredentials | None = None,
    ) -> None:
        self.token = token
        self._flows = flows
        self._scopes = scopes
        self._metadata = metadata
        self._fetched = fetched

    def __iter__(self) -> Iterator[Any]:
        yield self.token
        yield from (item for item in self._fetched or () if item != self.token)

    def fetches(self, given: Mapping[str, Any]) -> bool:
        """Return whether a token has to be fetched, and can be."""
        is_login = isinstance(given.get(self.token.argument), Login)
        return is_login or (self._fetched is not None and self._fetched.fetches(given))

    def source(self, given: Mapping[str, Any], scopes: tuple[str, ...]) -> TokenSource:
        """Return what fetches the token; see `ClientCredentials.source`.

        Raises:
            ValueError: The API does not offer this login.
        """
        login: Any = given.get(self.token.argument)
        if self._fetched is not None and not isinstance(login, Login):
            return self._fetched.source(given, scopes)
        if login.flow not in self._flows:
            raise ValueError(f"The API's document offers no {type(login).__name__}.")
        return LoginSource(login, self._flows[login.flow], self._scopes, self._metadata)

    def shared(self, given: Mapping[str, Any], scopes: tuple[str, ...]) -> tuple[str, ...]:
        """See `TokenScheme.shared`: a person logs in once for all of them."""
        return () if isinstance(given.get(self.token.argument), Login) else scopes


class LoginSource(TokenSource):
    """Logs in, keeps the token, and refreshes it.

    Args:
        login: The login.
        endpoints: The URLs of its flow.
        scopes: The scopes that the operations of the API require.
        metadata: The server's metadata, if the document names them.
    """

    def __init__(
        self,
        login: Login,
        endpoints: Endpoints,
        scopes: tuple[str, ...],
        metadata: Discovery | None,
    ) -> None:
        super().__init__()
        self._login = login
        self._endpoints = endpoints
        self._scopes = scopes
        self._metadata = metadata
        self._last: Token | None = None

    def patience(self, limits: Limits) -> float:
        """See `TokenSource.patience`: a person takes longer than a server."""
        return LONGEST_LOGIN if limits.deadline_ms is None else limits.deadline_ms / 1000

    async def fetch(self, asking: Asking, refused: SecretText | None) -> SecretText:
        """See `TokenSource.fetch`."""
        last = await self._load(asking)
        if last is not None:
            is_new = self._current is None or self._current[0] != last.access_token
            left = _left(asking, last)
            if is_new and last.access_token != refused and (left is None or left > 0):
                return self._kept_of(asking, last)
            if last.refresh_token is not None:
                renewed = await self._refreshed(asking, SecretText(last.refresh_token), last.scope)
                if renewed is not None:
                    return renewed
        grant = await self._login.grant(self._place(asking))
        return await self._save(asking, grant, None, None)

    def _place(self, asking: Asking) -> Place:
        return Place(asking, self._endpoints, self._scopes, self._metadata)

    async def _refreshed(
        self, asking: Asking, refresh_token: SecretText, scope: str | None
    ) -> SecretText | None:
        """Refresh the token (RFC 6749, section 6); return None if a person must log in again."""
        place = self._place(asking)
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        url = self._endpoints.refresh or await place.token_url()
        try:
            grant = await self._login.ask(place, url, form, granted)
        except ResponseError as error:
            if refusal(error) in _REFUSED:
                return None
            raise
        return await self._save(asking, grant, refresh_token, scope)

    async def _load(self, asking: Asking) -> Token | None:
        store = self._login.store
        if store is not None:  # another process may have refreshed it
            loaded = await asking.driver.settle(store.load(), "the method `load` of a store")
            expect("What the store of a login loads", loaded, Token | None, "a Token or None")
            self._last = loaded
        return self._last

    async def _save(
        self, asking: Asking, grant: Granted, refresh_token: str | None, scope: str | None
    ) -> SecretText:
        """Keep what was granted; a server that sends no other refresh token keeps the last."""
        now = asking.session.clock.now()
        ends = None
        if grant.seconds is not None:
            left = datetime.max.replace(tzinfo=UTC) - now
            ends = now + min(timedelta(seconds=min(grant.seconds, left.total_seconds())), left)
        token = Token(
            access_token=grant.token,
            refresh_token=grant.refresh_token or refresh_token,
            expires_at=ends,
            scope=scope if grant.scope is None else grant.scope,
        )
        self._last = token
        kept = self._kept_of(asking, token)
        store = self._login.store
        if store is not None:
            await asking.driver.settle(store.save(token), "the method `save` of a store")
        return kept

    def _kept_of(self, asking: Asking, token: Token) -> SecretText:
        return self.keep(token.access_token, asking.session.clock.monotonic(), _left(asking, token))


def _left(asking: Asking, token: Token) -> float | None:
    """Return the seconds for which a token is valid; None if nobody knows."""
    if token.expires_at is None:
        return None
    ends = token.expires_at
    if ends.tzinfo is None:
        ends = ends.replace(tzinfo=UTC)
    return max((ends - asking.session.clock.now()).total_seconds(), 0.0)
