"""What a hostile server answers, and what comes of it. `docs/security.md` shows the rows.

Outcomes are literal: the name of an exception, or `RESULT`. Nothing here asks the SDK for them.
"""

from __future__ import annotations

import functools
import gzip
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from tests.support.server import Answer, raw, reply

RESULT: Final = "the result"
NO_RESPONSE: Final = "NoResponseError"
UNUSABLE: Final = "ResponseValidationError"
DEFAULT: Final = "OpenRouterDefaultError"
SERVER_ERROR: Final = "InternalServerResponseError"

LIMIT: Final = 1_000_000
"""The `max_response_bytes` of the clients that the sizes are tried with."""

OK: Final = b'{"data":[]}'
HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED: Final = b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE: Final = b"Content-Length: 11\r\n\r\n" + OK
IN_A_CHUNK: Final = b"b\r\n" + OK + b"\r\n0\r\n\r\n"


class Attack(NamedTuple):
    """One answer, and what comes of the call that gets it. The next call gets its own answer.

    Attributes:
        refused_by: Libraries with which there is no response.
    """

    name: str
    answer: Answer
    outcome: str
    refused_by: tuple[str, ...] = ()


def _head(*lines: bytes, body: bytes = WHOLE) -> Answer:
    return Answer((HEAD + b"".join(line + b"\r\n" for line in lines) + body,))


def _status(line: bytes) -> Answer:
    return Answer((line + b"\r\n" + WHOLE,))


INTERIM: Final = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"

FRAMING: Final = (
    Attack("a CR in a header", _head(b"X-A: a\rX-B: b"), NO_RESPONSE),
    Attack("a NUL in a header", _head(b"X-A: a\0b"), NO_RESPONSE),
    Attack("a header without a colon", _head(b"nonsense"), NO_RESPONSE),
    Attack("a space before the colon of a header", _head(b"Content-Length : 5"), NO_RESPONSE),
    Attack("a header continued on a second line", _head(b"X-A: a", b" b"), RESULT),
    Attack(
        "lines that end with LF alone",
        Answer(((HEAD + WHOLE).replace(b"\r\n", b"\n"),)),
        RESULT,
    ),
    Attack("two `Content-Length` that differ", _head(b"Content-Length: 5"), NO_RESPONSE),
    Attack(
        "two `Content-Length` that agree",
        _head(b"Content-Length: 11"),
        RESULT,
        ("aiohttp",),
    ),
    Attack("a negative `Content-Length`", _head(body=b"Content-Length: -1\r\n\r\n"), NO_RESPONSE),
    Attack("`Content-Length: +11`", _head(body=b"Content-Length: +11\r\n\r\n" + OK), NO_RESPONSE),
    Attack(
        "a `Content-Length` of 5,000 digits",
        _head(body=b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + OK),
        NO_RESPONSE,
    ),
    Attack(
        "`Transfer-Encoding` and `Content-Length` (the chunks count)",
        _head(b"Content-Length: 3", body=CHUNKED + IN_A_CHUNK),
        RESULT,
        ("aiohttp",),
    ),
    Attack(
        "`Transfer-Encoding: xchunked`",
        _head(body=b"Transfer-Encoding: xchunked\r\n\r\n" + IN_A_CHUNK),
        NO_RESPONSE,
    ),
    Attack(
        "two `Transfer-Encoding`",
        _head(b"Transfer-Encoding: chunked", body=CHUNKED + IN_A_CHUNK),
        NO_RESPONSE,
    ),
    Attack("HTTP 0.9", raw(OK), NO_RESPONSE),
    Attack("HTTP 9.9", _status(b"HTTP/9.9 200 OK"), RESULT, ("urllib3", "aiohttp")),
    Attack("the status 099", _status(b"HTTP/1.1 099 What"), NO_RESPONSE),
    Attack("the status 999", _status(b"HTTP/1.1 999 What"), DEFAULT),
    Attack("the status 99999", _status(b"HTTP/1.1 99999 What"), NO_RESPONSE),
    Attack("another protocol (101)", _status(b"HTTP/1.1 101 What\r\nUpgrade: a"), NO_RESPONSE),
    Attack("5,000 interim answers", Answer((INTERIM * 5_000, HEAD + WHOLE)), RESULT),
    Attack("100,000 headers", _head(*[b"X: y"] * 100_000), NO_RESPONSE),
    Attack("a header of 5 MB without an end", raw(HEAD + b"X: ", b"y" * 5_000_000), NO_RESPONSE),
    Attack(
        "a chunk's extension of 5 MB without an end",
        raw(HEAD + CHUNKED + b"5;", b"y" * 5_000_000),
        NO_RESPONSE,
    ),
    Attack("a chunk's size of 50 digits", _head(body=CHUNKED + b"f" * 50 + b"\r\n"), NO_RESPONSE),
    Attack(
        "100,000 headers after the last chunk",
        _head(body=CHUNKED + IN_A_CHUNK[:-2] + b"X: y\r\n" * 100_000),
        NO_RESPONSE,
    ),
)
"""Answers whose form is an attack."""

