"""Log lines for requests and responses, without secrets."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, Protocol

from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN_HEADERS: Final = frozenset(
    {"accept", "content-type", "content-length", "retry-after", "user-agent", "x-request-id"}
)
"""Headers whose values are logged; of all others, only the name is."""


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
    """

    __slots__ = ("_is_enabled", "_logger", "_warned", "standard")

    def __init__(self, name: str, logger: Logger | None) -> None:
        self.standard = logging.getLogger(name)
        self._logger: Logger = self.standard if logger is None else logger
        self._is_enabled = getattr(self._logger, "isEnabledFor", None)
        self._warned: set[tuple[str, str]] = set()

    @property
    def enabled(self) -> bool:
        """Whether level DEBUG is enabled; nothing is formatted otherwise."""
        return self._is_enabled is None or bool(self._is_enabled(logging.DEBUG))

    def request(self, operation: object, headers: Iterable[tuple[str, str]]) -> None:
        """Log that a request is sent."""
        self._logger.debug("%s: sending; headers %s", operation, _masked(headers))

    def response(self, operation: object, status: int, headers: Iterable[tuple[str, str]]) -> None:
        """Log that a response was received."""
        self._logger.debug("%s: status %d; headers %s", operation, status, _masked(headers))

    def retry(self, operation: object, reason: str, wait: float, attempt: int) -> None:
        """Log that the request will be retried."""
        self._logger.debug("%s: %s; try %d in %.2f s", operation, reason, attempt, wait)

    def drift(self, operation: object, place: str, problem: str, what: str = "response") -> None:
        """Warn once for each operation and place that a response does not match the document."""
        key = (str(operation), place)
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
