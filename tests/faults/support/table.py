"""The table of faults: what goes wrong, and what must come of it. `docs/reliability.md` shows it.

Numbers are literal: nothing here asks the SDK's rules what they are.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from tests.faults.support.harness import Drip, good
from tests.support.server import Answer, Request, Script, hang_up, raw, reply, stall
from tests.support.waiting import PATIENCE_MS

Reach = Literal[
    "server",
    "elsewhere",
    "refused",
    "unresolvable",
    "untrusted",
    "plain",
    "proxy-down",
    "proxy-refuses",
    "proxy-breaks",
]
"""What stands between the client and its answer; see `world.py`."""

ALL_TRIES = 3
"""The first, and two retries."""

NO_RESPONSE = "NoResponseError"
TIMED_OUT = "ResponseTimeoutError"
UNUSABLE = "ResponseValidationError"
DEFAULT = "OpenRouterDefaultError"
RESULT = "the result"
PARTIAL = "a partial result"


@dataclass(frozen=True)
class Outcome:
    """What comes of a fault for one operation.

    Attributes:
        what: The name of the error; or `RESULT`, or `PARTIAL` if required fields are missing.
        tries: How often the SDK tried.
        requests: How many requests the server read; None if as many as there were tries.
    """

    what: str
    tries: int = 1
    requests: int | None = None

    @property
    def read(self) -> int:
        """How many requests the server read."""
        return self.tries if self.requests is None else self.requests


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        group: The heading that it stands under.
        name: What it is called.
        safe: What comes of it for GET and DELETE, which may be sent twice.
        unsafe: The same for POST and PATCH.
        keys: How many keys one `create()` makes.
        answers: What the server answers; the last for ever.
        reach: How the server is reached.
        commits: Whether the server makes the key before it fails.
        timeout_ms: How long the client waits.
        deleted: What comes of it for DELETE, where that is not what comes of it for GET.
        fast_async: What comes of it for GET and for POST through aiohttp, where it is stricter.
        slow: Whether it takes so long that only `list` and `create` are tried.
    """

    group: str
    name: str
    safe: Outcome
    unsafe: Outcome
    keys: int
    answers: tuple[Script, ...] = ()
    reach: Reach = "server"
    commits: bool = True
    timeout_ms: int = PATIENCE_MS
    deleted: Outcome | None = None
    slow: bool = False
    fast_async: tuple[Outcome, Outcome] | None = None

    def through(self, transport: str, mode: str) -> Fault:
        """The same with what comes of it through a transport."""
        if self.fast_async is None or (transport, mode) != ("fast", "async"):
            return self
        safe, unsafe = self.fast_async
        return replace(self, safe=safe, unsafe=unsafe)

    def outcome(self, operation: str) -> Outcome:
        """What comes of it for an operation."""
        if operation == "delete" and self.deleted is not None:
            return self.deleted
        return self.safe if operation in {"list", "delete", "get"} else self.unsafe

    def slower(self) -> Fault | None:
        """The same with ten times as much time for all of it; None if it takes no time."""
        if not any(isinstance(answer, Dripping) for answer in self.answers):
            return None
        answers = (
            replace(answer, pause=10 * answer.pause) if isinstance(answer, Dripping) else answer
            for answer in self.answers
        )
        return replace(self, answers=tuple(answers), timeout_ms=10 * self.timeout_ms)

    def operations(self) -> tuple[str, ...]:
        """The operations that it is tried with."""
        return ("list", "create") if self.slow else ("list", "delete", "create", "update")