STOLEN: Final = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n"
    b'{"data":{"label":0}}'
)

SPLIT: Final = (
    Attack("a second answer after the first", Answer((HEAD + WHOLE + STOLEN,)), RESULT),
    Attack(
        "a second answer after the last chunk",
        Answer((HEAD + CHUNKED + IN_A_CHUNK + STOLEN,)),
        RESULT,
    ),
    Attack(
        "a second answer after one without a body",
        Answer((b"HTTP/1.1 204 No Content\r\n\r\n" + STOLEN,)),
        RESULT,
    ),
    Attack(
        "a second answer after a failure",
        Answer((b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n" + STOLEN,)),
        SERVER_ERROR,
    ),
    Attack("half an answer after the first", Answer((HEAD + WHOLE + STOLEN[:30],)), RESULT),
)
"""Response splitting: what follows is meant to be taken for the answer to the next request."""


def _packed(body: bytes, *codings: bytes, status: bytes = b"200 OK", more: bytes = b"") -> Answer:
    head = b"HTTP/1.1 " + status + b"\r\nContent-Type: application/json\r\n" + more
    packed = b"Content-Encoding: " + b", ".join(codings) + b"\r\n"
    return Answer((head + packed + b"Content-Length: %d\r\n\r\n" % len(body), body))


@functools.cache
def _gzipped(body: bytes, times: int) -> bytes:
    return gzip.compress(_gzipped(body, times - 1), 9, mtime=0) if times else body


def _deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def padded(size: int) -> bytes:
    """Give a usable body of so many bytes."""
    return OK + b" " * (size - len(OK))


BOMB: Final = padded(10 * LIMIT)
GZIP: Final = b"gzip"

SIZES: Final = (
    Attack("a body of the limit", reply(200, padded(LIMIT)), RESULT),
    Attack("a body of one byte more", reply(200, padded(LIMIT + 1)), UNUSABLE),
    Attack(
        "chunks without an end",
        raw(
            HEAD + CHUNKED,
            b"10000\r\n" + b" " * 0x10000 + b"\r\n",
            *[b"10000\r\n" + b" " * 0x10000 + b"\r\n"] * 20,
            then="stall",
        ),
        UNUSABLE,
    ),
    Attack("gzip: 10 MB", _packed(_gzipped(BOMB, 1), GZIP), UNUSABLE),
    Attack("gzip twice", _packed(_gzipped(BOMB, 2), GZIP, GZIP), UNUSABLE),
    Attack("gzip five times", _packed(_gzipped(BOMB, 5), *[GZIP] * 5), UNUSABLE),
    Attack("gzip six times", _packed(_gzipped(BOMB, 6), *[GZIP] * 6), NO_RESPONSE),
    Attack("1,000 codings", _packed(_gzipped(BOMB, 1), *[GZIP] * 1000), NO_RESPONSE),
    Attack("deflate", _packed(zlib.compress(BOMB), b"deflate"), UNUSABLE),
    Attack("deflate without a header", _packed(_deflated(BOMB), b"deflate"), UNUSABLE),
    Attack(
        "gzip in deflate", _packed(zlib.compress(_gzipped(BOMB, 1)), GZIP, b"deflate"), UNUSABLE
    ),
    Attack("a coding that nobody knows", _packed(OK, b"x-unknown"), RESULT),
    Attack(
        "a failure with a bomb (its body is lost)",
        _packed(_gzipped(BOMB, 1), GZIP, status=b"500 No"),
        SERVER_ERROR,
    ),
    Attack(
        "a redirect with a bomb (followed)",
        _packed(_gzipped(BOMB, 1), GZIP, status=b"302 No", more=b"Location: /api/v1/keys\r\n"),
        RESULT,
    ),
)
"""Answers of a size that is an attack."""

DEEP: Final = 100_000
DIGITS: Final = b"9" * 1_000_000


def _failure(body: bytes, media_type: str = "application/json") -> Answer:
    return reply(400, body, {"Content-Type": media_type})


JSON: Final = (
    Attack("nested 100,000 deep: lists", reply(200, b"[" * DEEP), UNUSABLE),
    Attack("nested 100,000 deep: objects", reply(200, b'{"data":' * DEEP), UNUSABLE),
    Attack(
        "nested 100,000 deep: whole",
        reply(200, b'{"data":' + b"[" * DEEP + b"]" * DEEP + b"}"),
        UNUSABLE,
    ),
    Attack("nested 100,000 deep: a failure", _failure(b'{"error":' * DEEP), DEFAULT),
    Attack("two values", reply(200, OK + OK), UNUSABLE),
    Attack("a comment", reply(200, OK + b"// x"), UNUSABLE),
    Attack("a comma too many", reply(200, b'{"data":[],}'), UNUSABLE),
    Attack("invalid UTF-8", reply(200, b'{"data":["\xff"]}'), UNUSABLE),
    Attack("a NUL in a text", reply(200, b'{"data":["\0"]}'), UNUSABLE),
    Attack("a byte order mark", reply(200, b"\xef\xbb\xbf" + OK), RESULT),
    Attack("names of Python's own", reply(200, b'{"data":[],"__class__":1,"__dict__":{}}'), RESULT),
    Attack(
        "a failure in an encoding that takes for ever (punycode)",
        _failure(b"a-" + b"z" * 1_000_000, "text/html; charset=punycode"),
        DEFAULT,
    ),
    Attack(
        "a failure in an encoding that is none (rot13)",
        _failure(b"a-z", "text/html; charset=rot13"),
        DEFAULT,
    ),
)
"""Bodies that are an attack on whoever reads them."""

VALUES: Final = (
    ("a number of a million digits", b'"limit":' + DIGITS, "inf"),
    ("a number with a million decimals", b'"limit":0.' + DIGITS, "1.0"),
    ("a number beyond all floats", b'"limit":-1e999999999', "-inf"),
    ("NaN", b'"limit":NaN', "nan"),
    ("Infinity", b'"limit":Infinity', "inf"),
    ("a key given twice (the last one counts)", b'"limit":1,"limit":2', "2"),
    ("100,000 times the same key", b'"limit":1,' * 100_000 + b'"limit":2', "2"),
    ("half a character", b'"label":"a\\ud800"', "'a\\ud800'"),
    ("another type", b'"label":{"a":1}', "{'a': 1}"),
)
"""Members of an object, and what becomes of them: no error, and no other member is lost."""


@dataclass(frozen=True)
class Redirect:
    """Where a server sends a GET.

    Attributes:
        name: What it is called.
        location: The header; `{elsewhere}` is a server of another origin, without the scheme.
        outcome: What comes of it.
        here: How many requests the server itself reads.
        elsewhere: How many the other one reads: without any credentials.
    """

    name: str
    location: str
    outcome: str
    here: int = 1
    elsewhere: int = 0


REDIRECTS: Final = (
    Redirect("to a file", "file:///etc/passwd", DEFAULT),
    Redirect("to `gopher:`", "gopher://{elsewhere}/_x", DEFAULT),
    Redirect("to `ftp:`", "ftp://{elsewhere}/x", DEFAULT),
    Redirect("to `javascript:`", "javascript:alert(1)", DEFAULT),
    Redirect("to `data:`", "data:application/json,%7B%7D", DEFAULT),
    Redirect("to `ws:`", "ws://{elsewhere}/x", DEFAULT),
    Redirect("to another host or port", "http://{elsewhere}/api/v1/keys", RESULT, 1, 1),
    Redirect("to another host, without a scheme", "//{elsewhere}/api/v1/keys", RESULT, 1, 1),
    Redirect(
        "to another host, with a user name", "http://a:b@{elsewhere}/api/v1/keys", RESULT, 1, 1
    ),
    Redirect("to a port beyond all ports", "http://127.0.0.1:99999/x", DEFAULT),
    Redirect("to a port that is none", "http://127.0.0.1:0/x", DEFAULT),
    Redirect("to a host with a part of 70 letters", f"http://{'a' * 70}.example/", DEFAULT),
    Redirect("to a host with an empty part", "http://a..example/", DEFAULT),
    Redirect("to what is no URL", "http://[::1", DEFAULT),
    Redirect("to 50 KB", "/" + "x" * 50_000, RESULT, 2),
    Redirect("to itself", "/api/v1/keys?again", DEFAULT, 11),
)
"""A `Location` that is an attack."""

COOKIES: Final = (
    "a=1",
    "b=1; Path=/; Max-Age=100000",
    "c=1; Domain=127.0.0.1",
    "d=1; Domain=.example.com",
    "e=1; Path=/elsewhere; SameSite=None; HttpOnly",
)
"""Cookies that a server sets with each answer."""

SSE: Final = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
MANY: Final = b"x" * 3 * LIMIT


class StreamAttack(NamedTuple):
    """A stream, the method that reads it, and what comes of that: all events, or the name of the
    exception after those that came before."""

    name: str
    method: str
    answer: Answer
    events: list[str]
    outcome: str = ""


TIMED_OUT: Final = "ResponseTimeoutError"

STREAMS: Final = (
    StreamAttack(
        "a line without an end", "ticker", raw(SSE + b"data: ", MANY, then="stall"), [], UNUSABLE
    ),
    StreamAttack(
        "the name of an event without an end",
        "ticker",
        raw(SSE + b"event: ", MANY, then="stall"),
        [],
        UNUSABLE,
    ),
    StreamAttack(
        "an event without an end",
        "ticker",
        raw(SSE + b"data: a\n\n", b"data: x\n" * LIMIT, then="stall"),
        ["a"],
        UNUSABLE,
    ),
    StreamAttack(
        "a line of JSON without an end", "log", raw(SSE + b'"', MANY, then="stall"), [], UNUSABLE
    ),
    StreamAttack(
        "100,000 comments before an event",
        "ticker",
        raw(SSE, b": x\n" * 100_000 + b"data: a\n\n"),
        ["a"],
    ),
    StreamAttack(
        "comments, and then nothing",
        "ticker",
        raw(SSE, b": x\n\n" * 10 + b"data: a\n\n", then="stall"),
        ["a"],
        TIMED_OUT,
    ),
    StreamAttack(
        "an id with a NUL, a time to wait of 100,000 digits (ignored)",
        "ticker",
        raw(SSE, b"id: a\0b\nretry: " + b"9" * 100_000 + b"\ndata: a\n\n"),
        ["a"],
    ),
    StreamAttack(
        "a byte order mark, invalid UTF-8",
        "ticker",
        raw(SSE, b"\xef\xbb\xbfdata: a\xffb\n\n"),
        ["a\ufffdb"],
    ),
    StreamAttack(
        "an event nested 100,000 deep",
        "listen",
        raw(SSE, b"data: " + b"[" * DEEP + b"\n\n"),
        [],
        UNUSABLE,
    ),
    StreamAttack("a line nested 100,000 deep", "log", raw(SSE, b"[" * DEEP + b"\n"), [], UNUSABLE),
)
"""Streams that do not end, or end whoever reads them."""


class Turn(NamedTuple):
    """What a page says of the next one, and what comes of the walk.

    `{here}` is the server's host and port. `read` is how many pages it is asked for.
    """

    name: str
    following: object
    read: int
    said: str


NOT_HERE: Final = "credentials are sent to"
BEFORE: Final = "is repeated"
UNREADABLE: Final = "is invalid"

URLS: Final = (
    Turn("to another host", "http://127.0.0.2:1/inks", 1, NOT_HERE),
    Turn("to another port", "http://127.0.0.1:1/inks", 1, NOT_HERE),
    Turn("to another scheme", "https://{here}/inks", 1, NOT_HERE),
    Turn("to a file", "file:///etc/passwd", 1, NOT_HERE),
    Turn("to `javascript:`", "javascript:alert(1)", 1, NOT_HERE),
    Turn("to another host, without a scheme", "//127.0.0.2:1/inks", 1, NOT_HERE),
    Turn("to a user name that looks like the host", "http://{here}@127.0.0.2:1/", 1, NOT_HERE),
    Turn("to itself", "/inks", 1, BEFORE),
    Turn("to itself, by its whole URL", "http://{here}/inks", 1, BEFORE),
    Turn("with line ends in it (taken out)", "/in\r\nX-Smuggled: 1\r\nks", 2, BEFORE),
    Turn("with a backslash", "/\\127.0.0.2/", 2, BEFORE),
    Turn("with a NUL", "/inks?\0", 1, UNREADABLE),
    Turn("with half a character", "/inks?\ud800", 1, UNREADABLE),
    Turn("of 100,000 characters", "/" + "x" * 100_000, 1, UNREADABLE),
    Turn("to what is no URL", "http://[::1", 1, UNREADABLE),
)
"""The next page of a list, by its URL."""

CURSORS: Final = (
    Turn("the same for ever", "a", 2, BEFORE),
    Turn("with line ends in it (encoded)", "a\r\nX-Smuggled: 1", 2, BEFORE),
    Turn("with half a character", "\ud800", 1, "is not valid text"),
)
"""The next page of a list, by a mark."""

WAITS: Final = (
    ("9" * 5_000, 1),
    ("1e999", 3),
    ("-1", 3),
    ("-1e999", 3),
    ("nan", 3),
    ("inf", 3),
    ("0", 3),
    ("0.0001", 3),
    ("14", 3),
    ("29", 2),
    ("31", 1),
    ("1e300", 3),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 1),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 3),
    ("Mon, 99 Xyz 2026 99:99:99 GMT", 3),
)
"""A `Retry-After` of a server that is never ready, and how often it is asked."""

