"""When a call is tried again, how often, and how long to wait before that.

Decisions only, and all of them: nothing here sends, and calls of every kind ask here (sync and
async, raw and streamed, pages, token requests).
"""

from __future__ import annotations

import random
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import httpx2

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""These change nothing on the server (RFC 9110, section 9.2.1)."""

IDEMPOTENT_METHODS: Final = SAFE_METHODS | {"PUT", "DELETE"}
"""Sending one of these twice does what sending it once does (RFC 9110, section 9.2.2)."""

DEFAULT_MAX_RETRIES: Final = 2
"""As in the clients of OpenAI, Anthropic and Stripe."""

SHORTEST_WAIT: Final = 0.05
"""Seconds before any retry, whatever a server or a caller asks for."""

MOST_MILLISECONDS: Final = 2**31 - 1
"""Of a `BackoffStrategy`: 24 days. The generator holds documents to the same limits."""
MOST_EXPONENT: Final = 100

TOO_MANY_REQUESTS: Final = 429

LONGEST_NAP: Final = 0.1
"""Seconds; so soon does a wait end when the client is closed."""

_STATUS: Final = re.compile("[1-5]([0-9]{2}|[Xx]{2})")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LAST_GROWTH: Final = 64
"""From this retry on the interval no longer grows: a float can't hold `100 ** 200`."""


class BackoffStrategy:
    """How the time between two tries grows.

    The interval before retry *n* is `initial_interval * exponent ** (n - 1)`, at most
    `max_interval`. The wait is half of it, and a random part of the other half. If the server says
    how long to wait (`Retry-After`, `retry-after-ms`) and that is longer than half the interval,
    that time takes the place of the first half. No wait is shorter than 50 ms.

    Args:
        initial_interval: The first interval, in milliseconds, 1 or more.
        max_interval: The longest interval, in milliseconds, 1 or more.
        exponent: The factor that the interval grows by, from 1 to 100.
        max_elapsed_time: No try starts later than this after the first, in milliseconds; a wait
            that would end later is not begun.
        jitter_ms: If given, the wait is the whole interval and a random part of this many
            milliseconds.

    Raises:
        ValueError: If a number is out of range. No time may be longer than 2,147,483,647 ms.
    """

    def __init__(
        self,
        initial_interval: int,
        max_interval: int,
        exponent: float,
        max_elapsed_time: int,
        jitter_ms: int | None = None,
    ) -> None:
        _check("initial_interval", initial_interval, 1, MOST_MILLISECONDS)
        _check("max_interval", max_interval, 1, MOST_MILLISECONDS)
        _check("exponent", exponent, 1, MOST_EXPONENT)
        _check("max_elapsed_time", max_elapsed_time, 0, MOST_MILLISECONDS)
        if jitter_ms is not None:
            _check("jitter_ms", jitter_ms, 0, MOST_MILLISECONDS)
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

    def wait(self, retry: int, clock: Clock, asked: float = 0.0) -> float:
        """Return how many seconds to wait before a retry.

        Args:
            retry: Which one; the first is 0.
            clock: Chance.
            asked: The seconds that the server asks for; 0 for none.
        """
        growth = self.exponent ** min(retry, _LAST_GROWTH)
        interval = min(self.initial_interval * growth, self.max_interval) / 1000
        if self.jitter_ms is None:
            least = jitter = interval / 2
        else:
            least, jitter = interval, self.jitter_ms / 1000
        return max(least, asked, SHORTEST_WAIT) + clock.between(0, jitter)


