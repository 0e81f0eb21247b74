"""Logins with a code that a person enters on another device (RFC 8628)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from msgspec import UNSET, UnsetType

from ..errors import NoResponseError, ResponseError, ResponseTimeoutError
from ..json.models import Model
from ..masking import SecretText
from ..values import SecretStr
from .logins import Login
from .tokens import decoded, granted, lifetime, refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from ..responses.reply import Reply
    from .logins import Place, TokenStore
    from .tokens import Granted

GRANT_TYPE: Final = "urn:ietf:params:oauth:grant-type:device_code"
INTERVAL: Final = 5.0
"""Seconds between two questions, if the server does not say (section 3.2)."""
SLOW_DOWN: Final = 5.0
"""Seconds by which these become more, if it says so (section 3.5)."""
LEAST_INTERVAL: Final = 1.0
"""Seconds between two questions, whatever the server says."""

TOO_MANY: Final = 429
BROKEN: Final = 500

_URL: Final = re.compile(r"https?://[!-~]+", re.IGNORECASE)


class DeviceCode(NamedTuple):
    """What to tell a person who logs in (RFC 8628, section 3.3).

    Attributes:
        user_code: The code to enter.
        verification_uri: The address of the page to enter it at.
        verification_uri_complete: The same with the code in it, for QR codes; None if the server
            has none.
        expires_in: Seconds for which the code can be entered.
    """

    user_code: str
    verification_uri: str
    verification_uri_complete: str | None
    expires_in: float


class _Answer(Model):
    """The server's response (RFC 8628, section 3.2); one of the largest calls a URI a URL."""

    device_code: SecretStr
    user_code: str
    verification_uri: str | UnsetType | None = UNSET
    verification_url: str | UnsetType | None = UNSET
    verification_uri_complete: str | UnsetType | None = UNSET
    expires_in: float | str | UnsetType | None = UNSET
    interval: float | str | UnsetType | None = UNSET


class DeviceLogin(Login):
    """A login with a code that a person enters on another device (RFC 8628).

    The call that needs the token shows the code, and waits until the person has entered it.

    Args:
        client_id: The id that the authorization server gave the program.
        prompt: Shows a person the code, and where to enter it. It must not wait for the person. For
            async calls it may be a coroutine function.
        client_secret: The program's secret; those that people install have none.
        scopes: The scopes to ask for; None for those that the operations of the API require.
        store: Where to keep the token; None to keep it in memory.
    """

    flow: ClassVar[str] = "device"

    def __init__(
        self,
        client_id: str,
        prompt: Callable[[DeviceCode], Awaitable[None] | None],
        *,
        client_secret: str | Callable[[], str | Awaitable[str | None] | None] | None = None,
        scopes: Sequence[str] | None = None,
        store: TokenStore | None = None,
    ) -> None:
        super().__init__(client_id, client_secret=client_secret, scopes=scopes, store=store)
        self._prompt = prompt

    async def grant(self, place: Place) -> Granted:
        """See `Login.grant`."""
        asking = place.asking
        url = await place.url(place.endpoints.authorization, "device_authorization_endpoint")
        token_url = await place.token_url()
        asked_at = asking.session.clock.monotonic()
        secret, code, interval = await self.ask(place, url, self.requested(place), _begun)
        ends = asked_at + code.expires_in
        await asking.driver.settle(self._prompt(code), "what shows a code")
        form = {"grant_type": GRANT_TYPE, "device_code": secret}
        return await self._polled(place, token_url, form, interval, ends)

    async def _polled(
        self, place: Place, url: str, form: dict[str, str], interval: float, ends: float
    ) -> Granted:
        """Ask for the token until the person has decided (section 3.5).

        Raises:
            ResponseError: The person refused, or the server did.
            ResponseTimeoutError: The code, or the time of the call, has expired before.
        """
        session, driver, limits = place.asking
        clock = session.clock
        is_late = False
        if limits.deadline_ms is not None:
            deadline = limits.began + limits.deadline_ms / 1000
            is_late, ends = deadline < ends, min(deadline, ends)
        while clock.monotonic() + interval < ends:
            await driver.sleep(clock, interval)
            try:
                return await self.ask(place, url, form, granted, is_poll=True)
            except NoResponseError:
                if session.pools.is_closed():
                    raise
                interval *= 2
            except ResponseError as error:
                match refusal(error):
                    case "authorization_pending":
                        continue
                    case "slow_down":
                        interval += SLOW_DOWN
                    case _ if error.status_code == TOO_MANY or error.status_code >= BROKEN:
                        interval *= 2
                    case _:
                        raise
        if is_late:
            raise ResponseTimeoutError(
                "Nobody logged in: the time of the call (deadline_ms) is over"
            )
        raise ResponseTimeoutError("Nobody logged in: the code has expired")


def _begun(reply: Reply) -> tuple[SecretText, DeviceCode, float]:
    """Return the secret of a login, what to show, and the seconds between two questions.

    Raises:
        ResponseError: Something is missing, or can't be shown.
    """
    answer: Any = decoded(reply, _Answer)
    uri = answer.verification_uri or answer.verification_url
    complete = answer.verification_uri_complete
    seconds, interval = lifetime(answer.expires_in), lifetime(answer.interval)
    if not isinstance(answer.device_code, str) or not answer.device_code:
        raise reply.unusable("it contains no device_code")
    shown = answer.user_code
    if not isinstance(shown, str) or not shown or not shown.isprintable():  # on a terminal
        raise reply.unusable("it contains no user_code that can be shown")
    if not _is_url(uri):
        raise reply.unusable("it contains no verification_uri that can be opened")
    if seconds is None:
        raise reply.unusable("it does not say when the code expires (expires_in)")
    code = DeviceCode(shown, uri, complete if _is_url(complete) else None, seconds)
    secret = SecretText(answer.device_code)
    return secret, code, max(INTERVAL if interval is None else interval, LEAST_INTERVAL)


def _is_url(value: object) -> bool:
    return isinstance(value, str) and _URL.fullmatch(value) is not None
