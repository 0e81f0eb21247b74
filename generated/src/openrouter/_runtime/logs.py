"""Log lines for requests and responses, without secrets."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any, Final, Protocol

from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

SHOWN_HEADERS: Final = frozenset(
    {"accept", "content-type", "content-length", "retry-after", "user-agent", "x-request-id"}
)
"""Headers whose values are logged; of all others, only the name is."""

LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}
"""Levels by the values of the environment variable."""

MOST_WARNINGS: Final = 1000
"""Maximum number of places that a client warns about; a recursive type has no end of them."""


class Logger(Protocol):
    """Interface of a `debug_logger`; `logging.Logger` has it."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log a line."""


class Log:
    """The log of one client.

    Args:
        name: Name of the standard library's logger that is the default.
        logger: Another logger to use instead.
        variable: The environment variable that turns the standard library's logger on.

    Raises:
        TypeError: There is no `debug` in the logger.
        ValueError: The variable names no level.
    """

    __slots__ = ("_is_enabled", "_logger", "_warned", "standard")

    def __init__(self, name: str, logger: Logger | None, variable: str = "") -> None:
        self.standard = logging.getLogger(name)
        if level := os.environ.get(variable):
            _turn_on(self.standard, level, variable)
        if logger is not None and not callable(getattr(logger, "debug", None)):
            kind = type(logger).__name__
            raise TypeError(f"debug_logger must be a logger, with a method debug, not {kind}.")
        self._logger: Logger = self.standard if logger is None else logger
        self._is_enabled = getattr(self._logger, "isEnabledFor", None)
        self._warned: set[tuple[str, str]] = set()

    @property
    def enabled(self) -> bool:
        """Whether requests and responses are logged; nothing is formatted otherwise."""
        return self._is_enabled is None or bool(self._is_enabled(logging.DEBUG))

    @property
    def tells_retries(self) -> bool:
        """Whether retries are logged."""
        return self._is_enabled is None or bool(self._is_enabled(logging.INFO))

    def request(self, operation: object, request: httpx2.Request) -> None:
        """Log that a request is sent."""
        place, headers = _place(str(request.url)), _masked(request.headers.items())
        self._logger.debug("%s: sending to %s; headers %s", operation, place, headers)

    def response(self, operation: object, response: httpx2.Response, seconds: float) -> None:
        """Log that a response was received."""
        status, headers = response.status_code, _masked(response.headers.items())
        self._logger.debug(
            "%s: status %d in %.0f ms; headers %s", operation, status, seconds * 1000, headers
        )

    def retry(self, operation: object, reason: str, wait: float, attempt: int) -> None:
        """Log that the request will be retried: at level INFO, if the logger has it."""
        tell = getattr(self._logger, "info", self._logger.debug)
        tell("%s: %s; try %d in %.2f s", operation, reason, attempt, wait)

    def drift(self, operation: object, place: str, problem: str, what: str = "response") -> None:
        """Warn once for each operation and place that a response does not match the document."""
        key = (f"{operation}: {what}", place)
        if key not in self._warned and len(self._warned) < MOST_WARNINGS:
            self._warned.add(key)
            self.standard.warning(
                "%s: the %s is not what this SDK was made for, at %s: %s. It is kept as it came; "
                "a newer version of the SDK may know it.",
                operation,
                what,
                place,
                problem,
            )


def _masked(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: value if name.lower() in SHOWN_HEADERS else MASK for name, value in headers}


def _place(url: str) -> str:
    """Return where a request goes, without a query or a password, which may be secret."""
    scheme, mark, rest = url.partition("?")[0].partition("#")[0].partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{mark}{authority.rpartition('@')[2]}{slash}{path}"


def _turn_on(logger: logging.Logger, level: str, variable: str) -> None:
    """Log from a level on, to stderr unless the program has set up logging."""
    if level.lower() not in LEVELS:
        raise ValueError(f'{variable} must be "debug" or "info", not {level!r}.')
    logger.setLevel(LEVELS[level.lower()])
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
