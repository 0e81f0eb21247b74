"""When a call is tried again, and how long to wait before that.

Decisions only: nothing here sends, and nothing sleeps.
"""

from __future__ import annotations

import math
import random
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
"""Sending one of these twice does what sending it once does (RFC 9110, section 9.2.2)."""

TOO_MANY_REQUESTS: Final = 429
SERVICE_UNAVAILABLE: Final = 503

LONGEST_NAP: Final = 0.1
"""Seconds; so soon does a wait end when the client is closed."""

_STATUS: Final = re.compile("[1-5]([0-9]{2}|[Xx]{2})")


class BackoffStrategy:
    """How the time between two tries grows.

    The wait before try *n* is a random part of `initial_interval * exponent ** (n - 1)`, of
    `max_interval` at the most. A server that says how long to wait (`Retry-After`,
    `retry-after-ms`) is obeyed if that fits into `max_elapsed_time`; else the call ends at once.

    Args:
        initial_interval: The longest first wait, in milliseconds.
        max_interval: The longest wait, in milliseconds.
        exponent: How much longer each wait may be than the one before.
        max_elapsed_time: No try starts later than this after the first, in milliseconds.
        jitter_ms: If given, waits are not a random part of the interval, but the interval and up
            to this many milliseconds more.

    Raises:
        ValueError: If a number is negative.
    """

    def __init__(
        self,
        initial_interval: int,
        max_interval: int,
        exponent: float,
        max_elapsed_time: int,
        jitter_ms: int | None = None,
    ) -> None:
        for name, value in (
            ("initial_interval", initial_interval),
            ("max_interval", max_interval),
            ("exponent", exponent),
            ("max_elapsed_time", max_elapsed_time),
            ("jitter_ms", jitter_ms or 0),
        ):
            if value < 0:
                raise ValueError(f"{name} must not be negative, but is {value}.")
        self.initial_interval = initial_interval
        self.max_interval = max_interval
        self.exponent = exponent
        self.max_elapsed_time = max_elapsed_time
        self.jitter_ms = jitter_ms

    def __repr__(self) -> str:
        return (
            f"BackoffStrategy(initial_interval={self.initial_interval}, "
            f"max_interval={self.max_interval}, exponent={self.exponent}, "
            f"max_elapsed_time={self.max_elapsed_time}, jitter_ms={self.jitter_ms})"
        )

    def interval(self, retry: int, clock: Clock) -> float:
        """Say how many seconds to wait before the given retry (the first is 0)."""
        # A float can't hold 1.5 ** 2000; the longest wait is reached long before.
        longest = min(self.initial_interval * self.exponent ** min(retry, 64), self.max_interval)
        if self.jitter_ms is None:
            return clock.between(0, longest) / 1000
        return min(longest + clock.between(0, self.jitter_ms), self.max_interval) / 1000


class RetryConfig:
    """When a call is tried again.

    Calls that change nothing when they are repeated (GET, PUT, DELETE) are tried again after a
    connection error, a time-out or one of the status codes. A POST or a PATCH is only tried again
    where the server can't have acted on it: the request was never sent, or was refused with 429,
    or with 503 and `Retry-After`. `retry_unsafe` lifts that restriction, at the risk of doing the
    thing twice.

    Args:
        strategy: `"backoff"`, or `"none"` to try once only.
        backoff: How long to wait between tries.
        retry_connection_errors: Whether to try again when no response came.
        status_codes_override: The status codes to try again on, such as `["429", "5XX"]`, instead
            of the operation's own.
        retry_unsafe: Whether POST and PATCH are treated like GET. Only for operations that you
            know to be repeatable.

    Raises:
        ValueError: If the strategy or a status code is not a known one.

    Example:
        `RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30000), True)`
    """

    def __init__(
        self,
        strategy: Literal["none", "backoff"],
        backoff: BackoffStrategy,
        retry_connection_errors: bool,  # noqa: FBT001 - the official SDK's signature
        status_codes_override: Sequence[str] | None = None,
        *,
        retry_unsafe: bool = False,
    ) -> None:
        if strategy not in {"none", "backoff"}:
            raise ValueError(f'strategy must be "none" or "backoff", but is {strategy!r}.')
        self.strategy = strategy
        self.backoff = backoff
        self.retry_connection_errors = retry_connection_errors
        self.status_codes_override = status_codes_override
        self.retry_unsafe = retry_unsafe
        self._codes = None if not status_codes_override else _expand(status_codes_override)

    def __repr__(self) -> str:
        return (
            f"RetryConfig({self.strategy!r}, {self.backoff!r}, {self.retry_connection_errors}, "
            f"{self.status_codes_override!r}, retry_unsafe={self.retry_unsafe})"
        )

    def retries_status(self, status: int, operation_codes: frozenset[int]) -> bool:
        """Say whether a response with this status is worth another try."""
        return status in (operation_codes if self._codes is None else self._codes)