JSON = {"Content-Type": "application/json"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
MEGABYTES = 16
TIMEOUT_MS = 20


def _whole(what: str, tries: int = 1) -> tuple[Outcome, Outcome]:
    """The same outcome for every method."""
    return Outcome(what, tries), Outcome(what, tries)


def _lost(tries: int = ALL_TRIES, what: str = NO_RESPONSE) -> tuple[Outcome, Outcome]:
    """The answer is lost: tried again if that is safe."""
    return Outcome(what, tries), Outcome(what)


def _unsent(tries: int = ALL_TRIES) -> tuple[Outcome, Outcome]:
    """The request is never sent: whatever its method, it is tried again."""
    return Outcome(NO_RESPONSE, tries, 0), Outcome(NO_RESPONSE, tries, 0)


@dataclass(frozen=True)
class Dripping:
    """Answers as documented, in drops; from the headers on, or from the body on."""

    pause: float
    headers: bool

    def __call__(self, request: Request) -> Answer:
        (whole,) = good(request).parts
        head, _, body = whole.partition(b"\r\n\r\n")
        start = [head[i : i + 30] for i in range(0, len(head), 30)] if self.headers else [head]
        size = max(len(body) // 6, 1)
        rest = [body[i : i + size] for i in range(0, len(body), size)]
        return Drip((*start, b"\r\n\r\n", *rest), pause=self.pause)


def _padded(size: int, **headers: str) -> Script:
    """Answer as documented, with so many bytes of white space more."""

    def script(request: object) -> Answer:
        (whole,) = good(request).parts  # type: ignore[arg-type] # as above
        head, _, body = whole.partition(b"\r\n\r\n")
        status = int(head.split(b" ")[1])
        body += b" " * size
        return reply(status, gzip.compress(body, 1) if headers else body, {**JSON, **headers})

    return script


def _also(member: bytes) -> Script:
    """Answer as documented, with one more member before all others."""

    def script(request: object) -> Answer:
        (whole,) = good(request).parts  # type: ignore[arg-type] # as above
        head, _, body = whole.partition(b"\r\n\r\n")
        status = int(head.split(b" ")[1])
        return reply(status, b"{" + member + b"," + body[1:], JSON)

    return script


def _typed(content_type: str) -> Script:
    """Answer as documented, with another content type."""

    def script(request: object) -> Answer:
        (whole,) = good(request).parts  # type: ignore[arg-type] # as above
        return Answer((whole.replace(b"application/json", content_type.encode()),))

    return script


CONNECTIONS = "Connections"
_EARLY = (Outcome(NO_RESPONSE, ALL_TRIES, 0), Outcome(NO_RESPONSE, 1, 0))

BROKEN = (
    Fault(CONNECTIONS, "connection refused", *_unsent(), 0, reach="refused"),
    Fault(CONNECTIONS, "host name that can't be resolved", *_unsent(2), 0, reach="unresolvable"),
    Fault(
        CONNECTIONS, "TLS: certificate of an unknown authority", *_unsent(1), 0, reach="untrusted"
    ),
    Fault(CONNECTIONS, "TLS: the server speaks plain HTTP", *_unsent(), 0, reach="plain"),
    Fault(CONNECTIONS, "proxy: connection refused", *_unsent(), 0, reach="proxy-down"),
    Fault(
        CONNECTIONS,
        "proxy: refuses the tunnel (403)",
        *_unsent(),
        0,
        (reply(403, "no"),),
        reach="proxy-refuses",
    ),
    Fault(
        CONNECTIONS,
        "proxy: hangs up instead of making the tunnel",
        *_EARLY,
        0,
        (hang_up(),),
        reach="proxy-breaks",
    ),
    Fault(
        CONNECTIONS,
        "reset before the request was read",
        *_EARLY,
        0,
        (hang_up("reset", early=True),),
    ),
    Fault(
        CONNECTIONS,
        "closed before the request was read",
        *_EARLY,
        0,
        (hang_up("close", early=True),),
    ),
    Fault(CONNECTIONS, "reset after the request was read", *_lost(), 1, (hang_up("reset"),)),
    Fault(CONNECTIONS, "closed after the request was read", *_lost(), 1, (hang_up("close"),)),
    Fault(
        CONNECTIONS,
        "reset in the body",
        *_lost(),
        1,
        (raw(HEAD + b"Content-Length: 99\r\n\r\n", b'{"data":', then="reset"),),
    ),
    Fault(
        CONNECTIONS,
        "closed in the headers",
        *_lost(),
        1,
        (raw(HEAD),),
    ),
    Fault(
        CONNECTIONS,
        "stalled headers (`timeout_ms` passes)",
        *_lost(what=TIMED_OUT),
        1,
        (stall(),),
        timeout_ms=TIMEOUT_MS,
        slow=True,
    ),
    Fault(
        CONNECTIONS,
        "stalled body (`timeout_ms` passes)",
        *_lost(what=TIMED_OUT),
        1,
        (raw(HEAD + b"Content-Length: 9\r\n\r\n{", then="stall"),),
        timeout_ms=TIMEOUT_MS,
        slow=True,
    ),
    Fault(
        CONNECTIONS,
        "body in drops, each within `timeout_ms`, all of them later",
        *_whole(RESULT),
        1,
        (Dripping(0.1, headers=False),),
        timeout_ms=400,
        slow=True,
    ),
    Fault(
        CONNECTIONS,
        "headers and body in drops, as above",
        *_whole(RESULT),
        1,
        (Dripping(0.06, headers=True),),
        timeout_ms=400,
        slow=True,
    ),
)

BODIES = "Bodies"
CONTENT = (
    Fault(BODIES, "truncated chunked body", *_lost(), 1, (raw(CHUNKED, b'8\r\n{"data":\r\n'),)),
    Fault(BODIES, "chunk without a size", *_lost(), 1, (raw(CHUNKED, b"zz\r\n"),)),
    Fault(
        BODIES,
        "`Content-Length` more than the body",
        *_lost(),
        1,
        (raw(HEAD + b'Content-Length: 99\r\n\r\n{"data":[]}'),),
    ),
    Fault(
        BODIES,
        "`Content-Length` less than the body",
        *_whole(UNUSABLE),
        1,
        (raw(HEAD + b'Content-Length: 5\r\n\r\n{"data":[]}'),),
        fast_async=_lost(),
    ),
    Fault(BODIES, "not HTTP at all", *_lost(), 1, (raw(b"garbage\r\n\r\n"),)),
    Fault(
        BODIES,
        "gzip that is none",
        *_whole(NO_RESPONSE),
        1,
        (raw(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"),),
    ),
    Fault(
        BODIES,
        f"gzip bomb: {MEGABYTES} MB from {MEGABYTES} kB",
        *_whole(RESULT),
        1,
        (_padded(MEGABYTES * 1_000_000, **{"Content-Encoding": "gzip"}),),
        slow=True,
    ),
    Fault(
        BODIES,
        f"body of {MEGABYTES} MB",
        *_whole(RESULT),
        1,
        (_padded(MEGABYTES * 1_000_000),),
        slow=True,
    ),
    Fault(
        BODIES,
        "200 with HTML",
        *_whole(UNUSABLE),
        1,
        (reply(200, "<html>Please wait</html>", {"Content-Type": "text/html"}),),
    ),
    Fault(
        BODIES,
        "502 with HTML",
        *_lost(what=DEFAULT),
        1,
        (reply(502, "<html>Bad gateway</html>", {"Content-Type": "text/html"}),),
    ),
    Fault(
        BODIES, "200, invalid UTF-8", *_whole(UNUSABLE), 1, (reply(200, b'{"data":"\xff"}', JSON),)
    ),
    Fault(
        BODIES,
        "400, invalid UTF-8",
        Outcome(DEFAULT),
        Outcome("BadRequestResponseError"),
        1,
        (reply(400, b'{"error":{"message":"\xff"}}', JSON),),
    ),
    Fault(
        BODIES,
        "200 with an error as its body",
        *_whole(DEFAULT),
        1,
        (reply(200, {"error": {"code": 500, "message": "Because"}}, JSON),),
    ),
    Fault(BODIES, "200 without a body", *_whole(PARTIAL), 1, (reply(200, b"", JSON),)),
    Fault(BODIES, "204 where a body is documented", *_whole(PARTIAL), 1, (reply(204),)),
    Fault(BODIES, "200 with `null`", *_whole(PARTIAL), 1, (reply(200, b"null", JSON),)),
    Fault(
        BODIES,
        "JSON nested 100,000 deep",
        *_whole(UNUSABLE),
        1,
        (reply(200, b"[" * 100_000, JSON),),
    ),
    Fault(
        BODIES,
        "a number of a million digits",
        *_whole(RESULT),
        1,
        (_also(b'"more":' + b"9" * 1_000_000),),
    ),
    Fault(
        BODIES,
        "a number beyond all floats",
        *_whole(RESULT),
        1,
        (_also(b'"more":1e999999999'),),
    ),
    Fault(
        BODIES,
        "a key given twice (the last one counts)",
        *_whole(RESULT),
        1,
        (_also(b'"data":1'),),
    ),
    Fault(BODIES, "JSON as `text/html`", *_whole(RESULT), 1, (_typed("text/html"),)),
    Fault(
        BODIES,
        "JSON as `text/plain` in an unknown charset",
        *_whole(RESULT),
        1,
        (_typed("text/plain; charset=x-nothing"),),
    ),
)

REDIRECTS = "Redirects"
REDIRECTED = (
    Fault(
        REDIRECTS,
        "redirect to itself",
        Outcome(DEFAULT, 1, 11),
        Outcome(DEFAULT),
        1,
        (reply(307, headers={"Location": "/api/v1/keys"}),),
        deleted=Outcome(DEFAULT),
    ),
    Fault(
        REDIRECTS,
        "redirect to another origin (no credentials go there)",
        Outcome(RESULT),
        Outcome(DEFAULT),
        1,
        reach="elsewhere",
        deleted=Outcome(DEFAULT),
    ),
    Fault(
        REDIRECTS,
        "redirect without a `Location`",
        *_whole(DEFAULT),
        1,
        (reply(302),),
    ),
    Fault(
        REDIRECTS,
        "redirect to what is no URL",
        *_whole(DEFAULT),
        1,
        (reply(302, headers={"Location": "http://[::1"}),),
    ),
    Fault(
        REDIRECTS,
        "redirect to a file of this machine",
        *_whole(DEFAULT),
        1,
        (reply(302, headers={"Location": "file:///etc/passwd"}),),
    ),
    Fault(
        REDIRECTS,
        "redirect to another scheme",
        *_whole(DEFAULT),
        1,
        (reply(302, headers={"Location": "gopher://127.0.0.1:1/_x"}),),
    ),
)

# Statuses

NEVER = "–"
HEADERS: dict[str, dict[str, str]] = {
    NEVER: {},
    "`Retry-After: 7`": {"Retry-After": "7"},
    "`Retry-After`: date in 10 s": {"Retry-After": "Mon, 23 Nov 2026 12:00:10 GMT"},
    "`Retry-After: soon`": {"Retry-After": "soon"},
    "`Retry-After: -5`": {"Retry-After": "-5"},
    "`Retry-After`: a year": {"Retry-After": "31536000"},
    "`retry-after-ms: 1500`": {"retry-after-ms": "1500"},
}

REPEATED = dict(zip(HEADERS, (3, 3, 3, 3, 3, 1, 3), strict=True))
"""The tries where the status is worth another, and the server does not ask for more than 30 s."""

ONCE = dict.fromkeys(HEADERS, 1)

ERRORS = {429: "TooManyRequestsResponseError", 500: "InternalServerResponseError"}


def _status(status: int) -> list[Fault]:
    safe = ONCE if status in {409, 425} else REPEATED
    unsafe = REPEATED if status == 429 else ONCE
    what = ERRORS.get(status, DEFAULT)
    body = json.dumps({"error": {"code": status, "message": "Because"}})
    rows = []
    for name, headers in HEADERS.items():
        rows.append(
            Fault(
                str(status),
                name,
                Outcome(what, safe[name]),
                Outcome(what, unsafe[name]),
                0 if status == 429 else 1,
                (reply(status, body, {**JSON, **headers}),),
                commits=status != 429,
            )
        )
    return rows


STATUSES = tuple(row for code in (408, 409, 425, 429, 500, 502, 503, 504) for row in _status(code))

LIES = "A server that says no, and does it"
LYING = (
    Fault(
        LIES,
        "429, though it made the key",
        *_whole(ERRORS[429], ALL_TRIES),
        3,
        (reply(429, {"error": {"code": 429, "message": "Because"}}, JSON),),
    ),
    Fault(
        LIES,
        "429 with `retry-after-ms: 1`, though it made the key",
        *_whole(ERRORS[429], ALL_TRIES),
        3,
        (reply(429, {"error": {"code": 429}}, {**JSON, "retry-after-ms": "1"}),),
    ),
    Fault(
        LIES,
        "503 with `Retry-After: 7`, though it made the key",
        *_lost(what=DEFAULT),
        1,
        (reply(503, {"error": {"code": 503, "message": "Because"}}, {**JSON, "Retry-After": "7"}),),
    ),
    Fault(
        LIES,
        "503 with `Retry-After: 0`, though it made the key",
        *_lost(what=DEFAULT),
        1,
        (reply(503, {"error": {"code": 503, "message": "Because"}}, {**JSON, "Retry-After": "0"}),),
    ),
)

TINY: dict[str, dict[str, str]] = {
    "`retry-after-ms: 1`": {"retry-after-ms": "1"},
    "`retry-after-ms: 0.001`": {"retry-after-ms": "0.001"},
    "`Retry-After: 0`": {"Retry-After": "0"},
    "`Retry-After: 1e-300`": {"Retry-After": "1e-300"},
    "`Retry-After: -1`": {"Retry-After": "-1"},
    "`Retry-After: nan`": {"Retry-After": "nan"},
    "`Retry-After` in the past": {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"},
}
"""What a server can ask for to be asked again at once, with 429."""

FLOODS: tuple[tuple[str, dict[str, Any], int], ...] = (
    ("by default", {}, 3),
    ("with `max_retries=1000`", {"max_retries": 1000}, 4),
    (
        "with `max_retries=1000` and `BackoffStrategy(1, 1, 1, 2000)`",
        {"max_retries": 1000, "backoff": (1, 1, 1, 2000)},
        40,
    ),
)
"""What a caller allows, and how many requests one `create()` sends within 2 s at the most."""

FAULTS: tuple[Fault, ...] = (*BROKEN, *CONTENT, *REDIRECTED, *STATUSES, *LYING)