TOKENS: Final = (
    (
        "a redirect to another origin",
        reply(307, headers={"Location": "{elsewhere}"}),
        "SecurityDefaultError",
    ),
    ("no token for anybody", reply(401), "SecurityDefaultError"),
    ("nested 100,000 deep", reply(200, b"[" * DEEP), UNUSABLE),
    ("larger than the limit", reply(200, padded(2 * LIMIT)), UNUSABLE),
    ("a token with a line end", reply(200, {"access_token": "a\r\nX-Smuggled: 1"}), UNUSABLE),
    ("a token of half a character", reply(200, {"access_token": "\ud800"}), UNUSABLE),
    ("an empty token", reply(200, {"access_token": ""}), UNUSABLE),
    ("a token that is null", reply(200, {"access_token": None}), UNUSABLE),
    ("a token that is a number", reply(200, {"access_token": 1}), UNUSABLE),
    ("a token that is an object", reply(200, {"access_token": {"a": 1}}), UNUSABLE),
    ("no token", reply(200, {"error": "invalid_client"}), UNUSABLE),
    ("no object", reply(200, []), UNUSABLE),
    ("nothing", reply(200), UNUSABLE),
    ("a life of -1 s", reply(200, {"access_token": "t", "expires_in": -1}), RESULT),
    ("a life of NaN", reply(200, b'{"access_token":"t","expires_in":NaN}'), RESULT),
    (
        "a life of 400 digits",
        reply(200, b'{"access_token":"t","expires_in":' + DIGITS[:400] + b"}"),
        RESULT,
    ),
)
"""What the server of the tokens answers to whoever shows the client's secret."""