class Policy:
    """What the document says about retries: a configuration, and the status codes it is for.

    Args:
        config: The configuration that holds unless the caller gives another.
        status_codes: Status codes or ranges, such as `("429", "5XX")`.
    """

    __slots__ = ("codes", "config")

    def __init__(self, config: RetryConfig, status_codes: Iterable[str]) -> None:
        self.config = config
        self.codes = _expand(status_codes)


def _expand(patterns: Iterable[str]) -> frozenset[int]:
    codes: set[int] = set()
    for pattern in patterns:
        if not _STATUS.fullmatch(str(pattern)):
            raise ValueError(f'A status code is like "429" or "5XX", but this is {pattern!r}.')
        first = int(str(pattern).upper().replace("X", "0"))
        codes.update(range(first, first + (1 if str(pattern).isdecimal() else 100)))
    return frozenset(codes)


class Clock:
    """Time and chance, so that tests can bring their own.

    Args:
        stopped: Says whether to wait no longer.
    """

    __slots__ = ("_stopped",)

    def __init__(self, stopped: Callable[[], bool] = bool) -> None:
        self._stopped = stopped

    def between(self, least: float, most: float) -> float:
        """A random number."""
        return random.uniform(least, most)  # nosec B311  # noqa: S311 - jitter, not a secret

    def monotonic(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()

    def now(self) -> datetime:
        """The current date and time."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait, until there is nothing to wait for any more."""
        end = time.monotonic() + seconds
        while not self._stopped() and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, LONGEST_NAP))

    async def sleep_async(self, seconds: float) -> None:
        """Wait without blocking the event loop."""
        import asyncio

        end = time.monotonic() + seconds
        # An event would belong to one loop, and any thread may stop the wait.
        while not self._stopped() and (left := end - time.monotonic()) > 0:  # noqa: ASYNC110 - so
            await asyncio.sleep(min(left, LONGEST_NAP))


class Attempts:
    """The tries of one call: how many there were, and whether there is another.

    Args:
        config: When and how to try again; None means once only.
        codes: The operation's own status codes for retries.
        repeatable: Whether sending the request twice does what sending it once does.
        clock: The time.
    """

    __slots__ = ("_clock", "_codes", "_config", "_deadline", "_repeatable", "count")

    def __init__(
        self,
        config: RetryConfig | None,
        codes: frozenset[int],
        *,
        repeatable: bool,
        clock: Clock,
    ) -> None:
        self._config = None if config is None or config.strategy == "none" else config
        self._codes = codes
        self._clock = clock
        self._repeatable = repeatable or (config is not None and config.retry_unsafe)
        self._deadline = 0.0
        if self._config is not None:
            self._deadline = clock.monotonic() + self._config.backoff.max_elapsed_time / 1000
        self.count = 1

    def after_error(self, *, sent: bool, transient: bool) -> float | None:
        """Say how many seconds to wait after a try that got no response; None: give up.

        Args:
            sent: Whether the server may have seen the request.
            transient: Whether another try could go better.
        """
        config = self._config
        if config is None or not config.retry_connection_errors or not transient:
            return None
        if sent and not self._repeatable:
            return None
        return self._wait(config, None)

    def after_response(self, status: int, headers: Mapping[str, str]) -> float | None:
        """Say how many seconds to wait after a try with this response; None: keep the response."""
        config = self._config
        if config is None or not config.retries_status(status, self._codes):
            return None
        asked = self._asked_for(headers)
        if not self._repeatable and not (
            status == TOO_MANY_REQUESTS or (status == SERVICE_UNAVAILABLE and asked is not None)
        ):
            return None
        return self._wait(config, asked)

    def left(self) -> float:
        """Say how many seconds remain for tries; meant for the second and later ones."""
        return max(self._deadline - self._clock.monotonic(), 0.0)

    def _wait(self, config: RetryConfig, asked: float | None) -> float | None:
        # "At once" may be meant for one client; from all of them it would be a flood.
        wait = asked or config.backoff.interval(self.count - 1, self._clock)
        if wait >= self.left():
            return None
        self.count += 1
        return wait

    def _asked_for(self, headers: Mapping[str, str]) -> float | None:
        """Read `retry-after-ms` or `Retry-After` (RFC 9110, section 10.2.3), in seconds."""
        for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
            text = headers.get(name)
            if text is None:
                continue
            try:
                seconds = float(text) / unit
            except ValueError:
                continue
            if 0 <= seconds < math.inf:
                return seconds
        try:
            date = parsedate_to_datetime(headers.get("retry-after", ""))
        except (ValueError, OverflowError):
            return None
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        return max((date - self._clock.now()).total_seconds(), 0.0)
