"""Servers whose URL has parts that a caller chooses (OpenAPI 3.1, section 4.8.6).

A value can fill its part, and no more: it leads to no other host, and to no other path than the
document provides for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from .operation import DOTS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_IN_AUTHORITY: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


class Variable(NamedTuple):
    """One part of a URL.

    Attributes:
        argument: What the client calls it.
        default: What it is if it is left out; None: it can't be.
        allowed: All that it may be; empty: any text.
    """

    argument: str
    default: str | None
    allowed: tuple[str, ...] = ()


class Template(NamedTuple):
    """A URL with parts in braces, and what these are."""

    url: str
    variables: Mapping[str, Variable]

    @property
    def arguments(self) -> frozenset[str]:
        """What the client calls the parts."""
        return frozenset(variable.argument for variable in self.variables.values())

    def filled(self, given: Mapping[str, str | None]) -> str:
        """Give the URL.

        Args:
            given: The values of the parts, by the names of the client's arguments.

        Raises:
            ValueError: If a value is missing, or can't stand where it belongs.
        """

        def fill(place: re.Match[str]) -> str:
            variable = self.variables[place[1]]
            value = given.get(variable.argument)
            if value is None:
                if variable.default is None:
                    raise ValueError(
                        f"{variable.argument} is part of the server's URL, {self.url}, so it must "
                        "be given."
                    )
                return variable.default
            return _checked(variable, value, self.url[: place.start()], self.url[place.end() :])

        return _PLACE.sub(fill, self.url)


def refuse_useless(
    given: Mapping[str, str | None],
    servers: Mapping[str, str | Template],
    server: str | None,
    server_url: str | None,
) -> None:
    """Refuse a part that would change nothing, since the URL that is called has no such part.

    Raises:
        ValueError: If there is one. Parts that no server of the client has are those of operations.
    """
    names = [name for name, value in given.items() if value is not None]
    if names and server_url is not None:
        raise ValueError(f"server_url is a whole URL, so {names[0]} can't be given with it.")
    chosen = next(iter(servers), "") if server is None else server
    for name in names:
        owners = [id for id, url in servers.items() if name in _arguments(url)]
        if owners and chosen not in owners:
            raise ValueError(f"{name} is no part of the URL of the server {chosen!r}.")


def _arguments(url: str | Template) -> frozenset[str]:
    return frozenset() if isinstance(url, str) else url.arguments


def _checked(variable: Variable, value: str, before: str, after: str) -> str:
    name, allowed, default = variable.argument, variable.allowed, variable.default or ""
    if allowed:
        if value not in allowed:
            known = ", ".join(map(repr, allowed))
            raise ValueError(f"{name} is one of {known}, and not {value!r}.")
        return value
    if not before:
        if after.startswith("://") and value.lower() not in {"http", "https"}:
            raise ValueError(f"{name} is 'http' or 'https', and not {value!r}.")
        return value  # or else all that leads to the host is the caller's to say
    if "/" in before.partition("://")[2] or default.startswith("/"):
        return _in_path(name, value, default)
    if not _IN_AUTHORITY.fullmatch(value):
        raise ValueError(
            f"{name} is part of a host, so it is made of letters, digits, dots, hyphens and "
            f"underscores, and {value!r} is not. Another URL can be given as server_url."
        )
    return value


def _in_path(name: str, value: str, default: str) -> str:
    if default.startswith("/") and value and not value.startswith("/"):
        raise ValueError(f"{name} starts with a slash, as {default!r} does; {value!r} doesn't.")
    if any(segment in DOTS for segment in value.split("/")):
        raise ValueError(f"{name} can't be {value!r}: it would name another path.")
    return quote(value, safe="/")
