"""Tokens fetched with client credentials (RFC 6749, section 4.4).

A token is kept until shortly before it expires. However many calls need one at the same time, one
of them fetches it and the others wait; if it fails, so do they. The request is sent like any other,
so it is logged and masked as they are, and it has the time-out and the retries of the call.
"""

from __future__ import annotations

import re
import weakref
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

from msgspec import UNSET, UnsetType

from ..calls import Call, respond
from ..display import shortened
from ..errors import NoResponseError, ResponseError, ResponseTimeoutError
from ..http.bodies import BODIES
from ..json.decoding import TypedDecoder, UndecodableError, parse
from ..json.models import Model
from ..masking import MASK, SecretBytes, SecretText
from ..operation import Operation
from ..values import SecretStr
from .credential_text import asked, basic, concealed_url, divided

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from ..drivers import Driver
    from ..responses.reply import Reply
    from ..retries import Limits
    from ..session import Session
    from .credential_text import Credential
    from .credentials import Setting

MOST_LEEWAY: Final = 30.0
"""Seconds before its expiry at which a token is refreshed; at most a tenth of its lifetime."""

REFUSALS: Final = frozenset({400, 401})
"""Statuses of servers that want the credentials in the body (RFC 6749, 2.3.1 and 5.2)."""


LEAST_MASKED: Final = 6
"""Characters from which a secret is masked in an answer; a shorter one is part of any words."""

FORM: Final = "application/x-www-form-urlencoded"

_TOKEN: Final = re.compile("[!-~](?:[ -~]*[!-~])?")
"""What a token may be (RFC 6749, appendix A.12), without spaces at its ends."""


class ClientCredentials(NamedTuple):
    """A token fetched from `url` (RFC 6749, 4.4), or passed like that of `Bearer`."""

    token: Setting
    client_id: Setting
    client_secret: Setting
    token_url: Setting
    url: str

    def fetches(self, given: Mapping[str, Credential]) -> bool:
        """Return whether the credentials to fetch a token with are given, but no token."""
        return (
            self.token.argument not in given
            and self.client_id.argument in given
            and self.client_secret.argument in given
        )

    def source(self, given: Mapping[str, Credential], scopes: tuple[str, ...]) -> TokenSource:
        """Return what fetches the token.

        Args:
            given: The credentials, by the names of the client's arguments.
            scopes: The requested scopes.
        """
        return TokenSource(
            self.url,
            given.get(self.token_url.argument),
            given[self.client_id.argument],
            given[self.client_secret.argument],
            " ".join(scopes),
        )


class Grant(Model):
    """The server's response (RFC 6749, sections 5.1 and 5.2)."""

    access_token: SecretStr
    expires_in: float | str | UnsetType | None = UNSET
    error: str | UnsetType | None = UNSET


class _Fetch:
    """A request for a token, which one call sends and others wait for.

    Attributes:
        limits: The limits of the call that sends it.
        owner: The thread or the task of that call.
        done: Set when it has ended.
        token: The token; None if there is none.
        error: Why there is none; None if only that call itself was ended.
    """

    __slots__ = ("done", "error", "limits", "owner", "token")

    def __init__(self, limits: Limits, owner: object, done: Any) -> None:
        self.limits = limits
        self.owner = owner
        self.done = done
        self.token: SecretText | None = None
        self.error: Exception | None = None

    def end(self, fetches: MutableMapping[Any, _Fetch], key: object) -> None:
        """Let those who wait go on."""
        fetches.pop(key, None)
        self.done.set()

    def result(self, limits: Limits, refused: str | None) -> SecretText | None:
        """Return the token for a call that has waited; None if it must ask for one itself.

        Raises:
            ResponseError: The server refused, or sent no token.
            NoResponseError: No response was received.
        """
        error = self.error
        if error is not None and self.limits.cover(limits):
            raise _copied(error)
        return None if self.token == refused else self.token


