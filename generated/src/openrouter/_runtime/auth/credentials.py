"""Chooses the credentials of a call, and their places in the request.

Tokens are fetched in `oauth`, which only packages for APIs that need it carry: its schemes know
how to fetch theirs.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeGuard
from urllib.parse import quote

from ..arguments import expect
from ..http.wire import header_text
from ..masking import SecretBytes, SecretText
from .credential_text import asked, basic, concealed, secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..drivers import Driver
    from ..retries import Limits
    from ..session import Session
    from .credential_text import Credential

Requirement: TypeAlias = "str | tuple[str, ...]"
"""A required scheme: its name, or a tuple of its name and the scopes of the token."""

Alternatives: TypeAlias = "tuple[tuple[Requirement, ...], ...]"
"""Alternative ways to authenticate, each a combination of schemes (OpenAPI 3.1, 4.8.30)."""

_COOKIE_SAFE: Final = "!#$&'()*+-./:<=>?@[]^_`{|}~"
"""Characters allowed in a cookie's value besides letters and digits (RFC 6265, 4.1.1)."""


class Setting(NamedTuple):
    """An argument of the client, and the environment variable that it defaults to."""

    argument: str
    variable: str

    def checked(self, value: Any) -> Any:
        """Return what was passed for it, if it is of use.

        Raises:
            TypeError: It is neither text nor a function.
        """
        if not callable(value):
            expect(self.argument, value, str | None, "a string, or a function that returns one")
        return value or None


class Bearer(NamedTuple):
    """A token in the `Authorization` header, after the name of the scheme (RFC 9110, 11.6.2)."""

    token: Setting
    scheme: str = "Bearer"


class Basic(NamedTuple):
    """A user name and a password (RFC 7617)."""

    username: Setting
    password: Setting


class ApiKey(NamedTuple):
    """A key in a header, in the query or in a cookie."""

    key: Setting
    place: Literal["header", "query", "cookie"]
    name: str


class TokenSource(Protocol):
    """Fetches and keeps a token; see `tokens.TokenSource`."""

    async def token(
        self,
        session: Session,
        driver: Driver,
        limits: Limits,
        *,
        refused: SecretText | None = None,
    ) -> SecretText:
        """Return the token, fetching it if needed."""
        ...


class TokenScheme(Protocol):
    """A token that is fetched, or passed like that of `Bearer`; see `oauth.ClientCredentials`."""

    @property
    def token(self) -> Setting: ...

    def __iter__(self) -> Iterator[Any]: ...

    def fetches(self, given: Mapping[str, Credential]) -> bool:
        """Return whether the credentials to fetch a token with are given, but no token."""
        ...

    def source(self, given: Mapping[str, Credential], scopes: tuple[str, ...]) -> TokenSource:
        """Return what fetches the token."""
        ...

    def shared(self, given: Mapping[str, Credential], scopes: tuple[str, ...]) -> tuple[str, ...]:
        """Return those scopes that need a token of their own."""
        ...


Scheme: TypeAlias = Bearer | Basic | ApiKey | TokenScheme


Place: TypeAlias = Literal["header", "query", "cookie"]


class Part(NamedTuple):
    """A credential and its place.

    Attributes:
        place: Where in the request it is.
        name: Its name there.
        given: What the caller passed.
        write: Returns the value that is sent, from the text of each; None for nothing.
    """

    place: Place
    name: str
    given: tuple[Credential, ...]
    write: Callable[..., SecretText | None]


Sent: TypeAlias = "tuple[Place, str, SecretText | None]"
"""A place in the request, a name there, and a value; None for nothing."""


class Secrets(NamedTuple):
    """Credentials outside of headers: pairs for the query and for cookies.

    `in_headers` is set if there are secrets in headers other than `Authorization`, the only one
    that the HTTP library masks itself.
    """

    query: SecretText
    cookies: SecretText
    in_headers: bool = False


NO_SECRETS: Final = Secrets(SecretText(), SecretText())


class Access:
    """The headers and credentials of requests with the same requirements.

    Args:
        headers: Headers of every request of the client.
        parts: Credentials that are the same for each call.
        called: Credentials that are evaluated for each call.
        source: Source of the token, which is sent as well.
        missing: How to give the credentials that are required and not set; "" if all are.
    """

    __slots__ = ("_called", "_headers", "_secrets", "missing", "source")

    def __init__(
        self,
        headers: Mapping[str, bytes],
        parts: Iterable[Part],
        called: tuple[Part, ...],
        source: TokenSource | None,
        missing: str = "",
    ) -> None:
        fixed: list[Sent] = [
            (part.place, part.name, part.write(*map(_fixed, part.given))) for part in parts
        ]
        self._headers, self._secrets = _placed(headers, NO_SECRETS, fixed)
        self._called = called
        self.source = source
        self.missing = missing

    async def give(
        self, driver: Driver, token: SecretText | None
    ) -> tuple[Mapping[str, bytes], Secrets]:
        """Return the headers of a request, and its credentials elsewhere.

        Args:
            driver: Awaits what coroutine functions return.
            token: The token that was fetched.

        Raises:
            TypeError: A credential is a coroutine function, which a sync call can't await.
            ValueError: A credential can't be sent.
        """
        if token is None and not self._called:
            return self._headers, self._secrets
        sent: list[Sent] = []
        if token is not None:
            sent.append(("header", "Authorization", SecretText(f"Bearer {token}")))
        for part in self._called:
            texts = [await asked(driver, value) for value in part.given]
            sent.append((part.place, part.name, part.write(*texts)))
        return _placed(self._headers, self._secrets, sent)


