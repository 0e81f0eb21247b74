"""Fetches and shares tokens, whichever way an API grants them (RFC 6749).

A token is kept until shortly before it expires. However many calls need one at the same time, one
of them fetches it and the others wait; if it fails, so do they. The requests are sent like any
other, so they are logged and masked as they are, and have the time-out and the retries of the call.
"""

from __future__ import annotations

import re
import weakref
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeVar
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

from msgspec import UNSET, UnsetType

from ..calls import Call, respond
from ..display import shortened
from ..errors import NoResponseError, ResponseError, ResponseTimeoutError, SDKError
from ..http.bodies import BODIES
from ..http.urls import origin
from ..json.decoding import TypedDecoder, UndecodableError, parse
from ..json.models import Model
from ..json.shapes import is_object
from ..masking import MASK, SecretBytes, SecretText
from ..operation import Operation
from ..values import SecretStr
from .credential_text import asked, basic, concealed_url, divided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from ..drivers import Driver
    from ..responses.reply import Reply
    from ..retries import Limits
    from ..session import Session
    from .credential_text import Credential

T = TypeVar("T")

MOST_LEEWAY: Final = 30.0
"""Seconds before its expiry at which a token is refreshed; at most a tenth of its lifetime."""

LEAST_MASKED: Final = 6
"""Characters from which a secret is masked in an answer; a shorter one is part of any words."""

FORM: Final = "application/x-www-form-urlencoded"

_TOKEN: Final = re.compile("[!-~](?:[ -~]*[!-~])?")
"""What a token may be (RFC 6749, appendix A.12), without spaces at its ends."""


class Grant(Model):
    """The server's response (RFC 6749, sections 5.1 and 5.2)."""

    access_token: SecretStr
    token_type: str | UnsetType | None = UNSET
    expires_in: float | str | UnsetType | None = UNSET
    refresh_token: SecretStr | UnsetType | None = UNSET
    scope: str | UnsetType | None = UNSET
    error: str | UnsetType | None = UNSET


class Asking(NamedTuple):
    """On whose behalf a token is fetched.

    Attributes:
        session: The session of the call.
        driver: Sends requests.
        limits: The limits of the call.
    """

    session: Session
    driver: Driver
    limits: Limits


class Discovery(Protocol):
    """Finds out what a server says about itself; see `metadata.Metadata`."""

    async def find(self, name: str, asking: Asking) -> str:
        """Return what it says under a name."""
        ...


class Granted(NamedTuple):
    """What a server grants.

    Attributes:
        token: The token.
        seconds: Its lifetime; None if it is not known.
        refresh_token: What another one can be fetched with; None if there is nothing.
        scope: The scopes of the token, if the server says them.
    """

    token: SecretText
    seconds: float | None
    refresh_token: SecretText | None
    scope: str | None


