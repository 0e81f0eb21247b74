"""Time-outs of the steps of a request: connecting, reads and writes."""

from __future__ import annotations

from typing import Any, Final, NamedTuple, cast

__all__ = ["Timeout"]

DEFAULT_TIMEOUT: Final = 60.0
"""Seconds to wait for a connection, and for each read and write."""

LONGEST_TIMEOUT: Final = 2**31 - 1
"""Milliseconds; operating systems wait no longer at a time, and this is 24 days."""


class Timeout(NamedTuple):
    """Time-outs of the steps of a request, in milliseconds.

    One that is None is the client's; for the client itself, 60,000.

    Attributes:
        connect: Time to wait for a connection.
        read: Time to wait for each read.
        write: Time to wait for each write.

    Example:
        `Timeout(connect=5_000)`
    """

    connect: float | None = None
    read: float | None = None
    write: float | None = None


class Steps(NamedTuple):
    """Time-outs of the steps of a request, in seconds.

    Attributes:
        connect: Time to wait for a connection.
        read: Time to wait for each read.
        write: Time to wait for each write.
    """

    connect: float = DEFAULT_TIMEOUT
    read: float = DEFAULT_TIMEOUT
    write: float = DEFAULT_TIMEOUT


def steps(given: Any, others: Steps | None) -> Steps:
    """Return what a caller passed as `timeout_ms`, in seconds.

    Args:
        given: A `Timeout`, or a number for all steps.
        others: The time-outs that a `Timeout` leaves out.

    Raises:
        ValueError: A time-out is not a positive number, or too large.
    """
    if not isinstance(given, Timeout):
        return Steps(*[checked_ms("timeout_ms", given) / 1000] * 3)
    rest = others or Steps()
    return Steps(
        *(
            default if value is None else checked_ms(f"timeout_ms.{name}", value) / 1000
            for name, value, default in zip(Timeout._fields, given, rest, strict=True)
        )
    )


def checked_ms(name: str, milliseconds: Any) -> int:
    """Return a number of milliseconds.

    Raises:
        ValueError: It is not a positive number, or too large.
    """
    is_number = isinstance(milliseconds, int | float) and not isinstance(milliseconds, bool)
    if not is_number or not 0 < milliseconds <= LONGEST_TIMEOUT:
        raise ValueError(
            f"{name} must be positive and at most {LONGEST_TIMEOUT:,}, not {milliseconds!r}."
        )
    return cast("int", milliseconds)
