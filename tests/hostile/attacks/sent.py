"""What is put into a request to get out of its place, and what must come of it there.

Each text is given to each place. `docs/security.md` shows the rows; `test_sent` asserts them on the
bytes that a server read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Outcome = Literal["encoded", "as it is", "left out", "refused"]
"""Percent-encoded, or as its format has it; byte for byte; not at all; or a `ValueError` before
anything is sent. What is sent has the lines, the segments, the parameters and the cookies that it
has with a harmless text."""

CONTROL: Final = {
    "CR LF and a header": "a\r\nX-Smuggled: 1",
    "LF and a header": "a\nX-Smuggled: 1",
    "CR and a header": "a\rX-Smuggled: 1",
    "a second request": "a HTTP/1.1\r\nHost: a\r\n\r\nDELETE /all HTTP/1.1\r\nHost: a\r\n\r\n",
    "a line end alone": "\r\n",
    "NUL": "a\0b",
    "DEL": "a\x7fb",
}
"""Characters that end a line, or that some server takes for its end."""

TEXT: Final = {
    "../../admin": "../../admin",
    "%2e%2e%2fadmin": "%2e%2e%2fadmin",
    "..\\admin": "..\\admin",
    "//evil.example/": "//evil.example/",
    "@evil.example": "@evil.example",
    "?admin=1#": "?admin=1#",
    "&admin=1": "&admin=1",
    "; admin=1; Path=/": "; admin=1; Path=/",
    "a, b": "a, b",
    "%0d%0aX-Smuggled: 1": "%0d%0aX-Smuggled: 1",
    "letters beyond Latin": "é✓漢\U0001f600",
    "line separators": "a\u0085b\u2028c",
    "quotes and brackets": "\"'<{[(`",
}
"""Characters that mean something in a URL, in a cookie or in a list."""

HALF: Final = "a\ud800b"
"""Half a character: no text that can be sent."""


Where = Literal[
    "target",
    "json in the query",
    "reserved",
    "cookie",
    "header",
    "name",
    "json",
    "part",
    "multipart",
    "basic",
]
"""Where in a request the text is to be found, and how it is written there."""


@dataclass(frozen=True)
class Place:
    """Where a text is put.

    Attributes:
        name: What it is called.
        where: Where in the request it belongs.
        call: Calls a client; it gets the client, the end of the method's name, and the text.
        control: What becomes of `CONTROL`.
        text: What becomes of `TEXT`.
        package: The package, and what its client is called.
        settings: Makes arguments of the client of the text.
        others: The texts that something else becomes of.
    """

    name: str
    where: Where
    call: Callable[[Any, str, str], Any]
    control: Outcome
    text: Outcome
    package: tuple[str, str] = ("openrouter", "OpenRouter")
    settings: Callable[[str], dict[str, Any]] = lambda _: {}
    others: dict[str, Outcome] = field(default_factory=dict)

    @property
    def cases(self) -> dict[str, Outcome]:
        """What becomes of each text."""
        half: dict[str, Outcome] = {"half a character": "refused"}
        rows = {**dict.fromkeys(CONTROL, self.control), **dict.fromkeys(TEXT, self.text), **half}
        return rows | self.others


TEXTS: Final = {**CONTROL, **TEXT, "half a character": HALF}
STYLES: Final = ("styles", "Styles")
SECURITY: Final = ("security", "Security")
PAYLOADS: Final = ("payloads", "Payloads")
WEATHER: Final = ("weather", "Weather")
PETS: Final = ("tests.runtime.support.sdk", "PetStore")


def _get(client: Any, form: str, text: str) -> Any:
    return getattr(client.api_keys, f"get{form}")(hash=text)


def _list(client: Any, form: str, _: str) -> Any:
    return getattr(client.api_keys, f"list{form}")()


def _simple(**given: Callable[[str], Any]) -> Callable[[Any, str, str], Any]:
    others: dict[str, Any] = {"list": ["x"], "map": {"k": 1}, "exploded": {"k": 1}}
    return _styled("in_simple_style", others, given)


def _labelled(**given: Callable[[str], Any]) -> Callable[[Any, str, str], Any]:
    others: dict[str, Any] = {"list": ["x"], "map": {"k": 1}, "one": "x", "many": ["x"]}
    return _styled("in_other_styles", others, given)


def _styled(
    method: str, others: dict[str, Any], given: dict[str, Callable[[str], Any]]
) -> Callable[[Any, str, str], Any]:
    def call(client: Any, form: str, text: str) -> Any:
        made = {name: make(text) for name, make in given.items()}
        return getattr(client.colours, f"{method}{form}")(**{**others, **made})

    return call


def _query(**given: Callable[[str], Any]) -> Callable[[Any, str, str], Any]:
    return _styled("query", {}, given)


def _headers(**given: Callable[[str], Any]) -> Callable[[Any, str, str], Any]:
    return _styled("in_headers", {}, given)


def _berth(method: str) -> Callable[[Any, str, str], Any]:
    return lambda client, form, _: getattr(client.berths, f"{method}{form}")()


def _extra(name: str) -> Callable[[Any, str, str], Any]:
    return lambda client, form, text: getattr(client.api_keys, f"list{form}")(
        http_headers={name: text}
    )


def _named(client: Any, form: str, text: str) -> Any:
    return getattr(client.api_keys, f"list{form}")(http_headers={text: "x"})


def _job(client: Any, form: str, text: str) -> Any:
    file = {"content": b"x", "file_name": text}
    return getattr(client.jobs, f"add_job_multipart{form}")(document=file)


def _typed(client: Any, form: str, text: str) -> Any:
    file = {"content": b"x", "file_name": "x", "content_type": text}
    return getattr(client.jobs, f"add_job_multipart{form}")(document=file)


def _part(client: Any, form: str, text: str) -> Any:
    return getattr(client.jobs, f"add_job_multipart{form}")(document=b"x", note=text)


def _paid(client: Any, form: str, text: str) -> Any:
    return getattr(client.pets, f"pay{form}")(idempotency_key=text)


def _created(client: Any, form: str, text: str) -> Any:
    return getattr(client.api_keys, f"create{form}")(name=text)


DOTS: Final[dict[str, Outcome]] = {"..": "refused", ".": "refused", "": "refused"}
"""Texts that would name another path, if they were a segment of it."""

PLACES: Final = (
    Place("path: a segment", "target", _get, "encoded", "encoded", others=DOTS),
    Place(
        "path: a list, style `simple`",
        "target",
        _simple(list=lambda text: [text, "x"]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "path: the key of an object, style `simple`",
        "target",
        _simple(exploded=lambda text: {text: 1}),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "path: a list, style `label`",
        "target",
        _labelled(list=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
        others={".": "refused"},
    ),
    Place(
        "path: style `matrix`",
        "target",
        _labelled(one=lambda text: text),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: a list, repeated",
        "target",
        _query(repeated=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: a list, joined by commas",
        "target",
        _query(joined=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: a list, joined by spaces",
        "target",
        _query(spaced=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: a list, joined by bars",
        "target",
        _query(piped=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: the key of a deep object",
        "target",
        _query(filter=lambda text: {"a": {text: "x"}}),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: JSON",
        "json in the query",
        _query(json=lambda text: {text: 1}),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "query: `allowReserved`",
        "reserved",
        _query(link=lambda text: text),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "header",
        "header",
        _list,
        "refused",
        "as it is",
        settings=lambda text: {"http_referer": text},
    ),
    Place(
        "header: a list",
        "header",
        _headers(x_list=lambda text: [text]),
        "refused",
        "as it is",
        STYLES,
    ),
    Place(
        "header: the key of an object",
        "header",
        _headers(x_map=lambda text: {text: 1}),
        "refused",
        "as it is",
        STYLES,
    ),
    Place("header: of `http_headers`", "header", _extra("X-More"), "refused", "as it is"),
    Place("header: `User-Agent`", "header", _extra("User-Agent"), "refused", "as it is"),
    Place(
        "header: the name, of `http_headers`",
        "name",
        _named,
        "refused",
        "refused",
        others={"%2e%2e%2fadmin": "as it is"},
    ),
    Place("header: an idempotency key", "header", _paid, "refused", "as it is", PETS),
    Place("cookie", "cookie", _headers(session=lambda text: text), "encoded", "encoded", STYLES),
    Place(
        "cookie: a list",
        "cookie",
        _headers(shades=lambda text: [text]),
        "encoded",
        "encoded",
        STYLES,
    ),
    Place(
        "credential: a bearer token",
        "header",
        _list,
        "refused",
        "as it is",
        settings=lambda text: {"api_key": text},
    ),
    Place(
        "credential: a key in a header",
        "header",
        _berth("call_pilot"),
        "refused",
        "as it is",
        SECURITY,
        lambda text: {"pilot": text},
    ),
    Place(
        "credential: a key in the query",
        "target",
        _berth("remove_berths"),
        "encoded",
        "encoded",
        SECURITY,
        lambda text: {"harbour_id": text, "sid": "x"},
    ),
    Place(
        "credential: a key in a cookie",
        "cookie",
        _berth("remove_berths"),
        "encoded",
        "encoded",
        SECURITY,
        lambda text: {"harbour_id": "x", "sid": text},
    ),
    Place(
        "credential: a password",
        "basic",
        _berth("add_berth"),
        "encoded",
        "encoded",
        SECURITY,
        lambda text: {"username": "x", "password": text},
    ),
    Place("body: JSON", "json", _created, "encoded", "encoded"),
    Place("body: text in a part", "part", _part, "as it is", "as it is", PAYLOADS),
    Place(
        "body: the name of a file",
        "multipart",
        _job,
        "encoded",
        "as it is",
        PAYLOADS,
        others={"quotes and brackets": "encoded", "DEL": "as it is"},
    ),
    Place(
        "body: the type of a file",
        "multipart",
        _typed,
        "refused",
        "as it is",
        PAYLOADS,
        others={"a, b": "left out"},
    ),
)


def rows() -> Iterable[tuple[str, int, str]]:
    """Return the rows of the page: the place, how many texts, what becomes of them."""
    for place in PLACES:
        counts = Counter(place.cases.values())
        said = ", ".join(f"{outcome}: {count}" for outcome, count in sorted(counts.items()))
        yield place.name, len(place.cases), said
