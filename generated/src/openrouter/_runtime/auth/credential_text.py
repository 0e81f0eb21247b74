"""Credentials as callers pass them, wrapped from first touch so that nothing displays them.

A traceback with local variables shows each value that a function works with. So credentials are
`SecretText` from the constructor of the client on, and no exception is raised where plain text that
was made of one is still a local variable, or is kept by the original exception.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar, cast, overload
from urllib.parse import unquote

from ..arguments import expect
from ..http.urls import without_dots
from ..json.plain import HALF
from ..masking import MASK, SecretBytes, SecretText

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..drivers import Driver

Credential: TypeAlias = "str | Callable[[], str | Awaitable[str | None] | None] | None"
"""A credential as callers pass it: its value, or a function called before each request.

It may be a coroutine function if all calls are async.
"""

T = TypeVar("T")

_WITH_USERINFO: Final = r"(?is)(https?://)([^/?#]*)@(.*)"
_WITHOUT: Final = r"(?is)https?://(\[[^]]*]|[^/?#:]*)(:[0-9]*)?([/?#].*)?"

_NOT_IN_URLS: Final = re.compile(r"[\\\x00-\x20\x7f]")
"""Characters that programs read differently: `http://a\\@b` leads to `a` or to `b`."""


class SecretUrl(str):
    """A URL with a user name and a password, which are not displayed."""

    __slots__ = ()

    def __repr__(self) -> str:
        # Up to the last @, wherever it is: the password of an invalid URL is one as well.
        scheme = "".join(self.partition("://")[:2]) if self.lower().startswith("http") else ""
        return repr(f"{scheme}{MASK}{self[self.rfind('@') :]}")

    def divided(self) -> tuple[str, SecretBytes | None]:
        """Return the URL without them, and the header `Authorization` that they stand for.

        Raises:
            ValueError: The URL is invalid, or they can't be sent.
        """
        found = re.fullmatch(_WITH_USERINFO, self)
        if found is None:
            if re.fullmatch(_WITHOUT, self) is None:
                raise ValueError(f"The port of {self!r} is not a number.")
            return self, None
        username, _, password = map(SecretText, SecretText(found[2]).partition(":"))
        url = found[1] + found[3]
        del found
        if not username and not password:
            return url, None
        pair = secret(SecretText(unquote(username))), secret(SecretText(unquote(password)))
        return url, SecretBytes(basic(*pair).encode())


def concealed(value: T) -> T:
    """Return a credential that is not displayed; what is no text stays as it is."""
    return cast("T", SecretText(value)) if isinstance(value, str) else value


@overload
def concealed_url(url: str) -> str: ...
@overload
def concealed_url(url: None) -> None: ...
def concealed_url(url: str | None) -> str | None:
    """Return a URL that does not display its user name and password."""
    return SecretUrl(url) if isinstance(url, str) and "@" in url else url


def divided(url: str) -> tuple[str, SecretBytes | None]:
    """Return a URL without user name and password, and the header that these stand for, if any.

    Raises:
        ValueError: The URL is invalid, or they can't be sent.
    """
    return url.divided() if isinstance(url, SecretUrl) else (url, None)


async def asked(driver: Driver, value: Credential) -> SecretText:
    """Return a credential, calling it if it is a function; "" means none.

    Args:
        driver: Awaits the result of a coroutine function.
        value: The credential.

    Raises:
        TypeError: It is a coroutine function, which a sync call can't await, or returns no text.
        ValueError: It can't be encoded as UTF-8.
    """
    if callable(value):
        value = concealed(await driver.settle(value(), "a credential"))
        expect("What a function for a credential returns", value, str | None, "a string")
    return secret(cast("str | None", value))


def secret(value: str | None) -> SecretText:
    """Return the text of a credential; "" means none.

    Raises:
        ValueError: It can't be encoded as UTF-8. The original exception would contain it.
    """
    text = SecretText(value or "")
    if not text.isascii() and HALF.search(text):
        raise ValueError("A credential contains half of a surrogate pair and can't be sent.")
    return text


def basic(username: SecretText, password: SecretText) -> SecretText:
    """Return a user name and a password as the value of a header (RFC 7617, section 2)."""
    if ":" in username:
        raise ValueError("A user name for HTTP Basic must not contain a colon.")
    pair = SecretBytes(f"{username}:{password}".encode())
    return SecretText("Basic " + base64.b64encode(pair).decode())


def checked_url(url: str) -> str:
    """Return the URL of a server as `joined` takes it.

    Raises:
        TypeError: It is no text.
        ValueError: It has another scheme than http and https, or a fragment, which is never sent
            (RFC 9110, section 4.2.5), or something that programs read differently.
    """
    expect("server_url", url, str, "a string")
    url = concealed_url(url)
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError(f"A server's URL must start with http:// or https://, not {url!r}.")
    if _NOT_IN_URLS.search(url):
        raise ValueError(
            f"A server's URL can't have a backslash, a space or a control character: {url!r}."
        )
    if "#" in url:
        raise ValueError(f"A server's URL can't have a fragment: {url!r}.")
    if "@" in url.partition("?")[2]:
        raise ValueError(f"The @ behind the ? of a server's URL must be written as %40: {url!r}.")
    address, _, query = map(SecretText, SecretText(url).partition("?"))
    address = SecretText(without_dots(address).rstrip("/"))
    return concealed_url(f"{address}?{query}" if query else str(address))
