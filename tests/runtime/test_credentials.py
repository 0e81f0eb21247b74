"""Credentials: which are sent, where they go, and how a token is fetched and kept."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from sdkwright.runtime.auth.credential_text import concealed_url
from sdkwright.runtime.auth.credentials import (
    Alternatives,
    ApiKey,
    Basic,
    Bearer,
    Scheme,
    Setting,
)
from sdkwright.runtime.auth.oauth import ClientCredentials
from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.hooks import HookContext, Hooks
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.session import Session
from sdkwright.runtime.transports.httpx import HttpxTransport
from sdkwright.runtime.transports.pools import Pools
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import Caller, FakeClock
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import SDK, Pet, PetStore
from tests.support.server import Answer, Request, Server, hang_up, reply
from tests.support.waiting import PATIENCE, PATIENCE_MS

SCHEMES: dict[str, Scheme] = {
    "bearer": Bearer(Setting("token", "T_TOKEN")),
    "custom": Bearer(Setting("custom", "T_CUSTOM"), "Token"),
    "basic": Basic(Setting("username", "T_USERNAME"), Setting("password", "T_PASSWORD")),
    "header": ApiKey(Setting("key", "T_KEY"), "header", "X-Key"),
    "query": ApiKey(Setting("query_key", "T_QUERY_KEY"), "query", "api key"),
    "cookie": ApiKey(Setting("cookie_key", "T_COOKIE_KEY"), "cookie", "sid"),
    "fetched": ClientCredentials(
        Setting("ready", "T_READY"),
        Setting("client_id", "T_CLIENT_ID"),
        Setting("client_secret", "T_CLIENT_SECRET"),
        Setting("token_url", "T_TOKEN_URL"),
        "/oauth/token",
    ),
}


def session(
    server: Server,
    clock: FakeClock | None = None,
    *,
    settings: Any = MappingProxyType({}),
    **credentials: Any,
) -> Session:
    made = Session(
        SDK._replace(schemes=SCHEMES, security=()),
        credentials=credentials,
        parameters={},
        server=None,
        server_url=server.url,
        timeout_ms=PATIENCE_MS,
        retry_config=UNSET,
        client=None,
        async_client=None,
        debug_logger=None,
        response_validation="lenient",
        **settings,
    )
    made.clock = clock or made.clock
    return made


def operation(security: Alternatives, **more: Any) -> Operation[None]:
    return Operation("o", "GET", "/o", returns={204: None}, security=security, **more)


def sent(server: Server, security: Alternatives, **credentials: Any) -> Request:
    server.answers(reply(204))
    session(server, **credentials).run(Call(operation(security), {}))
    return server.last


each_scheme = pytest.mark.parametrize(
    ("scheme", "given", "header", "value"),
    [
        ("bearer", {"token": "t"}, "Authorization", "Bearer t"),
        ("custom", {"custom": "t"}, "Authorization", "Token t"),
        (
            "basic",
            {"username": "Aladdin", "password": "open sesame"},
            "Authorization",
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        ("basic", {"username": "Aladdin"}, "Authorization", "Basic QWxhZGRpbjo="),
        ("header", {"key": "k"}, "X-Key", "k"),
        ("cookie", {"cookie_key": "a b;c=="}, "Cookie", "sid=a%20b%3Bc=="),
        ("fetched", {"ready": "t"}, "Authorization", "Bearer t"),
    ],
)


@each_scheme
def test_a_credential_goes_where_the_document_says(
    server: Server, scheme: str, given: dict[str, str], header: str, value: str
) -> None:
    assert sent(server, ((scheme,),), **given).header(header) == value
    called = {name: partial(str, text) for name, text in given.items()}
    assert sent(server, ((scheme,),), **called).header(header) == value


def coroutine_functions(given: dict[str, str]) -> dict[str, Any]:
    def function(text: str) -> Any:
        async def give() -> str:
            await asyncio.sleep(0)
            return text

        return give

    return {name: function(text) for name, text in given.items()}


@each_scheme
def test_a_coroutine_function_gives_a_credential_of_async_calls(
    server: Server, scheme: str, given: dict[str, str], header: str, value: str
) -> None:
    server.answers(reply(204))
    made = session(server, **coroutine_functions(given))
    asyncio.run(made.run_async(Call(operation(((scheme,),)), {})))
    assert server.last.header(header) == value
    with pytest.raises(TypeError) as raised:
        made.run(Call(operation(((scheme,),)), {}))
    assert str(raised.value) == "A coroutine function can be a credential of async calls only."
    assert len(server.seen) == 1


def test_a_key_in_the_query_follows_what_is_there(server: Server) -> None:
    assert sent(server, (("query",),), query_key="a&b").target == "/o?api%20key=a%26b"
    server.answers(reply(204))
    other = operation((("query",),), query=("x",))
    session(server, query_key="k").run(Call(other, {"x": 1}))
    assert server.last.target == "/o?x=1&api%20key=k"


def test_a_cookie_of_the_operation_stays(server: Server) -> None:
    server.answers(reply(204))
    given = operation((("cookie",),), cookies=("a",))
    session(server, cookie_key="k").run(Call(given, {"a": 1}))
    assert server.last.header("Cookie") == "a=1; sid=k"


@pytest.mark.parametrize(
    ("security", "given", "expected"),
    [
        ((("bearer",), ("header",)), {"token": "t", "key": "k"}, {"Authorization": "Bearer t"}),
        ((("bearer",), ("header",)), {"key": "k"}, {"X-Key": "k"}),
        (
            (("bearer", "header"),),
            {"token": "t", "key": "k"},
            {"Authorization": "Bearer t", "X-Key": "k"},
        ),
        (
            (("bearer", "header"), ("custom",)),
            {"key": "k", "custom": "c"},
            {"Authorization": "Token c"},
        ),
        ((("bearer", "header"),), {"key": "k"}, {"X-Key": "k"}),
        (((), ("header",)), {"key": "k"}, {"X-Key": "k"}),
        (((), ("header",)), {}, {}),
        ((), {"key": "k", "token": "t"}, {}),
        ((("header",),), {}, {}),
    ],
)
def test_the_first_alternative_is_sent_that_was_given(
    server: Server, security: Alternatives, given: dict[str, str], expected: dict[str, str]
) -> None:
    request = sent(server, security, **given)
    found = {name: request.header(name) for name in ("Authorization", "X-Key")}
    assert {name: value for name, value in found.items() if value} == expected


def test_credentials_are_taken_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("T_USERNAME", "u")
    monkeypatch.setenv("T_PASSWORD", "p")
    assert sent(server, (("basic",),)).header("Authorization") == "Basic dTpw"


@pytest.mark.parametrize(
    "given", [{"token": "a\nb"}, {"key": "a\r\nX: y"}, {"username": "a:b", "password": "c"}]
)
def test_a_credential_that_can_not_be_sent_is_refused_at_once(
    server: Server, given: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"control character|not contain a colon"):
        session(server, **given)


@pytest.mark.parametrize(
    ("userinfo", "header"),
    [
        ("u:p", "Basic dTpw"),
        ("u:p%40%C3%A4@x", "Basic dTpwQMOkQHg="),
        ("u", "Basic dTo="),
        (":p", "Basic OnA="),
        ("", "Bearer t"),
        (":", "Bearer t"),
    ],
)
def test_a_user_name_in_the_url_is_sent_instead_of_the_credential(
    server: Server, userinfo: str, header: str
) -> None:
    server.answers(reply(204))
    url = server.url.replace("//", f"//{userinfo}@")
    made = session(server, token="t")
    made.run(Call(operation((("bearer",),)), {}, server_url=url))
    assert server.last.header("Authorization") == header
    assert server.last.header("Host") == server.url.removeprefix("http://")
    headers = {"Authorization": "Mine"}
    made.run(Call(operation((("bearer",),)), {}, server_url=url, http_headers=headers))
    assert server.last.header("Authorization") == "Mine"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://u:p@host/a", "'https://**********@host/a'"),
        ("HTTP://u:p@host/a@b", "'HTTP://**********@b'"),
        ("ftp://u:p@host", "'**********@host'"),
        ("u:p://q@host", "'**********@host'"),
        ("https://host/a", "'https://host/a'"),
    ],
)
def test_a_url_masks_its_user_name_and_password(url: str, shown: str) -> None:
    assert repr(concealed_url(url)) == shown
    assert concealed_url(url) == url


# Tokens that are fetched


class Issuer:
    """Answers requests for tokens, and those that need one."""

    def __init__(self, *, expires_in: Any = 3600, in_body: bool = False) -> None:
        self.expires_in = expires_in
        self.in_body = in_body
        self.issued: list[Request] = []
        self.refused: set[str] = set()
        self.asked = threading.Event()
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, request: Request) -> Answer:
        if "/oauth/token" in request.target:
            return self.issue(request)
        token = request.header("Authorization")
        return reply(401) if token is None or token in self.refused else reply(204)

    def issue(self, request: Request) -> Answer:
        form = parse_qs(request.body.decode())
        if self.in_body and "client_secret" not in form:
            return reply(401, {"error": "invalid_client"})
        self.asked.set()
        self.gate.wait(PATIENCE)
        self.issued.append(request)
        return reply(200, {"access_token": f"t{len(self.issued)}", "expires_in": self.expires_in})


@pytest.fixture
def issuer(server: Server) -> Issuer:
    made = Issuer()
    server.answers(made)
    return made


OWN: dict[str, Any] = {"client_id": "me", "client_secret": "s/e+c"}
FETCHED: Alternatives = (("fetched",),)


def call(made: Session, mode: str, security: Alternatives = FETCHED) -> None:
    if mode == "sync":
        made.run(Call(operation(security), {}))
    else:
        asyncio.run(made.run_async(Call(operation(security), {})))


both = pytest.mark.parametrize("mode", ["sync", "async"])


@both
def test_a_token_is_fetched_once_and_sent(server: Server, issuer: Issuer, mode: str) -> None:
    made = session(server, **OWN)
    call(made, mode)
    call(made, mode)
    (asked,) = issuer.issued
    assert (asked.method, asked.target) == ("POST", "/oauth/token")
    assert asked.header("Content-Type") == "application/x-www-form-urlencoded"
    assert asked.header("Authorization") == "Basic bWU6cyUyRmUlMkJj"
    assert asked.body == b"grant_type=client_credentials"
    assert [seen.header("Authorization") for seen in server.seen[1:]] == ["Bearer t1"] * 2


@both
def test_a_token_is_fetched_anew_before_it_expires(
    server: Server, issuer: Issuer, clock: FakeClock, mode: str
) -> None:
    issuer.expires_in = 100
    made = session(server, clock, **OWN)
    call(made, mode)
    clock.time += 89
    call(made, mode)
    assert len(issuer.issued) == 1
    clock.time += 1
    call(made, mode)
    assert len(issuer.issued) == 2
    assert server.last.header("Authorization") == "Bearer t2"


@both
@pytest.mark.parametrize("expires_in", [None, "never"])
def test_a_token_without_an_end_is_kept(
    server: Server, issuer: Issuer, clock: FakeClock, mode: str, expires_in: Any
) -> None:
    issuer.expires_in = expires_in
    made = session(server, clock, **OWN)
    call(made, mode)
    clock.time += 1e9
    call(made, mode)
    assert len(issuer.issued) == 1


@both
def test_a_token_that_is_refused_is_fetched_anew_once(
    server: Server, issuer: Issuer, clock: FakeClock, mode: str
) -> None:
    made = session(server, clock, **OWN)
    call(made, mode)
    issuer.refused = {"Bearer t1"}
    call(made, mode)
    assert server.last.header("Authorization") == "Bearer t2"
    issuer.refused = {"Bearer t2", "Bearer t3"}
    with pytest.raises(ResponseError) as raised:
        call(made, mode)
    assert raised.value.status_code == 401
    assert len(issuer.issued) == 3


def test_many_threads_fetch_one_token(server: Server, issuer: Issuer) -> None:
    issuer.gate.clear()
    made = session(server, **OWN)
    threads = [threading.Thread(target=call, args=(made, "sync")) for _ in range(16)]
    for thread in threads:
        thread.start()
    issuer.gate.set()
    for thread in threads:
        thread.join()
    assert len(issuer.issued) == 1
    assert len(server.seen) == 17


def test_many_tasks_fetch_one_token_though_the_first_is_cancelled(
    server: Server, issuer: Issuer
) -> None:
    issuer.gate.clear()
    made = session(server, **OWN)

    async def run() -> None:
        first = asyncio.create_task(made.run_async(Call(operation(FETCHED), {})))
        others = [
            asyncio.create_task(made.run_async(Call(operation(FETCHED), {}))) for _ in range(8)
        ]
        await asyncio.to_thread(issuer.asked.wait, PATIENCE)
        first.cancel()
        issuer.gate.set()
        await asyncio.gather(*others)

    asyncio.run(run())
    used = {seen.header("Authorization") for seen in server.seen if seen.method == "GET"}
    assert len(used) == 1
    assert len(issuer.issued) <= 2


def test_each_set_of_scopes_has_a_token_of_its_own(server: Server, issuer: Issuer) -> None:
    made = session(server, **OWN)
    for scopes in (("read",), ("read", "write"), ("write", "read")):
        call(made, "sync", ((("fetched", *scopes),),))
    asked = [parse_qs(seen.body.decode())["scope"] for seen in issuer.issued]
    assert asked == [["read"], ["read write"]]


@both
def test_the_secret_goes_into_the_body_where_the_server_wants_it_there(
    server: Server, issuer: Issuer, mode: str
) -> None:
    issuer.in_body = True
    call(session(server, **OWN), mode)
    (asked,) = issuer.issued
    assert asked.header("Authorization") is None
    assert parse_qs(asked.body.decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["me"],
        "client_secret": ["s/e+c"],
    }


@both
def test_functions_give_what_a_token_is_asked_for_with(
    server: Server, issuer: Issuer, mode: str
) -> None:
    given = {**OWN, "token_url": "/oauth/token?tenant=a"}
    called = {name: partial(str, text) for name, text in given.items()}
    call(session(server, **(called if mode == "sync" else coroutine_functions(given))), mode)
    (asked,) = issuer.issued
    assert asked.target == "/oauth/token?tenant=a"
    assert asked.header("Authorization") == "Basic bWU6cyUyRmUlMkJj"


def test_the_url_of_tokens_can_be_another(server: Server, issuer: Issuer) -> None:
    call(session(server, **OWN, token_url=f"{server.url}/oauth/token?tenant=a"), "sync")
    assert issuer.issued[0].target == "/oauth/token?tenant=a"


def test_the_url_of_tokens_is_relative_to_the_path_of_the_server(
    server: Server, issuer: Issuer
) -> None:
    made = session(server, **OWN, token_url="oauth/token?tenant=a")
    made.base_url = f"{server.url}/v1?version=2"
    call(made, "sync")
    assert issuer.issued[0].target == "/v1/oauth/token?tenant=a"


@both
def test_fetching_a_token_is_tried_again(server: Server, clock: FakeClock, mode: str) -> None:
    server.answers(hang_up(), reply(503), reply(200, {"access_token": "t"}), reply(204))
    call(session(server, clock, **OWN), mode)
    assert len(clock.waits) == 2
    assert server.last.header("Authorization") == "Bearer t"


@both
@pytest.mark.parametrize("headers", [{}, {"retry-after-ms": "1"}, {"Retry-After": "0"}])
def test_fetching_a_token_is_tried_again_twice_at_most(
    server: Server, clock: FakeClock, mode: str, headers: dict[str, str]
) -> None:
    server.answers(reply(503, b"", headers))
    with pytest.raises(ResponseError, match="503"):
        call(session(server, clock, **OWN), mode)
    assert clock.waits == [0.5, 0.75]
    assert len(server.seen) == 3


@both
def test_fetching_a_token_sends_no_idempotency_key(
    server: Server, issuer: Issuer, mode: str
) -> None:
    made = session(server, **OWN, settings={"idempotency_header": "Idempotency-Key"})
    call(made, mode)
    (asked,) = issuer.issued
    assert asked.header("Idempotency-Key") is None


@both
@pytest.mark.parametrize(
    ("declared", "named"), [("Idempotency-Key", None), ("X-Other", "Idempotency-Key")]
)
def test_a_call_has_one_idempotency_key_though_its_token_is_fetched_anew(
    server: Server, clock: FakeClock, mode: str, declared: str, named: str | None
) -> None:
    issuer = Issuer()
    pay: Operation[None] = Operation(
        "pay", "POST", "/pay", headers=(declared,), returns={204: None}, security=FETCHED
    )

    def answer(request: Request) -> Answer:
        paid = [seen for seen in server.seen if seen.target == "/pay"]
        if request.target == "/pay" and len(paid) < 3:
            return (hang_up(), reply(401))[len(paid) - 1]
        return issuer(request)

    server.answers(answer)
    made = session(server, clock, **OWN, settings={"idempotency_header": named})
    if mode == "sync":
        made.run(Call(pay, {declared: None}))
    else:
        asyncio.run(made.run_async(Call(pay, {declared: None})))
    paid = [seen for seen in server.seen if seen.target == "/pay"]
    assert [seen.header("Authorization") for seen in paid] == ["Bearer t1"] * 2 + ["Bearer t2"]
    assert len({seen.header("Idempotency-Key") for seen in paid} - {None}) == 1
    assert None not in {seen.header("Idempotency-Key") for seen in paid}


@both
def test_an_idempotency_key_is_not_sent_in_the_header_of_a_credential(
    server: Server, mode: str
) -> None:
    made = session(server, key="k", settings={"idempotency_header": "x-key"})
    create: Operation[None] = Operation(
        "o", "POST", "/o", returns={204: None}, security=(("header",),)
    )
    with pytest.raises(ValueError, match=r"^idempotency_header can't be 'x-key', "):
        (
            made.run(Call(create, {}))
            if mode == "sync"
            else asyncio.run(made.run_async(Call(create, {})))
        )
    assert server.seen == []


@both
def test_a_refusal_says_why(server: Server, clock: FakeClock, mode: str) -> None:
    why = {"error": "invalid_client", "error_description": "Who are you?"}
    server.answers(reply(400, why))
    with pytest.raises(ResponseError, match=r"invalid_client|Who are you\?") as raised:
        call(session(server, clock, **OWN), mode)
    assert raised.value.status_code == 400


# What can be seen of them

SECRET = "very-secret-0123456789"


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(
    ("scheme", "given"),
    [
        ("bearer", {"token": SECRET}),
        ("basic", {"username": "u", "password": SECRET}),
        ("header", {"key": SECRET}),
        ("query", {"query_key": SECRET}),
        ("cookie", {"cookie_key": SECRET}),
        ("fetched", {"client_id": "me", "client_secret": SECRET}),
        ("fetched", {"ready": SECRET}),
    ],
)
def test_no_credential_is_shown(  # noqa: PLR0917 - fixtures and a table
    server: Server,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
    scheme: str,
    given: dict[str, str],
    mode: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answers(
        *([reply(200, {"access_token": SECRET})] if "client_secret" in given else []),
        reply(500),
        reply(404, {"error": {"message": "No."}}),
    )
    made = session(server, clock, **given)
    with pytest.raises(ResponseError) as raised:
        call(made, mode, ((scheme,),))
    error = raised.value
    request = error.raw_response.request
    shown = [
        repr(made.keyring),
        repr(vars(made.keyring)),
        repr(vars(made)),
        caplog.text,
        repr(error),
        str(error),
        repr(vars(error)),
        repr(request),
        str(request.url),
        repr(request.url),
        repr(request.headers),
        json.dumps(str(vars(request))),
    ]
    encoded = "dTp2ZXJ5LXNlY3JldC0wMTIzNDU2Nzg5"
    assert not [text for text in shown if SECRET in text or encoded in text]


def test_no_credential_is_shown_where_no_answer_comes(server: Server, clock: FakeClock) -> None:
    def send(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError(f"{request.url} is not there", request=request)

    made = session(server, clock, query_key=SECRET)
    client = httpx2.Client(transport=httpx2.MockTransport(send))
    made.pools._sync = HttpxTransport(client, is_given=False, is_async=False)
    with pytest.raises(Exception, match=r"\*\*\*") as raised:
        call(made, "sync", (("query",),))
    assert SECRET not in f"{raised.value!r} {raised.value.__cause__!r}"


# Credentials that nobody gave


def test_a_refused_call_without_credentials_says_how_to_give_them(
    call: Caller, server: Server
) -> None:
    server.answers(reply(401, {"error": {"message": "Who are you?"}}))
    with pytest.raises(ResponseError) as caught:
        call("get", call.client(api_key=None), id="p1")
    assert caught.value.message == "Who are you?"
    assert caught.value.__notes__ == [
        "This client has no credentials: pass api_key to it or set PETSTORE_API_KEY."
    ]


def test_other_failures_and_wrong_keys_have_no_such_note(call: Caller, server: Server) -> None:
    server.answers(reply(401, {}), reply(404, {}))
    for client in (call.client(), call.client(api_key=None)):
        with pytest.raises(ResponseError) as caught:
            call("get", client, id="p1")
        assert not hasattr(caught.value, "__notes__")


DOCUMENTED = {"api_key": None, "server_url": None}
"""A client of the documented server, without credentials."""

MISSING = (
    r"This client has no credentials: pass api_key to it or set PETSTORE_API_KEY "
    r"\(GET /pets/\{id\}\)\."
)


def test_a_call_without_required_credentials_is_refused_before_it_is_sent(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pools, "sync", None)
    monkeypatch.setattr(Pools, "asynchronous", None)
    with pytest.raises(ValueError, match=MISSING):
        call("get", call.client(**DOCUMENTED), id="p1")


def anonymous(method: str = "GET", **differences: Any) -> Operation[Pet]:
    return Operation("get", method, "/pets", returns={200: lambda: Pet}, **differences)


def sent_by(client: PetStore, operation: Operation[Any], **options: Any) -> httpx2.Headers:
    """Return the headers of the request that a client of the documented server would send."""
    seen: list[httpx2.Headers] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers)
        return httpx2.Response(200, json=REX)

    transport = httpx2.Client(transport=httpx2.MockTransport(answer))
    client._session.pools._sync = HttpxTransport(transport, is_given=False, is_async=False)
    client.pets._run(operation, {}, **options)
    return seen[0]


@pytest.mark.parametrize("security", [(), ((),), (("key",), ())], ids=["none", "empty", "optional"])
def test_an_operation_that_may_be_anonymous_is_called(security: Any) -> None:
    client = PetStore()
    assert "Authorization" not in sent_by(client, anonymous(security=security))


def test_a_header_of_the_call_may_be_the_credentials() -> None:
    header = {"Authorization": "Own x"}
    assert sent_by(PetStore(), anonymous(), http_headers=header)["Authorization"] == "Own x"


def test_a_hook_may_add_the_credentials() -> None:
    def add(_: HookContext, request: httpx2.Request) -> None:
        request.headers["Authorization"] = "Own y"

    client = PetStore(hooks=Hooks(before_request=add))
    assert sent_by(client, anonymous())["Authorization"] == "Own y"


def test_a_client_of_the_callers_own_may_add_the_credentials() -> None:
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["Authorization"])
        return httpx2.Response(200, json=REX)

    own = httpx2.Client(transport=httpx2.MockTransport(answer), auth=("me", "pw"))
    PetStore(client=own).pets.get(id="p1")
    assert seen == ["Basic bWU6cHc="]


def test_what_an_undocumented_endpoint_requires_is_not_known(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"a": 1}))
    client = call.client(api_key=None)
    assert client.request("GET", "/new") == {"a": 1}