class Identity:
    """What a client authenticates with (RFC 6749, section 2.3).

    Args:
        id_: The client id.
        secret: The client secret; None for a public client, which has none.
    """

    __slots__ = ("_id", "_secret", "in_body")

    def __init__(self, id_: Credential, secret: Credential) -> None:
        self._id = id_
        self._secret = secret
        self.in_body = secret is None

    async def prove(
        self, driver: Driver, form: Mapping[str, str]
    ) -> tuple[dict[str, str], SecretBytes | None, list[SecretText]]:
        """Return a form with the identity, or the header with it, and what in these is secret."""
        id_ = await asked(driver, self._id)
        if self._secret is None:
            return {**form, "client_id": id_}, None, []
        word = await asked(driver, self._secret)
        # Both parts are form-encoded (RFC 6749, section 2.3.1).
        pair = SecretText(quote_plus(id_)), SecretText(quote_plus(word))
        encoded = basic(*pair)
        secrets = [word, pair[1], SecretText(encoded.removeprefix("Basic "))]
        if self.in_body:
            return {**form, "client_id": id_, "client_secret": word}, None, secrets
        return {**form}, SecretBytes(encoded.encode()), secrets


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
            SDKError: There is none, and the call would get none either.
        """
        error = self.error
        if error is not None and self.limits.cover(limits):
            raise _copied(error)
        return None if self.token == refused else self.token


class TokenSource:
    """Fetches and keeps a token; its kinds know how to fetch it."""

    def __init__(self) -> None:
        self._current: tuple[SecretText, float | None] | None = None
        # By process or loop: what was begun in another may never end.
        self._fetches: MutableMapping[object, _Fetch] = weakref.WeakKeyDictionary()

    async def fetch(self, asking: Asking, refused: SecretText | None) -> SecretText:
        """Fetch a token, and keep it.

        Args:
            asking: The call that needs it.
            refused: A token that the server rejected.

        Raises:
            SDKError: There is none.
        """
        raise NotImplementedError

    def patience(self, limits: Limits) -> float:
        """Return how many seconds a call waits for the token that another one fetches."""
        return limits.longest

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
        scope, patience = driver.scope(), self.patience(limits)
        while True:
            token = self.kept(session, refused)
            if token is not None:
                return token
            fetch = self._fetches.setdefault(scope, mine)
            if fetch is mine:
                break
            _refuse_circle(fetch, mine)
            if not await driver.wait(fetch.done, patience):
                raise _too_late(patience)
            token = fetch.result(limits, refused)
            if token is not None:
                return token
        try:
            mine.token = self.kept(session, refused)  # another call may have fetched it since
            if mine.token is None:
                mine.token = await self.fetch(Asking(session, driver, limits), refused)
        except SDKError as error:
            mine.error = error
            raise
        else:
            return mine.token
        finally:
            mine.end(self._fetches, scope)

    def kept(self, session: Session, refused: str | None) -> SecretText | None:
        """Return the token that is kept, if it is of use."""
        if self._current is None:
            return None
        token, ends = self._current
        if refused is not None and token == refused:
            return None
        return token if ends is None or session.clock.monotonic() < ends else None

    def keep(self, token: str, asked_at: float, seconds: float | None) -> SecretText:
        """Keep a token, and return it.

        Args:
            token: The token.
            asked_at: When its lifetime began, by the clock.
            seconds: Its lifetime; None if it is not known.
        """
        ends = None if seconds is None else asked_at + seconds - min(MOST_LEEWAY, seconds / 10)
        self._current = kept = SecretText(token), ends
        return kept[0]


async def ask(
    asking: Asking,
    url: str,
    form: Mapping[str, str],
    identity: Identity,
    read: Callable[[Reply], T],
    *,
    repeatable: bool = True,
    retries: bool = True,
) -> T:
    """Send a form to an endpoint of an authorization server, and return what it answers.

    Args:
        asking: The call that needs a token.
        url: The endpoint; may be relative to the server's URL.
        form: What to send.
        identity: The client, as which it is sent.
        read: Reads the answer.
        repeatable: Whether it may be sent once more if nobody knows whether it arrived.
        retries: Whether to retry at all.

    Raises:
        ResponseError: The server refuses.
        NoResponseError: No response was received.
    """
    session, driver, limits = asking
    address, proof = located(session, await asked(driver, url))
    words = [text for text in form.values() if isinstance(text, SecretText)]
    form, own_proof, secrets = await identity.prove(driver, form)
    secrets += [*words, *(SecretText(quote_plus(text)) for text in words)]
    proof = own_proof or proof
    operation: Operation[Grant] = Operation(
        "token",
        "POST",
        f"{address.path}?{address.query}" if address.query else address.path,
        body="value",
        content_type=FORM,
        encoder=BODIES,
        returns={"default": lambda: Grant},
        security=(),
    )
    operation.repeatable = repeatable
    call: Call[Grant, Grant] = Call(
        operation,
        {},
        SecretText(urlencode(form)),
        retries=limits.config if retries else None,
        server_url=f"{address.scheme}://{address.netloc}",
        timeout_ms=limits.timeout_ms,
        http_headers=None if proof is None else {"Authorization": SecretText(proof.decode())},
        max_retries=limits.max_retries,
        deadline_ms=limits.deadline_ms,
    )
    try:
        return read(await respond(session, driver, call, began=limits.began))
    except (ResponseError, NoResponseError) as error:
        _explain(error)
        _conceal(error, secrets)
        raise


def located(session: Session, url: str) -> tuple[Any, SecretBytes | None]:
    """Return the parts of the URL of an endpoint, and the header for its user name and password.

    A relative URL has those of the server's.
    """
    base, base_proof = divided(session.base_url)
    target, proof = divided_url(url)
    whole = urljoin(f"{base.partition('?')[0]}/", target)
    if proof is None and base_proof is not None and origin(whole) == origin(base):
        proof = base_proof
    return urlsplit(whole), proof


def divided_url(url: str) -> tuple[str, SecretBytes | None]:
    """Return a URL without its user name and password, and the header that they stand for.

    Raises:
        ValueError: The URL is invalid.
    """
    return divided(concealed_url(url))


def granted(reply: Reply) -> Granted:
    """Return what a server grants.

    Raises:
        ResponseError: It contains no token that can be sent.
    """
    grant = decoded(reply, Grant)
    token = _text(grant.access_token)
    if token is None or _TOKEN.fullmatch(token) is None:
        problem = "it contains no usable access token"
        if isinstance(grant.error, str):
            problem += f", but the error {shortened(grant.error)!r}"
        raise reply.unusable(problem)
    # A client must not use a token of a type that it does not know (RFC 6749, section 7.1).
    if isinstance(grant.token_type, str) and not grant.token_type.lower().startswith("bearer"):
        raise reply.unusable(f"the token is of the type {shortened(grant.token_type)!r}")
    scope = grant.scope if isinstance(grant.scope, str) else None
    return Granted(token, lifetime(grant.expires_in), _text(grant.refresh_token), scope)


def _text(value: object) -> SecretText | None:
    return SecretText(value) if isinstance(value, str) and value else None


def decoded(reply: Reply, type_: type[Model]) -> Any:
    """Decode a response of any shape; what is missing is `UNSET`.

    Raises:
        ResponseError: It is not JSON.
    """
    try:
        value, _ = TypedDecoder(type_).decode_leniently(reply.response.content)
    except UndecodableError as error:
        raise reply.unusable(str(error)) from None
    return value


def refusal(error: ResponseError) -> str:
    """Return the code with which an endpoint refuses (RFC 6749, section 5.2); "" if it has none."""
    code = error.data.get("error") if is_object(error.data) else None
    return code if isinstance(code, str) else ""


def lifetime(value: object) -> float | None:
    """Parse the lifetime of a token; None if it is not a valid number."""
    if isinstance(value, str):
        value = float(value) if value.isdecimal() else None
    if not isinstance(value, float | int) or isinstance(value, bool):
        return None
    try:
        seconds = float(value)
    except OverflowError:  # an integer beyond all floats
        return None
    return seconds if seconds >= 0 else None


def _explain(error: ResponseError | NoResponseError) -> None:
    """Add the server's explanation to its code, which says little by itself."""
    if not isinstance(error, ResponseError) or not is_object(error.data):
        return
    code, text = refusal(error), error.data.get("error_description")
    if code and isinstance(text, str) and text:
        error.message = shortened(f"{code}: {text}")
        error.args = (error.message,)


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


def _too_late(seconds: float) -> ResponseTimeoutError:
    return ResponseTimeoutError(
        f"No token within {seconds:g} s: another call is still waiting for it"
    )


def _copied(error: Exception) -> Exception:
    """Return an exception for another call: raising one adds to its traceback."""
    made = type(error).__new__(type(error))
    made.args = error.args
    vars(made).update(vars(error))
    made.__cause__ = error.__cause__
    return made