def rows() -> Iterable[tuple[str, int, str]]:
    """Return the rows of the page: what is attacked, how many cases, what happens."""
    for name, attacks in (
        ("the form of an answer", FRAMING),
        ("response splitting", SPLIT),
        ("the size of an answer", SIZES),
        ("JSON", JSON),
    ):
        yield name, len(attacks), _outcomes(attack.outcome for attack in attacks)
    yield "values in JSON", len(VALUES), "kept as they came, and nothing else is lost"
    yield "redirects", len(REDIRECTS), _outcomes(each.outcome for each in REDIRECTS)
    yield "cookies", len(COOKIES), "not kept, and never sent"
    yield "streams", len(STREAMS), _outcomes(each.outcome or RESULT for each in STREAMS)
    yield "the URL of a next page", len(URLS), f"`{UNUSABLE}`"
    yield "the mark of a next page", len(CURSORS), f"`{UNUSABLE}`"
    yield "`Retry-After`", len(
        WAITS
    ), "waited for within 30 s, ignored, or the end of the call; asked 3 times at most"
    yield "OAuth's tokens", len(TOKENS), _outcomes(outcome for _, _, outcome in TOKENS)


def _outcomes(outcomes: Iterable[str]) -> str:
    names = sorted(set(outcomes))
    return ", ".join(name if name == RESULT else f"`{name}`" for name in names)