class Keyring:
    """The credentials of one client.

    Args:
        schemes: The security schemes, by the names that operations use.
        arguments: Credentials passed to the client, by argument name.
        headers: Headers of every request of the client.

    Raises:
        ValueError: A credential can't be sent.
    """

    def __init__(
        self,
        schemes: Mapping[str, Scheme],
        arguments: Mapping[str, Any],
        headers: Mapping[str, bytes],
    ) -> None:
        self.arguments: tuple[str, ...] = tuple(arguments)
        self._headers = headers
        self._schemes = schemes
        self._given = {
            setting.argument: value
            for scheme in schemes.values()
            for setting in scheme
            if isinstance(setting, Setting)
            if (value := _value(setting, arguments)) is not None
        }
        self._sources: dict[tuple[str, ...], TokenSource] = {}
        for name in schemes:
            self.access(((name,),))  # report an invalid credential before the first call

    def access(self, alternatives: Alternatives) -> Access:
        """Choose the first alternative for which all credentials are set.

        If there is none, those available for the first alternative are sent, and the server reports
        what is missing.
        """
        possible = [item for item in alternatives if all(map(self._has, item))]
        # Optional credentials are sent if they are set.
        chosen = next((item for item in possible if item), None)
        if chosen is None:
            chosen = () if possible or not alternatives else alternatives[0]
        fixed: list[Part] = []
        called: list[Part] = []
        source = None
        for item in chosen:
            name, scopes = (item, ()) if isinstance(item, str) else (item[0], item[1:])
            scheme = self._schemes[name]
            if _is_token_scheme(scheme) and scheme.fetches(self._given):
                source = self._source(name, scheme, scopes)
                continue
            for part in self._parts(scheme):
                (called if any(map(callable, part.given)) else fixed).append(part)
        missing = "" if possible or not alternatives else self._missing(alternatives)
        return Access(self._headers, fixed, tuple(called), source, missing)

    def _missing(self, alternatives: Alternatives) -> str:
        """Return how to give the credentials of the first alternative."""
        names = [item if isinstance(item, str) else item[0] for item in alternatives[0]]
        schemes = [self._schemes[name] for name in names if name in self._schemes]
        needed = [
            setting
            for scheme in schemes
            for setting in ((scheme.token,) if _is_token_scheme(scheme) else scheme)
            if isinstance(setting, Setting) and setting.argument not in self._given
        ]
        ways = [f"pass {each.argument} to it or set {each.variable}" for each in needed]
        return f"This client has no credentials: {' and '.join(ways)}." if ways else ""

    def _has(self, item: Requirement) -> bool:
        scheme = self._schemes.get(item if isinstance(item, str) else item[0])
        match scheme:
            case Bearer(token, _):
                return token.argument in self._given
            case ApiKey(key, _, _):
                return key.argument in self._given
            case Basic(username, _):
                return username.argument in self._given
            case None:
                return False
            case _:
                return scheme.token.argument in self._given or scheme.fetches(self._given)

    def _source(self, name: str, scheme: TokenScheme, scopes: tuple[str, ...]) -> TokenSource:
        key = (name, *sorted(scheme.shared(self._given, scopes)))
        if key not in self._sources:
            made = scheme.source(self._given, scopes)
            self._sources.setdefault(key, made)  # threads share the first one stored
        return self._sources[key]

    def _parts(self, scheme: Scheme) -> Iterator[Part]:
        match scheme:
            case Bearer(setting, prefix):
                yield from self._part(setting, "header", "Authorization", f"{prefix} ")
            case ApiKey(setting, place, name):
                yield from self._part(setting, place, name, "")
            case Basic(username, password):
                user = self._given.get(username.argument)
                word = self._given.get(password.argument, SecretText())
                if user is not None:
                    yield Part("header", "Authorization", (user, word), basic)
            case _:
                yield from self._part(scheme.token, "header", "Authorization", "Bearer ")

    def _part(self, setting: Setting, place: Place, name: str, prefix: str) -> Iterator[Part]:
        value = self._given.get(setting.argument)
        if value is not None:
            yield Part(place, name, (value,), partial(_prefixed, prefix))


def _is_token_scheme(scheme: Scheme) -> TypeGuard[TokenScheme]:
    return not isinstance(scheme, (Bearer, Basic, ApiKey))


def _value(setting: Setting, arguments: Mapping[str, Any]) -> Any:
    value = concealed(arguments.get(setting.argument))
    return setting.checked(concealed(os.environ.get(setting.variable)) if value is None else value)


def _prefixed(prefix: str, text: SecretText) -> SecretText | None:
    return SecretText(f"{prefix}{text}") if text else None


def _fixed(value: Credential) -> SecretText:
    return secret(None if callable(value) else value)


def _placed(
    headers: Mapping[str, bytes], secrets: Secrets, parts: Iterable[Sent]
) -> tuple[Mapping[str, bytes], Secrets]:
    sent = dict(headers)
    in_headers = secrets.in_headers
    pairs = {"query": [secrets.query], "cookie": [secrets.cookies]}
    for place, name, value in parts:
        if value is None:
            continue
        if place == "header":
            in_headers = in_headers or name.lower() != "authorization"
            sent[name] = SecretBytes(header_text(name, value))
        elif place == "query":
            pairs[place].append(SecretText(f"{quote(name, safe='')}={quote(value, safe='')}"))
        else:
            pairs[place].append(SecretText(f"{name}={quote(value, safe=_COOKIE_SAFE)}"))
    if not (len(pairs["query"]) > 1 or len(pairs["cookie"]) > 1 or in_headers):
        return sent, secrets
    return sent, Secrets(
        SecretText("&".join(filter(None, pairs["query"]))),
        SecretText("; ".join(filter(None, pairs["cookie"]))),
        in_headers or len(pairs["cookie"]) > 1 or bool(secrets.cookies),
    )
