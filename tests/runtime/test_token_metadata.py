"""What an authorization server says about itself (RFC 8414), and what of it is believed."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.runtime.auth.code_login import CodeLogin
from sdkwright.runtime.auth.device_login import DeviceLogin
from sdkwright.runtime.auth.logins import Endpoints
from sdkwright.runtime.auth.metadata import Metadata
from sdkwright.runtime.errors import ResponseError, SDKError
from tests.runtime.conftest import FakeClock
from tests.runtime.support.logins import CLIENT, OTHER, Backend, call, session
from tests.support.server import Answer, Request, Server, reply

both = pytest.mark.parametrize("mode", ["sync", "async"])

PLACE = "/.well-known/oauth-authorization-server"
UNKNOWN = {"code": Endpoints("", ""), "device": Endpoints("", "")}
GRANTED = reply(200, {"access_token": "t1"})
GIVEN = {"client_id": "me", "client_secret": "s"}


def metadata(server: Server, **changes: Any) -> dict[str, Any]:
    return {
        "issuer": server.url,
        "token_endpoint": f"{server.url}/token",
        "authorization_endpoint": f"{server.url}/authorize",
        "device_authorization_endpoint": f"{server.url}/device",
        "response_types_supported": ["code"],
        **changes,
    }


class Documents(Backend):
    """A backend that has documents at paths as well."""

    def __init__(self, server: Server, **answers: Any) -> None:
        super().__init__(server, token=GRANTED, **answers)
        self.documents: dict[str, Answer] = {PLACE: reply(200, metadata(server))}
        server.answers(self._find)

    def _find(self, request: Request) -> Answer:
        return self.documents.get(request.target) or self._answer(request)

    def asked(self) -> list[Request]:
        return [seen for seen in self.server.seen if seen.target in self.documents]


def fetching(server: Server, clock: FakeClock, place: str = PLACE, **more: Any) -> Any:
    return session(
        server,
        clock,
        None,
        metadata=Metadata(place),
        fetched=CLIENT._replace(url="", metadata=Metadata(place)),
        credentials=GIVEN,
        **more,
    )


@both
def test_the_token_endpoint_is_found_once(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Documents(server)
    made = fetching(server, clock)
    call(made, mode)
    call(made, mode, OTHER)  # with a token for other scopes
    assert len(backend.asked()) == 1
    assert len(backend.forms("/token")) == 2
    assert backend.tokens() == ["Bearer t1", "Bearer t1"]


@both
def test_it_is_asked_for_without_credentials(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Documents(server)
    call(fetching(server, clock, server_url=server.url.replace("://", "://u:p@")), mode)
    (asked,) = backend.asked()
    assert (asked.method, asked.header("Authorization"), asked.body) == ("GET", None, b"")


@both
def test_a_login_finds_its_endpoints(server: Server, clock: FakeClock, mode: str) -> None:
    code = {"device_code": "d", "user_code": "u", "verification_uri": "https://a", "expires_in": 9}
    backend = Documents(server, device=reply(200, code))
    login = DeviceLogin("me", lambda _: None)
    call(session(server, clock, login, flows=UNKNOWN, metadata=Metadata(PLACE)), mode)
    assert [seen.target for seen in server.seen] == [PLACE, "/device", "/token", "/o"]
    assert backend.tokens() == ["Bearer t1"]


@both
@pytest.mark.parametrize(("issuer", "exchanges"), [(None, 1), ("", 1), ("/evil", 0)])
def test_a_code_of_another_issuer_is_refused(
    server: Server, clock: FakeClock, mode: str, issuer: str | None, exchanges: int
) -> None:
    backend = Documents(server)

    def browse(page: str) -> str:
        state = page.partition("state=")[2].partition("&")[0]
        named = "" if issuer is None else f"&iss={server.url}{issuer}"
        return f"http://127.0.0.1/back?code=c&state={state}{named}"

    login = CodeLogin("me", "http://127.0.0.1/back", browse)
    made = session(server, clock, login, flows=UNKNOWN, metadata=Metadata(PLACE))
    if exchanges:
        call(made, mode)
    else:
        with pytest.raises(SDKError, match="is another server"):
            call(made, mode)
    assert len(backend.forms("/token")) == exchanges


@pytest.mark.parametrize(
    ("place", "issuer"),
    [
        (f"{PLACE}/tenant/1", "/tenant/1"),
        (PLACE, "/"),
        ("/tenant/.well-known/openid-configuration", "/tenant"),
        ("/elsewhere.json", "/whoever"),
    ],
)
def test_the_issuer_is_that_of_the_url(
    server: Server, clock: FakeClock, place: str, issuer: str
) -> None:
    backend = Documents(server)
    backend.documents[place] = reply(200, metadata(server, issuer=f"{server.url}{issuer}"))
    call(fetching(server, clock, place), "sync")
    assert backend.tokens() == ["Bearer t1"]


@both
@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"issuer": None}, "it names no issuer"),
        ({"issuer": 5}, "it names no issuer"),
        ({"issuer": "https://evil.example"}, "it is about another server: https://evil.example"),
        ({"issuer": "{}/tenant"}, "it is about another server"),
        ({"token_endpoint": "http://evil.example/token"}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": "ftp://evil.example/token"}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": "/token"}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": ["https://a"]}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": "https://u:p@a.example/"}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": "https://a.example:999999/"}, "token_endpoint is no URL that tokens"),
        ({"token_endpoint": "https://a.example/#x"}, "token_endpoint is no URL that tokens"),
        ({"authorization_endpoint": "javascript:x"}, "authorization_endpoint is no URL"),
        ({"device_authorization_endpoint": "https://a\nb"}, "device_authorization_endpoint is no"),
    ],
)
def test_what_is_not_to_be_trusted_is_an_error(
    server: Server, clock: FakeClock, mode: str, changes: dict[str, Any], problem: str
) -> None:
    backend = Documents(server)
    changes = {
        name: text.format(server.url) if isinstance(text, str) else text
        for name, text in changes.items()
    }
    backend.documents[PLACE] = reply(200, metadata(server, **changes))
    with pytest.raises(ResponseError, match=problem):
        call(fetching(server, clock), mode)
    assert backend.forms("/token") == []


@both
@pytest.mark.parametrize(
    "answer",
    [reply(200, b"[]"), reply(200, b"null"), reply(200, b""), reply(200, b"x"), reply(404)],
)
def test_another_answer_is_an_error(
    server: Server, clock: FakeClock, mode: str, answer: Answer
) -> None:
    backend = Documents(server)
    backend.documents[PLACE] = answer
    with pytest.raises(ResponseError):
        call(fetching(server, clock), mode)
    assert backend.forms("/token") == []


@both
def test_a_huge_answer_is_an_error(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Documents(server)
    backend.documents[PLACE] = reply(200, metadata(server, more="x" * 2000))
    with pytest.raises(ResponseError, match="it is larger than max_response_bytes"):
        call(fetching(server, clock, max_response_bytes=1000), mode)


@both
def test_an_endpoint_that_is_not_there_is_an_error(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Documents(server)
    backend.documents[PLACE] = reply(200, {"issuer": server.url})
    with pytest.raises(SDKError, match=f"has no token_endpoint, says its metadata at {PLACE}"):
        call(fetching(server, clock), mode)


@both
def test_a_failure_is_not_remembered(server: Server, clock: FakeClock, mode: str) -> None:
    backend = Documents(server)
    made = fetching(server, clock)
    right = backend.documents[PLACE]
    backend.documents[PLACE] = reply(404)
    with pytest.raises(ResponseError):
        call(made, mode)
    backend.documents[PLACE] = right
    call(made, mode)
    assert backend.tokens() == ["Bearer t1"]


def test_metadata_are_fetched_by_https(server: Server, clock: FakeClock) -> None:
    place = "http://auth.example/.well-known/oauth-authorization-server"
    with pytest.raises(SDKError, match=f"must be fetched by https, not from {place}"):
        call(fetching(server, clock, place), "sync")
    assert server.seen == []


@both
def test_a_url_of_the_document_is_not_looked_up(
    server: Server, clock: FakeClock, mode: str
) -> None:
    backend = Documents(server)
    fetched = CLIENT._replace(metadata=Metadata(PLACE))
    call(session(server, clock, None, fetched=fetched, credentials=GIVEN), mode)
    assert backend.asked() == []
    assert backend.tokens() == ["Bearer t1"]
