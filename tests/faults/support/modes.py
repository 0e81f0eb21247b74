"""How a server can make a key and then fail to say so: what `create()` does, and how many keys are
made. `docs/reliability.md` shows it.

Numbers are literal, as in `table.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults.support.table import DEFAULT, NO_RESPONSE, PARTIAL, TIMED_OUT, UNUSABLE
from tests.support.server import Answer, hang_up, raw, reply, stall

HEADER = "Idempotency-Key"
TIMEOUT_MS = 150
"""For each step; all answers but those that stall come at once."""


@dataclass(frozen=True)
class Mode:
    """One way to fail after the key was made.

    Attributes:
        name: What it is called.
        answer: What the server answers, each time.
        what: The error of `create()`; or `PARTIAL` if it returns.
        requests: How often `create()` is sent.
        keyed: How often it is sent with an idempotency key.
        keys: How many keys are made without one.
    """

    name: str
    answer: Answer
    what: str
    requests: int = 1
    keyed: int = 1
    keys: int = 1


JSON = {"Content-Type": "application/json"}
CREATED = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
LONG = b"Content-Length: 500\r\n\r\n{"
BODY = {"error": {"message": "Because"}}
SOON = {"Retry-After": "0.2"}

RETRIED = (408, 429, 500, 501, 502, 503, 504, 507, 508, 511, 520, 522, 524, 529, 599)
FINAL = (400, 401, 402, 403, 404, 409, 410, 413, 421, 423, 425, 428, 431, 451)
ERRORS = {
    400: "BadRequestResponseError",
    401: "UnauthorizedResponseError",
    403: "ForbiddenResponseError",
    429: "TooManyRequestsResponseError",
    500: "InternalServerResponseError",
}


def _lost(name: str, answer: Answer, what: str = NO_RESPONSE) -> Mode:
    """The answer is lost: sent again with a key only."""
    return Mode(name, answer, what, keyed=3)


def _status(status: int, name: str = "", **headers: str) -> Mode:
    return Mode(
        f"{status}{name}",
        reply(status, BODY, {**JSON, **{k.replace("_", "-"): v for k, v in headers.items()}}),
        ERRORS.get(status, DEFAULT),
        keyed=3 if status in RETRIED else 1,
    )


_REFUSED = reply(429, BODY, JSON)
_CUT = raw(b"HTTP/1.1 429 Slow\r\n" + LONG)

MODES = (
    _lost("reset before the headers", hang_up("reset")),
    _lost("closed before the headers", hang_up("close")),
    _lost("half of the headers", raw(b"HTTP/1.1 201 Created\r\nConte")),
    _lost("body cut short", raw(CREATED + LONG)),
    _lost("reset in the body", raw(CREATED + LONG, then="reset")),
    _lost("headers that stall", stall(), TIMED_OUT),
    _lost("body that stalls", raw(CREATED + LONG, then="stall"), TIMED_OUT),
    _lost("not HTTP", raw(b"\x16\x03\x01\x02\x00")),
    _lost("100 and no more", raw(b"HTTP/1.1 100 Continue\r\n\r\n")),
    _lost("103 fifty times and no more", raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50)),
    _lost("101", reply(101, BODY, JSON)),
    Mode("201 with gzip that is none", reply(201, BODY, {"Content-Encoding": "gzip"}), NO_RESPONSE),
    Mode("201 without a body", reply(201, b"", JSON), PARTIAL),
    Mode("201 with HTML", reply(201, "<html>", {"Content-Type": "text/html"}), UNUSABLE),
    Mode("200 for 201", reply(200, {"key": "k", "data": {}}, JSON), PARTIAL),
    Mode("303 to the same URL", reply(303, headers={"Location": "/api/v1/keys"}), DEFAULT),
    Mode("307 to the same URL", reply(307, headers={"Location": "/api/v1/keys"}), DEFAULT),
    Mode("307 elsewhere", reply(307, headers={"Location": "http://127.0.0.1:1/"}), DEFAULT),
    *(_status(status) for status in FINAL),
    *(_status(status) for status in RETRIED if status != 429),
    *(
        _status(status, f" with `Retry-After: {SOON['Retry-After']}`", **SOON)
        for status in (408, 409, 413, 425, 500, 502, 503, 504, 529)
    ),
    _status(503, " with `Retry-After: 0`", Retry_After="0"),
    _status(503, " with `Retry-After` in the past", Retry_After="Thu, 01 Jan 1970 00:00:00 GMT"),
    _status(503, " with `retry-after-ms: 0`", retry_after_ms="0"),
    _status(503, " with `retry-after-ms: 1_0`", retry_after_ms="1_0"),
    _status(503, " with an Arabic `Retry-After`", Retry_After="\u0661".encode().decode("latin-1")),
    _status(503, " with gzip that is none", Content_Encoding="gzip", **SOON),
    _lost("503 with HTML", reply(503, "<html>", {"Content-Type": "text/html", **SOON}), DEFAULT),
    _lost("503 cut short", raw(b"HTTP/1.1 503 Busy\r\nRetry-After: 0.2\r\n" + LONG), DEFAULT),
    Mode("429", _REFUSED, ERRORS[429], requests=3, keyed=3, keys=3),
    Mode("429 cut short", _CUT, ERRORS[429], requests=3, keyed=3, keys=3),
)
