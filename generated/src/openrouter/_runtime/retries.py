"""Decides which calls are retried, how often, and after which wait.

All decisions are here, and nothing is sent here; calls of every kind use it (sync and async, raw
and streamed, pages, token requests).
"""

from __future__ import annotations

import math
import random
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import httpx2

    from .timeouts import Timeout

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "QUERY", "TRACE"})
"""Methods that change nothing on the server (RFC 9110, section 9.2.1); QUERY has a body."""

IDEMPOTENT_METHODS: Final = SAFE_METHODS | {"PUT", "DELETE"}
"""Methods whose repetition has no further effect (RFC 9110, section 9.2.2)."""

DEFAULT_MAX_RETRIES: Final = 2
"""The same default as in the clients of OpenAI, Anthropic and Stripe."""

SHORTEST_WAIT: Final = 0.05
"""Minimum wait before a retry, in seconds, whatever a server or a caller asks for."""

MOST_MILLISECONDS: Final = 2**31 - 1
"""Maximum of a time in a `BackoffStrategy`, 24 days; the generator applies the same limit."""
MOST_EXPONENT: Final = 100

TOO_MANY_REQUESTS: Final = 429

LONGEST_NAP: Final = 0.1
"""Seconds after which a wait notices that the client was closed."""

_STATUS: Final = re.compile("[1-5]([0-9]{2}|[Xx]{2})")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LAST_GROWTH: Final = 64
"""The retry after which the interval stops growing: a float can't hold `100 ** 200`."""


class BackoffStrategy:
    """How the wait between attempts grows.

    The interval before retry *n* is `initial_interval * exponent ** (n - 1)`, at most
    `max_interval`. The wait is half of it, plus a random part of the other half. If the server asks
    for a longer wait (`Retry-After`, `retry-after-ms`) than half the interval, that replaces the
    first half. No wait is shorter than 50 ms.

    Args:
        initial_interval: The first interval, in milliseconds; at least 1.
        max_interval: The longest interval, in milliseconds; at least 1.
        exponent: The factor by which the interval grows, from 1 to 100.
        max_elapsed_time: Milliseconds after the first attempt within which a retry may start; a
            wait that would end later is not started.
        jitter_ms: If set, the wait is the whole interval plus a random part of this many
            milliseconds.

    Raises:
        ValueError: A number is out of range. The maximum of all times is 2,147,483,647 ms.
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
            retry: The number of the retry; the first is 0.
            clock: The source of randomness.
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
    """When a call is retried; `max_retries` of the client or the call limits how often.

    GET, HEAD, PUT, DELETE and OPTIONS are retried after a connection error, a time-out or one of
    the status codes. POST and PATCH are retried only if the request was never sent or was rejected
    with 429, unless they carry an idempotency key. `retry_unsafe` treats them like GET without one,
    at the risk of repeating their effect.

    Args:
        strategy: `"backoff"`, or `"none"` for a single attempt.
        backoff: How long to wait between attempts.
        retry_connection_errors: Whether to retry when no response was received.
        status_codes_override: The status codes to retry, such as `["429", "5XX"]`, instead of the
            operation's own.
        retry_unsafe: Whether POST and PATCH are treated like GET, without an idempotency key. Only
            for operations that can safely be repeated.

    Raises:
        ValueError: The strategy or a status code is unknown.

    Example:
        `RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30000), True)`
    """

    def __init__(
        self,
        strategy: Literal["none", "backoff"],
        backoff: BackoffStrategy,
        retry_connection_errors: bool,  # the official SDK's signature
        status_codes_override: Sequence[str] | None = None,
        *,
        retry_unsafe: bool = False,
    ) -> None:
        if strategy not in {"none", "backoff"}:
            raise ValueError(f'strategy must be "none" or "backoff", not {strategy!r}.')
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
        """Return whether a response with this status is retried."""
        return status in (operation_codes if self._codes is None else self._codes)


def _check(name: str, value: Any, minimum: int, maximum: int) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not minimum <= value <= maximum:  # NaN is in no range
        raise ValueError(f"{name} must be a number from {minimum} to {maximum:,}, not {value!r}.")


def checked_max_retries(value: object) -> int:
    """Return the maximum number of retries of a client or a call.

    Raises:
        ValueError: It is negative or not an integer.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"max_retries must be an integer of 0 or more, not {value!r}.")
    return value


class Policy:
    """The document's retry policy: a configuration, and the status codes it applies to.

    Args:
        config: The configuration, unless the caller passes another.
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
            raise ValueError(f'A status code must be like "429" or "5XX", not {pattern!r}.')
        first = int(str(pattern).upper().replace("X", "0"))
        codes.update(range(first, first + (1 if str(pattern).isdecimal() else 100)))
    return frozenset(codes)


class Clock:
    """Time and randomness, replaceable in tests.

    Args:
        stopped: Returns whether to stop waiting.
    """

    __slots__ = ("_stopped",)

    def __init__(self, stopped: Callable[[], bool] = bool) -> None:
        self._stopped = stopped

    def between(self, least: float, most: float) -> float:
        """Return a random number."""
        return random.uniform(least, most)  # nosec B311  # jitter, not a secret

    def monotonic(self) -> float:
        """Return the seconds since an arbitrary moment."""
        return time.monotonic()

    def now(self) -> datetime:
        """Return the current date and time."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait, unless stopped earlier."""
        end = time.monotonic() + seconds
        while not self._stopped() and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, LONGEST_NAP))

    async def sleep_async(self, seconds: float) -> None:
        """Async version of `sleep`."""
        from anyio import sleep

        end = time.monotonic() + seconds
        # An event would belong to one loop, and any thread may stop the wait.
        while not self._stopped() and (left := end - time.monotonic()) > 0:
            await sleep(min(left, LONGEST_NAP))


