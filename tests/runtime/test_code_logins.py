"""Logins in a browser that end with a code, and the tokens that come of them."""

from __future__ import annotations

import base64
import hashlib
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from sdkwright.runtime.auth.code_login import CodeLogin
from sdkwright.runtime.auth.logins import Endpoints, Token
from sdkwright.runtime.errors import NoResponseError, ResponseError, SDKError
from tests.runtime.conftest import FakeClock
from tests.runtime.support.logins import (
    CLIENT,
    FLOWS,
    OTHER,
    Backend,
    Store,
    as_mode,
    call,
    session,
    shown,
)
from tests.support.server import Answer, Server, hang_up, reply

both = pytest.mark.parametrize("mode", ["sync", "async"])

BACK = "http://127.0.0.1:8400/back"


def granted(token: str, refresh: str | None = None, seconds: int | None = 3600) -> Answer:
    more = {"expires_in": seconds} if seconds else {}
    return reply(
        200,
        {"access_token": token, "token_type": "bearer", **more}
        | ({"refresh_token": refresh} if refresh else {}),
    )


class Browser:
    """Opens the page, and is sent back with what the test wants."""

    def __init__(self, **changes: str | None) -> None:
        self.pages: list[str] = []
        self._changes = changes

    def query(self, index: int = -1) -> dict[str, str]:
        return dict(parse_qsl(str(self.pages[index]).partition("?")[2], strict_parsing=True))

    def __call__(self, page: str) -> str:
        self.pages.append(page)
        answer = {"code": "secret-c0de/1", "state": self.query()["state"], **self._changes}
        return f"{BACK}?{urlencode({k: v for k, v in answer.items() if v is not None})}"


def login(browser: Callable[[str], str], mode: str = "sync", **settings: Any) -> CodeLogin:
    return CodeLogin("me", BACK, as_mode(mode, browser), **settings)


@both
def test_a_code_is_exchanged_for_the_token_that_is_sent(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t1"))
    browser = Browser()
    call(session(server, clock, login(browser, mode)), mode)
    query = browser.query()
    assert browser.pages[0].startswith(f"{server.url}/authorize?tenant=1&response_type=code&")
    challenge, state = query.pop("code_challenge"), query.pop("state")
    assert query == {
        "tenant": "1",
        "response_type": "code",
        "client_id": "me",
        "redirect_uri": BACK,
        "scope": "read write",
        "code_challenge_method": "S256",
    }
    (form,) = backend.forms("/token")
    verifier = form.pop("code_verifier")
    assert form == {
        "grant_type": "authorization_code",
        "code": "secret-c0de/1",
        "redirect_uri": BACK,
        "client_id": "me",
    }
    digest = hashlib.sha256(verifier.encode()).digest()
    assert challenge == base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert len(verifier) == len(state) == 43
    assert backend.tokens() == ["Bearer t1"]


def test_no_two_logins_have_the_same_secrets(server: Server, clock: FakeClock) -> None:
    Backend(server, token=granted("t1"))
    browser = Browser()
    for _ in range(2):
        call(session(server, clock, login(browser)), "sync")
    first, second = browser.query(0), browser.query(1)
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]


@both
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"state": None}, "the URL has not the `state` that this login began with"),
        ({"state": "of another"}, "the URL has not the `state` that this login began with"),
        ({"state": None, "error": "access_denied"}, "the URL has not the `state`"),
        ({"code": None}, "the URL has no `code`"),
        ({"code": ""}, "the URL has no `code`"),
        ({"code": None, "error": "access_denied"}, "The login failed: access_denied"),
        (
            {"error": "invalid_scope", "error_description": "No\nsuch scope."},
            r"The login failed: invalid_scope: No\\nsuch scope\.",
        ),
    ],
)
def test_a_login_that_failed_is_an_error(
    server: Server, clock: FakeClock, mode: str, changes: dict[str, str | None], message: str
) -> None:
    backend = Backend(server, token=granted("t1"))
    with pytest.raises(SDKError, match=message) as raised:
        call(session(server, clock, login(Browser(**changes))), mode)
    assert backend.forms("/token") == []
    assert "secret-c0de" not in shown(raised.value)


def test_a_parameter_that_comes_twice_is_not_trusted(server: Server, clock: FakeClock) -> None:
    backend = Backend(server, token=granted("t1"))
    browser = Browser()
    with pytest.raises(SDKError, match="the URL has no `code`"):
        call(session(server, clock, login(lambda page: f"{browser(page)}&code=other")), "sync")
    assert backend.forms("/token") == []


