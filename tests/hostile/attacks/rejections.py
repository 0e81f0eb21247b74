"""Credentials that can't be sent or are not accepted: none is shown. `docs/security.md` has them.

Outcomes are literal: the name of an exception.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from tests.support.server import Answer, hang_up, reply

SECRET: Final = "sk-rejected-0123456789abcdef"
"""The credential; nothing may show it."""

SHOWN_AS: Final = (
    SECRET,
    base64.b64encode(f"u:{SECRET}".encode()).decode(),
    base64.b64encode(f"me:{SECRET}".encode()).decode(),
)
"""The credential, and as it is sent for HTTP Basic."""

LINE_END: Final = f"{SECRET}\n"
HALF: Final = f"{SECRET}\ud800"

OWN: Final = {"client_id": "me", "client_secret": SECRET, "token_url": "/token"}

REFUSED: Final = reply(401, {"error": "invalid_client"})


class Rejection(NamedTuple):
    """A client that is made with the secret, the method that is called, and what comes of that.

    Attributes:
        name: What is tried; several rejections are one row.
        method: The method; "" if the client is rejected.
        outcome: The name of the exception.
        settings: The client's arguments; `{server}` is the server's host and port. Those that begin
            with `from ` are given by a function.
        variables: Environment variables.
        answer: What the server answers, tokens included.
    """

    name: str
    method: str
    outcome: str
    settings: dict[str, Any] = {}  # noqa: RUF012 - nobody changes it
    variables: dict[str, str] = {}  # noqa: RUF012 - as above
    answer: Answer = reply(204)


IN_HEADERS: Final = {
    "token_auth": "list_berths",
    "pilot": "call_pilot",
    "custom": "reserve_berth",
    "oidc": "identify",
    "fetched": "fetched_only",
}
ELSEWHERE: Final = {"harbour_id": "remove_berths", "sid": "remove_berths", "password": "add_berth"}
"""Methods by the credentials that they need."""


def _more(argument: str) -> dict[str, str]:
    """Return what is given beside a credential."""
    return {"harbour_id": "i", "sid": "s", "username": "u"} if argument in ELSEWHERE else {}


REJECTIONS: Final = (
    *(
        Rejection("a credential with a line end", "", "ValueError", {name: LINE_END})
        for name in IN_HEADERS
    ),
    *(
        Rejection(
            "a credential with a line end, from the environment",
            "",
            "ValueError",
            variables={f"SECURITY_{name.upper()}": LINE_END},
        )
        for name in IN_HEADERS
    ),
    *(
        Rejection(
            "a credential with a line end, from a function",
            method,
            "ValueError",
            {f"from {name}": LINE_END},
        )
        for name, method in IN_HEADERS.items()
    ),
    *(
        Rejection(
            "a credential with half a character",
            "",
            "ValueError",
            {**_more(name), name: HALF},
        )
        for name in (*IN_HEADERS, *ELSEWHERE)
    ),
    *(
        Rejection(
            "a credential with half a character, from a function",
            method,
            "ValueError",
            {**_more(name), f"from {name}": HALF},
        )
        for name, method in (*IN_HEADERS.items(), *ELSEWHERE.items())
    ),
    Rejection(
        "a user name with a colon", "", "ValueError", {"username": "a:b", "password": SECRET}
    ),
    Rejection(
        "a client secret with half a character",
        "fetched_only",
        "ValueError",
        {**OWN, "client_secret": HALF},
    ),
    Rejection(
        "a client secret that the server of tokens refuses",
        "fetched_only",
        "SecurityDefaultError",
        OWN,
        answer=REFUSED,
    ),
    Rejection(
        "a client secret that the server of tokens does not answer",
        "fetched_only",
        "NoResponseError",
        OWN,
        answer=hang_up(),
    ),
    Rejection(
        "a token with a line end, from the server of tokens",
        "fetched_only",
        "ResponseValidationError",
        {**OWN, "client_secret": "s"},
        answer=reply(200, {"access_token": LINE_END}),
    ),
    *(
        Rejection(
            "a password in `server_url`, which is invalid", "", "ValueError", {"server_url": url}
        )
        for url in (
            f"ftp://u:{SECRET}@{{server}}",
            f"u:{SECRET}@{{server}}",
            f"//u:{SECRET}@{{server}}",
            f"://u:{SECRET}@{{server}}",
        )
    ),
    *(
        Rejection(
            "a password in `server_url`, which is invalid",
            "list_berths",
            "ValueError",
            {"server_url": url},
        )
        for url in (
            f"http://u:{HALF}@{{server}}",
            f"http://u:{SECRET}/@{{server}}",
            f"http://a%3Ab:{SECRET}@{{server}}",
        )
    ),
    *(
        Rejection(
            "a password in `server_url`, without an answer",
            "list_berths",
            "NoResponseError",
            {"server_url": url},
            answer=hang_up(),
        )
        for url in (f"http://u:{SECRET}@{{server}}", f"http://u:{SECRET}@127.0.0.1:1/x")
    ),
    Rejection(
        "a password in `server_url`, refused",
        "list_berths",
        "SecurityDefaultError",
        {"server_url": f"http://u:{SECRET}@{{server}}"},
        answer=REFUSED,
    ),
    Rejection(
        "the password of a proxy of an unknown kind",
        "list_berths",
        "ValueError",
        variables={"HTTP_PROXY": f"socks9://u:{SECRET}@127.0.0.1:1"},
    ),
    Rejection(
        "the password of a proxy that is not there",
        "list_berths",
        "NoResponseError",
        variables={"HTTP_PROXY": f"http://u:{SECRET}@127.0.0.1:1"},
    ),
)
"""What is rejected: when the client is made, before anything is sent, or by a server."""


def rows() -> Iterable[tuple[str, int, str]]:
    """Return the rows of the page: what is rejected, how many cases, and as what."""
    for name in dict.fromkeys(each.name for each in REJECTIONS):
        same = [each for each in REJECTIONS if each.name == name]
        yield name, len(same), ", ".join(sorted({f"`{each.outcome}`" for each in same}))