class Limits(NamedTuple):
    """The limits of a call, for the requests that are made on its behalf.

    Attributes:
        seconds: The longest time-out of a step, in seconds.
        timeout_ms: The time-out that the caller passed to the call, if any.
        config: The retry policy.
        max_retries: Maximum number of retries.
        began: When the call began, by its clock. Retries of all of its requests have one budget.
        deadline_ms: The time that the call has in total, in milliseconds; None for no limit.
    """

    seconds: float
    timeout_ms: int | Timeout | None
    config: RetryConfig | None
    max_retries: int
    began: float
    deadline_ms: int | None = None

    @property
    def budget(self) -> float:
        """Seconds within which a retry may start; 0 if there are none."""
        config = self.config
        if config is None or config.strategy == "none" or not self.max_retries:
            return 0.0
        return config.backoff.max_elapsed_time / 1000

    @property
    def longest(self) -> float:
        """Seconds to wait for a request that another call makes: its last attempt ends by then."""
        return min(self.budget + self.seconds, self._total)

    @property
    def _total(self) -> float:
        return math.inf if self.deadline_ms is None else self.deadline_ms / 1000

    def cover(self, other: Limits) -> bool:
        """Return whether these allow as much as others, which would then fail just the same."""
        retries = self.max_retries if self.budget else 0
        return (
            self.seconds >= other.seconds
            and self._total >= other._total
            and self.budget >= other.budget
            and retries >= (other.max_retries if other.budget else 0)
        )


class Attempts:
    """The attempts of one call: their number, whether another follows, and the last response.

    Args:
        config: When to retry and how long to wait; None for a single attempt.
        codes: The operation's own status codes for retries.
        max_retries: Maximum number of retries.
        method: The HTTP method.
        repeatable: Whether repeating the request has no further effect.
        clock: The time.
        began: When the call began; None if it begins now.
        deadline_ms: The time that the call has in total, in milliseconds; None for no limit.
    """

    __slots__ = (
        "_answer",
        "_began",
        "_clock",
        "_codes",
        "_config",
        "_deadline",
        "_end",
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
        began: float | None = None,
        deadline_ms: int | None = None,
    ) -> None:
        self._config = None if config is None or config.strategy == "none" else config
        self._codes = codes
        self._max_retries = max_retries
        self._method = method
        self._clock = clock
        self._repeatable = repeatable or (config is not None and config.retry_unsafe)
        self._deadline = 0.0
        self._end = math.inf
        self._began = 0.0
        if self._config is not None or deadline_ms is not None:
            self._began = start = clock.monotonic() if began is None else began
            if deadline_ms is not None:
                self._end = start + deadline_ms / 1000
            if self._config is not None:
                budget = self._config.backoff.max_elapsed_time / 1000
                self._deadline = min(start + budget, self._end)
        self._answer: httpx2.Response | None = None
        self._holds = False
        self._is_exhausted = False
        self.count = 1

    def left(self) -> float | None:
        """Return how many seconds the call still has; None if there is no limit."""
        return None if self._end == math.inf else self._end - self._clock.monotonic()

    def elapsed(self) -> float:
        """Return the seconds since the call began; it must be one that may be retried."""
        return self._clock.monotonic() - self._began

    def after_error(self, *, sent: bool, transient: bool) -> float | None:
        """Return how many seconds to wait after an attempt without a response; None to give up.

        Args:
            sent: Whether the server may have seen the request.
            transient: Whether a retry could succeed.
        """
        if sent and self._method not in SAFE_METHODS:
            self._holds = False  # it may have made the earlier response obsolete
        config = self._config
        if config is None or not config.retry_connection_errors or not transient:
            return None
        if sent and not self._repeatable:
            return None
        return self._wait(config, 0.0)

    def after_response(self, response: httpx2.Response) -> float | None:
        """Return how many seconds to wait after an attempt with this response; None to keep it."""
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
        """The status of the last response that led to a retry."""
        return None if self._answer is None else self._answer.status_code

    def last_answer(self) -> httpx2.Response | None:
        """Return the response that stands for a call whose last attempt got none, if there is one.

        It is the last one received, if retries or time ran out, and if no attempt was lost since
        then that may have changed something on the server.
        """
        return self._answer if self._is_exhausted and self._holds else None

    def _wait(self, config: RetryConfig, asked: float) -> float | None:
        # An attempt has its whole time-out: the budget limits only when the last may start.
        if self.count <= self._max_retries:
            wait = config.backoff.wait(self.count - 1, self._clock, asked)
            if wait < self._deadline - self._clock.monotonic():
                self.count += 1
                return wait
        self._is_exhausted = True
        return None

    def _asked_for(self, headers: Mapping[str, str]) -> float:
        """Parse `retry-after-ms` or `Retry-After` (RFC 9110, section 10.2.3), in seconds.

        Negative, past or invalid values count as 0; values beyond a float count as infinite.
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