def test_what_is_no_url_is_refused(server: Server, clock: FakeClock) -> None:
    Backend(server, token=granted("t1"))
    with pytest.raises(TypeError, match="What `authorize` returns must be a URL, not NoneType"):
        call(session(server, clock, login(lambda _: None)), "sync")  # type: ignore[arg-type, return-value]


@both
def test_parameters_of_the_caller_are_in_the_url(
    server: Server, clock: FakeClock, mode: str
) -> None:
    Backend(server, token=granted("t1"))
    browser = Browser()
    more = {"audience": "https://a b", "response_type": "token"}
    call(session(server, clock, login(browser, scopes=["x"], parameters=more)), mode)
    query = browser.query()
    assert (query["audience"], query["response_type"]) == ("https://a b", "code")
    assert query["scope"] == "x"


@both
def test_a_code_is_not_sent_twice(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Backend(server, token=hang_up())
    with pytest.raises(NoResponseError):
        call(session(server, clock, login(Browser())), mode)
    assert len(backend.forms("/token")) == 1


@both
def test_an_error_of_the_exchange_shows_neither_code_nor_verifier(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=reply(400, {"error": "invalid_grant", "you": "secret-c0de/1"}))
    with pytest.raises(ResponseError, match="invalid_grant") as raised:
        call(session(server, clock, login(Browser(), client_secret="s&cret-0123")), mode)
    said = shown(raised.value)
    for text in ("secret-c0de", "s&cret-0123", backend.forms("/token")[0]["code_verifier"]):
        assert text not in said


# Refreshing


@both
def test_a_token_that_expires_is_refreshed_without_a_person(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=[granted("t1", "r1"), granted("t2", "r2"), granted("t3")])
    browser = Browser()
    made = session(server, clock, login(browser))
    for _ in range(4):
        call(made, mode)
        clock.time += 3599
    assert len(browser.pages) == 1
    assert backend.forms("/token")[1:] == [
        {"grant_type": "refresh_token", "refresh_token": "r1", "client_id": "me"},
        {"grant_type": "refresh_token", "refresh_token": "r2", "client_id": "me"},
        {"grant_type": "refresh_token", "refresh_token": "r2", "client_id": "me"},
    ]
    assert backend.tokens() == ["Bearer t1", "Bearer t2", "Bearer t3", "Bearer t3"]


@both
def test_a_token_that_is_refused_is_refreshed(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Backend(server, token=[granted("t1", "r1", None), granted("t2", "r2", None)])
    backend.valid = {"t2"}
    call(session(server, clock, login(Browser())), mode)
    assert backend.tokens() == ["Bearer t1", "Bearer t2"]


@both
@pytest.mark.parametrize("code", ["invalid_grant", "unauthorized_client", "invalid_scope"])
def test_a_person_logs_in_again_if_the_refresh_token_is_refused(
    server: Server, clock: FakeClock, mode: str, code: str
) -> None:
    refused = reply(400, {"error": code})
    backend = Backend(server, token=[granted("t1", "r1"), refused, granted("t2", "r2")])
    browser = Browser()
    made = session(server, clock, login(browser))
    call(made, mode)
    clock.time += 3600
    call(made, mode)
    assert len(browser.pages) == 2
    assert backend.tokens() == ["Bearer t1", "Bearer t2"]


@both
@pytest.mark.parametrize("answer", [reply(500), reply(400, {"error": "invalid_client"})])
def test_another_failure_to_refresh_is_an_error(
    server: Server, clock: FakeClock, mode: str, answer: Answer
) -> None:
    Backend(server, token=[granted("t1", "r1"), answer])
    browser = Browser()
    made = session(server, clock, login(browser))
    call(made, mode)
    clock.time += 3600
    with pytest.raises(ResponseError):
        call(made, mode)
    assert len(browser.pages) == 1


@both
def test_a_token_is_refreshed_where_the_document_says(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t1", "r1"), refresh=granted("t2"))
    flows = {"code": Endpoints("/authorize", "/token", "/refresh")}
    made = session(server, clock, login(Browser()), flows=flows)
    call(made, mode)
    clock.time += 3600
    call(made, mode)
    assert backend.forms("/refresh") == [
        {"grant_type": "refresh_token", "refresh_token": "r1", "client_id": "me"}
    ]


# Stores


@both
def test_a_store_gets_each_token(server: Server, clock: FakeClock, mode: str) -> None:
    Backend(server, token=[granted("t1", "r1"), granted("t2", "r2")])
    store = Store(mode=mode)
    made = session(server, clock, login(Browser(), mode, store=store))
    call(made, mode)
    clock.time += 3600
    call(made, mode)
    noon = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
    assert [token.model_dump() for token in store.saved] == [
        {
            "access_token": "t1",
            "refresh_token": "r1",
            "expires_at": noon.replace(hour=13),
            "scope": None,
        },
        {
            "access_token": "t2",
            "refresh_token": "r2",
            "expires_at": noon.replace(hour=14),
            "scope": None,
        },
    ]


@both
def test_a_store_that_has_a_token_saves_the_login(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t2"))
    store = Store(Token(access_token="t0"), mode=mode)
    browser = Browser()
    made = session(server, clock, login(browser, mode, store=store))
    call(made, mode)
    call(made, mode, OTHER)
    assert browser.pages == []
    assert backend.tokens() == ["Bearer t0", "Bearer t0"]


@both
def test_a_token_that_another_process_has_refreshed_is_used(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t9"))
    backend.valid = {"new"}
    store = Store(Token(access_token="old", refresh_token="r0"), mode=mode)
    made = session(server, clock, login(Browser(), mode, store=store))
    backend.valid = {"old", "new"}
    call(made, mode)
    backend.valid = {"new"}
    store.token = Token(access_token="new", refresh_token="r1")
    call(made, mode)
    assert backend.forms("/token") == []
    assert backend.tokens() == ["Bearer old", "Bearer old", "Bearer new"]


def test_a_store_must_return_a_token(server: Server, clock: FakeClock) -> None:
    Backend(server, token=granted("t1"))
    store = Store("t0")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="loads must be a Token or None, not str"):
        call(session(server, clock, login(Browser(), store=store)), "sync")


def test_a_store_of_coroutine_functions_is_for_async_calls(
    server: Server, clock: FakeClock
) -> None:
    Backend(server, token=granted("t1"))
    store = Store(mode="async")
    with pytest.raises(TypeError, match="the method `load` of a store of async calls only"):
        call(session(server, clock, login(Browser(), store=store)), "sync")


def test_a_token_can_be_written_and_read(server: Server) -> None:
    del server
    token = Token(access_token="a", refresh_token="r", expires_at=datetime(2026, 1, 2, tzinfo=UTC))
    text = token.model_dump_json()
    assert text == (
        '{"access_token":"a","refresh_token":"r","expires_at":"2026-01-02T00:00:00Z","scope":null}'
    )
    assert Token.model_validate_json(text) == token


def test_a_token_does_not_show_what_is_secret(server: Server) -> None:
    del server
    token = Token(access_token="access-0123", refresh_token="refresh-0123")
    assert "0123" not in repr(token)
    assert b"0123" not in pickle.dumps(token)


# Beside other credentials


@both
def test_a_token_can_be_passed_as_before(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Backend(server)
    call(session(server, clock, "given"), mode)
    assert backend.tokens() == ["Bearer given"]


@both
def test_client_credentials_are_used_if_there_is_no_login(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t1"))
    given = {"client_id": "me", "client_secret": "s"}
    call(session(server, clock, None, fetched=CLIENT, credentials=given), mode, OTHER)
    assert backend.forms("/token") == [{"grant_type": "client_credentials", "scope": "write"}]


@both
def test_a_login_is_preferred_to_client_credentials(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, token=granted("t1"))
    given = {"client_id": "me", "client_secret": "s"}
    browser = Browser()
    call(session(server, clock, login(browser), fetched=CLIENT, credentials=given), mode)
    assert len(browser.pages) == 1
    assert [form["grant_type"] for form in backend.forms("/token")] == ["authorization_code"]


@pytest.mark.parametrize("type_", ["mac", "DPoP", "N_A"])
def test_a_token_of_another_type_is_not_used(server: Server, clock: FakeClock, type_: str) -> None:
    Backend(server, token=reply(200, {"access_token": "t", "token_type": type_}))
    with pytest.raises(ResponseError, match=f"the token is of the type '{type_}'"):
        call(session(server, clock, login(Browser()), flows=FLOWS), "sync")
