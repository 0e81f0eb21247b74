"""What is written to the log: what was asked for and what came back, and no secret."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, Protocol

from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN_HEADERS: Final = frozenset(
    {"accept", "content-type", "content-length", "retry-after", "user-agent", "x-request-id"}
)
"""Headers whose values are no secret; of all others only the name is written."""


MOST_WARNINGS: Final = 1000
"""How many places a client warns of: a type that contains itself has no end of them."""


class Logger(Protocol):
    """What a `debug_logger` must have: `logging.Logger` has it."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Write a line."""


class Log:
    """The log of one client.

    Args:
        name: The name of the standard library's logger that is used if none is given.
        logger: Another logger to write to.
    """

    __slots__ = ("_is_enabled", "_logger", "_warned", "standard")

    def __init__(self, name: str, logger: Logger | None) -> None:
        self.standard = logging.getLogger(name)
        self._logger: Logger = self.standard if logger is None else logger
        self._is_enabled = getattr(self._logger, "isEnabledFor", None)
        self._warned: set[tuple[str, str]] = set()

    @property
    def enabled(self) -> bool:
        """Whether lines at level DEBUG go anywhere. Nothing is formatted if they don't."""
        return self._is_enabled is None or bool(self._is_enabled(logging.DEBUG))

    def request(self, operation: object, headers: Iterable[tuple[str, str]]) -> None:
        """Write that a request is sent."""
        self._logger.debug("%s: sending; headers %s", operation, _masked(headers))

    def response(self, operation: object, status: int, headers: Iterable[tuple[str, str]]) -> None:
        """Write that a response came."""
        self._logger.debug("%s: status %d; headers %s", operation, status, _masked(headers))

    def retry(self, operation: object, reason: str, wait: float, attempt: int) -> None:
        """Write that there will be another try."""
        self._logger.debug("%s: %s; try %d in %.2f s", operation, reason, attempt, wait)

    def drift(self, operation: object, place: str, problem: str, what: str = "response") -> None:
        """Warn that what came is not what the document says: once for each operation and place."""
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
