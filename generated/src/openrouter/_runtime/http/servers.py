"""Server URLs with variables that a caller chooses (OpenAPI 3.1, section 4.8.6).

A value can't change more than its own part of the URL: neither the host around it, nor the path
that the document defines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from .wire import DOTS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_IN_AUTHORITY: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


class Variable(NamedTuple):
    """A variable of a URL.

    Attributes:
        argument: The name of the client's argument.
        default: The default; None if a value is required.
        allowed: The allowed values; empty if any text is allowed.
    """

    argument: str
    default: str | None
    allowed: tuple[str, ...] = ()


class Template(NamedTuple):
    """A URL with variables in braces."""

    url: str
    variables: Mapping[str, Variable]

    @property
    def arguments(self) -> frozenset[str]:
        """The client's arguments for the variables."""
        return frozenset(variable.argument for variable in self.variables.values())

    def filled(self, given: Mapping[str, str | None]) -> str:
        """Return the URL with its variables replaced.

        Args:
            given: The values, by the names of the client's arguments.

        Raises:
            ValueError: A value is missing, or not allowed in its place.
        """

        def fill(place: re.Match[str]) -> str:
            variable = self.variables[place[1]]
            value = given.get(variable.argument)
            if value is None:
                if variable.default is None:
                    raise ValueError(
                        f"{variable.argument} is required: it is part of the server's URL "
                        f"{self.url}."
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
    """Reject a value of a variable that the URL to be called does not have.

    Raises:
        ValueError: There is one. Variables of no server of the client belong to operations.
    """
    names = [name for name, value in given.items() if value is not None]
    if names and server_url is not None:
        raise ValueError(f"{names[0]} can't be combined with server_url, which is a complete URL.")
    chosen = next(iter(servers), "") if server is None else server
    for name in names:
        owners = [id for id, url in servers.items() if name in _arguments(url)]
        if owners and chosen not in owners:
            raise ValueError(f"{name} is not part of the URL of the server {chosen!r}.")


def _arguments(url: str | Template) -> frozenset[str]:
    return frozenset() if isinstance(url, str) else url.arguments


def _checked(variable: Variable, value: str, before: str, after: str) -> str:
    name, allowed, default = variable.argument, variable.allowed, variable.default or ""
    if allowed:
        if value not in allowed:
            known = ", ".join(map(repr, allowed))
            raise ValueError(f"{name} must be one of {known}, not {value!r}.")
        return value
    if not before:
        if after.startswith("://") and value.lower() not in {"http", "https"}:
            raise ValueError(f"{name} must be 'http' or 'https', not {value!r}.")
        return value  # otherwise the caller chooses everything up to the host
    if "/" in before.partition("://")[2] or default.startswith("/"):
        return _in_path(name, value, default)
    if not _IN_AUTHORITY.fullmatch(value):
        raise ValueError(
            f"{name} is part of a host name and may contain only letters, digits, dots, hyphens "
            f"and underscores, not {value!r}. To use another URL, pass server_url."
        )
    return value


def _in_path(name: str, value: str, default: str) -> str:
    if default.startswith("/") and value and not value.startswith("/"):
        raise ValueError(f"{name} must start with a slash, like {default!r}, not {value!r}.")
    if any(segment in DOTS for segment in value.split("/")):
        raise ValueError(f"{name} can't be {value!r}, which would change the path.")
    return quote(value, safe="/")