class TokenSource:
    """Fetches and keeps the token for one set of scopes.

    Args:
        url: The token endpoint of the document; may be relative to the server's URL.
        given_url: Another one, chosen by the caller.
        client_id: The client id.
        client_secret: The client secret.
        scopes: The requested scopes, separated by spaces; "" leaves them to the server.
    """

    def __init__(
        self,
        url: str,
        given_url: Credential,
        client_id: Credential,
        client_secret: Credential,
        scopes: str,
    ) -> None:
        if given_url is not None and not callable(given_url):
            _divided(given_url)  # report an invalid one before the first call
        self._url = url
        self._given_url = given_url
        self._client_id = client_id
        self._client_secret = client_secret
        self._scopes = scopes
        self._current: tuple[SecretText, float | None] | None = None
        self._in_body = False
        # By process or loop: what was begun in another may never end.
        self._fetches: MutableMapping[object, _Fetch] = weakref.WeakKeyDictionary()

    async def token(
        self,
        session: Session,
        driver: Driver,
        limits: Limits,
        *,
        refused: SecretText | None = None,
    ) -> SecretText:
        """Return a token, fetching one if there is none.

        Args:
            session: The session of the request.
            driver: Sends the request.
            limits: The limits of the call that needs it.
            refused: A token that the server rejected, which is replaced.

        Raises:
            ResponseError: The server refuses, or sends no token.
            NoResponseError: No response was received, or not by another call in the time that this
                call has for it.
        """
        mine = _Fetch(limits, driver.owner(), driver.event())
        scope = driver.scope()
        while True:
            token = self._kept(session, refused)
            if token is not None:
                return token
            fetch = self._fetches.setdefault(scope, mine)
            if fetch is mine:
                break
            _refuse_circle(fetch, mine)
            if not await driver.wait(fetch.done, limits.longest):
                raise _too_late(limits)
            token = fetch.result(limits, refused)
            if token is not None:
                return token
        try:
            mine.token = self._kept(session, refused)  # another call may have fetched it since
            while mine.token is None:
                asked_at = session.clock.monotonic()
                call, secrets = await self._request(session, driver, limits)
                try:
                    reply = await respond(session, driver, call, began=limits.began)
                    mine.token = self._keep(reply, asked_at)
                except (ResponseError, NoResponseError) as error:
                    _conceal(error, secrets)
                    if not self._other_way(error):
                        mine.error = error
                        raise
            return mine.token
        finally:
            mine.end(self._fetches, scope)

    def _kept(self, session: Session, refused: str | None) -> SecretText | None:
        if self._current is None:
            return None
        token, ends = self._current
        if refused is not None and token == refused:
            return None
        return token if ends is None or session.clock.monotonic() < ends else None

    def _keep(self, reply: Reply, asked_at: float) -> SecretText:
        """Keep the token of a response, unless it is none.

        Raises:
            ResponseError: It contains no token that can be sent.
        """
        grant: Any = _granted(reply)
        token = grant.access_token
        if not isinstance(token, str) or _TOKEN.fullmatch(token) is None:
            del token
            problem = "it contains no usable access token"
            if isinstance(grant.error, str):
                problem += f", but the error {shortened(grant.error)!r}"
            raise reply.unusable(problem)
        seconds = _seconds(grant.expires_in)
        ends = None if seconds is None else asked_at + seconds - min(MOST_LEEWAY, seconds / 10)
        self._current = kept = SecretText(token), ends
        return kept[0]

    async def _request(
        self, session: Session, driver: Driver, limits: Limits
    ) -> tuple[Call[Grant, Grant], list[SecretText]]:
        """Return the request for a token, and what in it is secret."""
        base, proof = divided(session.base_url)
        token_url, own_proof = _divided(await asked(driver, self._given_url) or self._url)
        proof = proof if own_proof is None else own_proof
        url = urlsplit(urljoin(f"{base.partition('?')[0]}/", token_url))
        id_ = await asked(driver, self._client_id)
        word = await asked(driver, self._client_secret)
        form: dict[str, str] = {"grant_type": "client_credentials"}
        if self._scopes:
            form["scope"] = self._scopes
        # Both parts are form-encoded (RFC 6749, section 2.3.1).
        pair = SecretText(quote_plus(id_)), SecretText(quote_plus(word))
        encoded = basic(*pair)
        secrets = [word, pair[1], SecretText(encoded.removeprefix("Basic "))]
        if self._in_body:
            form |= {"client_id": id_, "client_secret": word}
        else:
            proof = SecretBytes(encoded.encode())
        operation: Operation[Grant] = Operation(
            "token",
            "POST",
            f"{url.path}?{url.query}" if url.query else url.path,
            body="value",
            content_type=FORM,
            encoder=BODIES,
            returns={"default": lambda: Grant},
            security=(),
        )
        operation.repeatable = True  # fetching a second token is harmless
        call: Call[Grant, Grant] = Call(
            operation,
            {},
            SecretText(urlencode(form)),
            retries=limits.config,
            server_url=f"{url.scheme}://{url.netloc}",
            timeout_ms=limits.timeout_ms,
            http_headers=None if proof is None else {"Authorization": SecretText(proof.decode())},
            max_retries=limits.max_retries,
            deadline_ms=limits.deadline_ms,
        )
        return call, secrets

    def _other_way(self, error: Exception) -> bool:
        """Return whether to send the credentials in the body: not all servers accept the header."""
        is_first = not self._in_body
        self._in_body = is_first and getattr(error, "status_code", None) in REFUSALS
        return self._in_body


def _divided(url: str) -> tuple[str, SecretBytes | None]:
    return divided(concealed_url(url))


def _granted(reply: Reply) -> Grant:
    """Decode a response of any shape; what is missing is `UNSET`."""
    try:
        grant, _ = TypedDecoder(Grant).decode_leniently(reply.response.content)
    except UndecodableError as error:
        raise reply.unusable(str(error)) from None
    return cast("Grant", grant)


def _conceal(error: ResponseError | NoResponseError, secrets: list[SecretText]) -> None:
    """Mask the secrets of a request in its error: some servers repeat it in their answer."""
    for text in secrets:
        if len(text) < LEAST_MASKED:
            continue
        error.message = error.message.replace(text, MASK)
        error.args = (error.message,)
        if isinstance(error, ResponseError) and text in error.body:
            error.body = error.body.replace(text, MASK)
            if error.data is not None:
                error.data = parse(error.body.encode())


def _refuse_circle(fetch: _Fetch, mine: _Fetch) -> None:
    """Reject a call that a request for a token waits for, and that waits for the token itself."""
    if fetch.owner == mine.owner:
        raise RuntimeError(
            "A hook or a credential function of the token request calls an operation that needs "
            "the token."
        )


def _too_late(limits: Limits) -> ResponseTimeoutError:
    return ResponseTimeoutError(
        f"No token within {limits.longest:g} s: another call is still waiting for it"
    )


def _copied(error: Exception) -> Exception:
    """Return an exception for another call: raising one adds to its traceback."""
    made = type(error).__new__(type(error))
    made.args = error.args
    vars(made).update(vars(error))
    made.__cause__ = error.__cause__
    return made


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
