"""Logins with a code that a person enters on another device (RFC 8628)."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.runtime.auth.device_login import DeviceCode, DeviceLogin
from sdkwright.runtime.errors import ResponseError, ResponseTimeoutError
from tests.runtime.conftest import FakeClock
from tests.runtime.support.logins import (
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

BEGUN = {
    "device_code": "secret-device-code/1",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://a.example/device",
    "verification_uri_complete": "https://a.example/device?user_code=WDJB-MJHT",
    "expires_in": 60,
}
PENDING = reply(400, {"error": "authorization_pending"})
SLOW_DOWN = reply(400, {"error": "slow_down"})
GRANTED = reply(200, {"access_token": "t1", "token_type": "Bearer", "expires_in": 3600})


def login(prompts: list[DeviceCode], mode: str = "sync", **settings: Any) -> DeviceLogin:
    return DeviceLogin("me", as_mode(mode, prompts.append), **settings)


@both
def test_a_person_is_shown_the_code_and_the_token_is_sent(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=[PENDING, GRANTED])
    prompts: list[DeviceCode] = []
    call(session(server, clock, login(prompts, mode)), mode)
    assert prompts == [
        DeviceCode(
            "WDJB-MJHT",
            "https://a.example/device",
            "https://a.example/device?user_code=WDJB-MJHT",
            60.0,
        )
    ]
    assert backend.forms("/device") == [{"scope": "read write", "client_id": "me"}]
    assert (
        backend.forms("/token")
        == [
            {
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
                "device_code": "secret-device-code/1",
                "client_id": "me",
            }
        ]
        * 2
    )
    assert backend.tokens() == ["Bearer t1"]
    assert clock.waits == [5, 5]


@both
def test_one_login_is_enough_for_all_operations_of_a_client(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=GRANTED)
    prompts: list[DeviceCode] = []
    made = session(server, clock, login(prompts))
    call(made, mode)
    call(made, mode, OTHER)
    assert len(prompts) == 1
    assert backend.tokens() == ["Bearer t1", "Bearer t1"]


@both
@pytest.mark.parametrize(
    ("begun", "answers", "waits"),
    [
        ({}, [PENDING, PENDING, GRANTED], [5, 5, 5]),
        ({"interval": 2}, [PENDING, GRANTED], [2, 2]),
        ({"interval": "7"}, [GRANTED], [7]),
        ({"interval": 0}, [GRANTED], [1]),
        ({"interval": -3}, [GRANTED], [5]),
        ({}, [SLOW_DOWN, PENDING, SLOW_DOWN, GRANTED], [5, 10, 10, 15]),
        ({}, [hang_up(), GRANTED], [5, 10]),
        ({}, [reply(503), GRANTED], [5, 10]),
        ({}, [reply(429), GRANTED], [5, 10]),
    ],
)
def test_the_server_is_asked_no_more_often_than_it_wants(  # noqa: PLR0917 - a table
    server: Server,
    clock: FakeClock,
    mode: str,
    begun: dict[str, Any],
    answers: list[Answer],
    waits: list[float],
) -> None:
    Backend(server, device=reply(200, {**BEGUN, **begun}), token=[*answers])
    call(session(server, clock, login([])), mode)
    assert clock.waits == waits


@both
def test_a_code_is_not_asked_about_after_it_has_expired(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, device=reply(200, {**BEGUN, "expires_in": 12}), token=PENDING)
    with pytest.raises(ResponseTimeoutError, match=r"^Nobody logged in: the code has expired$"):
        call(session(server, clock, login([])), mode)
    assert clock.waits == [5, 5]
    assert len(backend.forms("/token")) == 2


@both
def test_a_login_has_the_deadline_of_its_call(server: Server, clock: FakeClock, mode: str) -> None:
    Backend(server, device=reply(200, BEGUN), token=PENDING)
    with pytest.raises(
        ResponseTimeoutError, match=r"^Nobody logged in: .*\(deadline_ms\) is over$"
    ):
        call(session(server, clock, login([])), mode, deadline_ms=8000)
    assert clock.waits == [5]


@both
@pytest.mark.parametrize(
    ("code", "description", "message"),
    [
        ("access_denied", None, "access_denied"),
        ("expired_token", "Too late.", "expired_token: Too late."),
        ("invalid_grant", "Unknown\ncode.", r"invalid_grant: Unknown\ncode."),
    ],
)
def test_a_refusal_is_raised_in_the_words_of_the_server(  # noqa: PLR0917 - a table
    server: Server, clock: FakeClock, mode: str, code: str, description: str | None, message: str
) -> None:
    refused = {"error": code} | ({"error_description": description} if description else {})
    backend = Backend(server, device=reply(200, BEGUN), token=[PENDING, reply(400, refused)])
    with pytest.raises(ResponseError) as raised:
        call(session(server, clock, login([])), mode)
    assert raised.value.message == message
    assert raised.value.status_code == 400
    assert backend.tokens() == []


@both
@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"device_code": None}, "it contains no device_code"),
        ({"device_code": 5}, "it contains no device_code"),
        ({"user_code": ""}, "it contains no user_code that can be shown"),
        ({"user_code": "a\x1b[2J"}, "it contains no user_code that can be shown"),
        ({"user_code": "a\u202eb"}, "it contains no user_code that can be shown"),
        ({"verification_uri": None}, "it contains no verification_uri that can be opened"),
        ({"verification_uri": "javascript:x"}, "it contains no verification_uri that can"),
        ({"verification_uri": "https://a\x1b.b"}, "it contains no verification_uri that can"),
        ({"expires_in": None}, "it does not say when the code expires"),
        ({"expires_in": -1}, "it does not say when the code expires"),
    ],
)
def test_what_can_not_be_shown_is_an_error(
    server: Server, clock: FakeClock, mode: str, changed: dict[str, Any], problem: str
) -> None:
    Backend(server, device=reply(200, {**BEGUN, **changed}), token=GRANTED)
    prompts: list[DeviceCode] = []
    with pytest.raises(ResponseError, match=problem):
        call(session(server, clock, login(prompts)), mode)
    assert prompts == []


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"nonsense", b'"a"'])
def test_an_answer_of_another_kind_is_an_error(
    server: Server, clock: FakeClock, body: bytes
) -> None:
    Backend(server, device=reply(200, body), token=GRANTED)
    with pytest.raises(ResponseError, match="Invalid response"):
        call(session(server, clock, login([])), "sync")


def test_the_name_that_one_server_has_for_the_address_is_known(
    server: Server, clock: FakeClock
) -> None:
    begun = {**BEGUN, "verification_url": "https://g.example/device"}
    del begun["verification_uri"], begun["verification_uri_complete"]
    Backend(server, device=reply(200, begun), token=GRANTED)
    prompts: list[DeviceCode] = []
    call(session(server, clock, login(prompts)), "sync")
    assert prompts == [DeviceCode("WDJB-MJHT", "https://g.example/device", None, 60.0)]


@both
def test_a_client_with_a_secret_proves_it(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=[PENDING, GRANTED])
    call(session(server, clock, login([], client_secret="s&cret")), mode)
    assert "client_id" not in backend.forms("/device")[0] | backend.forms("/token")[0]
    headers = [seen.header("Authorization") for seen in server.seen if seen.target != "/o"]
    assert headers == ["Basic bWU6cyUyNmNyZXQ="] * 3


@both
def test_a_client_whose_header_is_refused_proves_it_in_the_body(
    server: Server, clock: FakeClock, mode: str
) -> None:
    refused = reply(401, {"error": "invalid_client"})
    backend = Backend(server, device=[refused, reply(200, BEGUN)], token=[PENDING, GRANTED])
    call(session(server, clock, login([], client_secret="s&cret")), mode)
    assert [form.get("client_secret") for form in backend.forms("/device")] == [None, "s&cret"]
    assert [form["client_secret"] for form in backend.forms("/token")] == ["s&cret"] * 2


@both
def test_scopes_of_the_caller_replace_those_of_the_document(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=GRANTED)
    call(session(server, clock, login([], scopes=["admin"])), mode)
    call(session(server, clock, login([], scopes=[])), mode)
    assert [form.get("scope") for form in backend.forms("/device")] == ["admin", None]


@both
def test_neither_an_error_nor_its_frames_show_secrets(
    server: Server, clock: FakeClock, mode: str
) -> None:
    echo = reply(
        400,
        {
            "error": "access_denied",
            "hint": "secret-device-code/1 secret-device-code%2F1 s&cret-0123",
        },
    )
    Backend(server, device=reply(200, BEGUN), token=echo)
    made = session(server, clock, login([], client_secret="s&cret-0123"))
    with pytest.raises(ResponseError) as raised:
        call(made, mode)
    said = shown(raised.value)
    for text in ("secret-device-code", "s&cret-0123", "s%26cret-0123"):
        assert text not in said
    assert "access_denied" in said


def test_a_coroutine_function_can_not_show_the_code_of_a_sync_call(
    server: Server, clock: FakeClock
) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=GRANTED)
    with pytest.raises(TypeError, match="can be what shows a code of async calls only"):
        call(session(server, clock, login([], "async")), "sync")
    assert backend.forms("/token") == []


@both
def test_the_token_is_kept_in_the_store_of_the_caller(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Backend(server, device=reply(200, BEGUN), token=GRANTED)
    store = Store(mode=mode)
    prompts: list[DeviceCode] = []
    call(session(server, clock, login(prompts, store=store)), mode)
    call(session(server, clock, login(prompts, store=store)), mode)
    assert len(prompts) == 1
    assert [token.access_token for token in store.saved] == ["t1"]
    assert backend.tokens() == ["Bearer t1", "Bearer t1"]


def test_a_login_that_the_document_does_not_offer_is_refused(
    server: Server, clock: FakeClock
) -> None:
    with pytest.raises(ValueError, match=r"^The API's document offers no DeviceLogin\.$"):
        session(server, clock, login([]), flows={})


def test_a_login_does_not_show_its_secret(server: Server) -> None:
    del server
    made = login([], client_secret="s&cret-0123")
    assert repr(made) == "DeviceLogin('me')"
    assert "s&cret" not in repr(vars(made))