class RetryConfig:
    """When a call is tried again; how often is up to `max_retries` of the client or the call.

    GET, HEAD, PUT, DELETE and OPTIONS are tried again after a connection error, a time-out or one
    of the status codes. POST and PATCH are tried again only if the request was never sent or was
    refused with 429, unless they carry an idempotency key. `retry_unsafe` treats them like GET
    without one, at the risk of doing the thing twice.

    Args:
        strategy: `"backoff"`, or `"none"` to try once only.
        backoff: How long to wait between tries.
        retry_connection_errors: Whether to try again when no response came.
        status_codes_override: The status codes to try again on, such as `["429", "5XX"]`, instead
            of the operation's own.
        retry_unsafe: Whether POST and PATCH are treated like GET, without an idempotency key. Only
            for operations that you know to be repeatable.

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


def _check(name: str, value: Any, least: int, most: int) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not least <= value <= most:  # NaN is in no range
        raise ValueError(f"{name} must be a number from {least} to {most:,}, but is {value!r}.")


def checked_max_retries(value: object) -> int:
    """Return how many retries a client or a call may make.

    Raises:
        ValueError: If it is no whole number, or negative.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"max_retries must be a whole number, 0 or more, but is {value!r}.")
    return value


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
    """The tries of one call: how many there were, whether there is another, and the last answer.

    Args:
        config: When to try again, and how long to wait; None means once only.
        codes: The operation's own status codes for retries.
        max_retries: How many tries there may be after the first.
        method: The HTTP method.
        repeatable: Whether sending the request twice does what sending it once does.
        clock: The time.
    """

    __slots__ = (
        "_answer",
        "_clock",
        "_codes",
        "_config",
        "_deadline",
        "_holds",
        "_is_exhausted",
        "_max_retries",
        "_method",
        "_repeatable",
        "count",
    )

    def __init__(
        self,
        config: RetryConfig | None,
        codes: frozenset[int],
        *,
        max_retries: int,
        method: str,
        repeatable: bool,
        clock: Clock,
    ) -> None:
        self._config = None if config is None or config.strategy == "none" else config
        self._codes = codes
        self._max_retries = max_retries
        self._method = method
        self._clock = clock
        self._repeatable = repeatable or (config is not None and config.retry_unsafe)
        self._deadline = 0.0
        if self._config is not None:
            self._deadline = clock.monotonic() + self._config.backoff.max_elapsed_time / 1000
        self._answer: httpx2.Response | None = None
        self._holds = False
        self._is_exhausted = False
        self.count = 1

    def after_error(self, *, sent: bool, transient: bool) -> float | None:
        """Return how many seconds to wait after a try that got no response; None: give up.

        Args:
            sent: Whether the server may have seen the request.
            transient: Whether another try could go better.
        """
        if sent and self._method not in SAFE_METHODS:
            self._holds = False  # it may have changed what the server said before
        config = self._config
        if config is None or not config.retry_connection_errors or not transient:
            return None
        if sent and not self._repeatable:
            return None
        return self._wait(config, 0.0)

    def after_response(self, response: httpx2.Response) -> float | None:
        """Return how many seconds to wait after a try with this response; None: keep it."""
        config, status = self._config, response.status_code
        if config is None or not config.retries_status(status, self._codes):
            return None
        if not self._repeatable and status != TOO_MANY_REQUESTS:
            return None
        wait = self._wait(config, self._asked_for(response.headers))
        if wait is not None:
            self._answer, self._holds = response, True
        return wait

    @property
    def answered(self) -> int | None:
        """The status of the last response that led to another try."""
        return None if self._answer is None else self._answer.status_code

    def last_answer(self) -> httpx2.Response | None:
        """Return the response that stands for a call whose last try got none, if there is one.

        That is the last that came, if tries or time ran out, and if no try was lost since then
        that may have changed something on the server.
        """
        return self._answer if self._is_exhausted and self._holds else None

    def _wait(self, config: RetryConfig, asked: float) -> float | None:
        # A try that is begun has its whole time-out: the budget says when the last may begin.
        if self.count <= self._max_retries:
            wait = config.backoff.wait(self.count - 1, self._clock, asked)
            if wait < self._deadline - self._clock.monotonic():
                self.count += 1
                return wait
        self._is_exhausted = True
        return None

    def _asked_for(self, headers: Mapping[str, str]) -> float:
        """Read `retry-after-ms` or `Retry-After` (RFC 9110, section 10.2.3), in seconds.

        What is negative, past or makes no sense asks for nothing; what no float can hold asks for
        more than there is.
        """
        for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
            text = headers.get(name, "").strip()
            if _NUMBER.fullmatch(text):
                return float(text) / unit
        try:
            date = parsedate_to_datetime(headers.get("retry-after", ""))
        except (ValueError, OverflowError):
            return 0.0
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        return max((date - self._clock.now()).total_seconds(), 0.0)
