"""What a call sends and gives back when all goes well."""

from __future__ import annotations

import asyncio
import math
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import httpx2
import pytest

from sdkwright.runtime.http.wire import Styled
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import REX, pets
from tests.runtime.support.sdk import Owner, Pet, PetPage, PetStore
from tests.support.server import Server, reply
from tests.support.waiting import PATIENCE

REX_MODEL = Pet(
    id="p1",
    name="Rex",
    age=3,
    note=None,
    kind="dog",
    owner=Owner(name="Ann", since=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
)


def test_gives_the_typed_result(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    assert call("get", id="p1") == REX_MODEL


def test_sends_method_path_and_headers(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="p1")
    assert (server.last.method, server.last.target) == ("GET", "/api/v1/pets/p1")
    assert server.last.header("Authorization") == f"Bearer {KEY}"
    assert server.last.header("Accept") == "application/json"
    assert server.last.header("User-Agent") == "petstore-python/0.1.0"
    assert "gzip" in str(server.last.header("Accept-Encoding"))


def test_leaves_out_query_parameters_that_are_none(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets()))
    assert call("list", offset=None) == PetPage(pets=[])
    assert server.last.target == "/api/v1/pets"


def test_sends_each_item_of_a_list_in_the_query(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets()))
    call("list", offset=0, tag=["a&b", "ü c"])
    assert server.last.target == "/api/v1/pets?offset=0&tag=a%26b&tag=%C3%BC%20c"


def test_leaves_out_none_where_the_body_allows_no_null(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    call("create", name="Rex", weight=None, note=None)
    assert server.last.json == {"name": "Rex", "note": None}
    assert server.last.header("Content-Type") == "application/json"


def test_leaves_out_what_is_unset(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    call("create", name="Rex", weight=UNSET, note=UNSET)
    assert server.last.json == {"name": "Rex"}


def test_sends_a_model_as_the_body(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("replace", id="p1", pet=REX_MODEL)
    assert server.last.json == REX


def test_sends_no_body_for_none(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("replace", id="p1", pet=None)
    assert server.last.body == b""
    assert server.last.header("Content-Type") is None


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"weight": float("nan")}, "weight is nan"),
        ({"weight": float("-inf")}, "weight is -inf"),
        ({"owner": {"name": "Ann", "debts": [1.0, float("inf")]}}, r"owner\.debts\[1\] is inf"),
    ],
)
def test_refuses_numbers_that_json_has_not(
    call: Caller, server: Server, arguments: dict[str, Any], problem: str
) -> None:
    with pytest.raises(ValueError, match=f"^{problem}, which can't be represented in JSON"):
        call("create", name="Rex", **arguments)
    assert server.seen == []


def test_gives_none_where_no_body_is_documented(call: Caller, server: Server) -> None:
    server.answers(reply(204))
    assert call("delete", id="p1") is None


def test_decodes_a_success_that_is_not_documented_as_the_first_that_is(
    call: Caller, server: Server
) -> None:
    server.answers(reply(202, REX))
    assert call("get", id="p1") == REX_MODEL


# Settings


def test_takes_the_api_key_from_the_environment(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_API_KEY", "from-outside")
    server.answers(reply(200, REX))
    call("get", call.client(api_key=None), id="p1")
    assert server.last.header("Authorization") == "Bearer from-outside"


def test_asks_a_function_for_the_api_key_before_each_call(call: Caller, server: Server) -> None:
    keys = iter(["one", "two"])
    client = call.client(api_key=lambda: next(keys))
    server.answers(reply(200, REX))
    call("get", client, id="p1")
    call("get", client, id="p1")
    assert [r.header("Authorization") for r in server.seen] == ["Bearer one", "Bearer two"]


@pytest.mark.parametrize("key", ["", lambda: None, str], ids=["empty", "None", "gives-empty"])
def test_sends_no_credentials_without_a_key(call: Caller, server: Server, key: object) -> None:
    server.answers(reply(200, REX))
    call("get", call.client(api_key=key), id="p1")
    assert server.last.header("Authorization") is None


def test_sends_no_credentials_where_the_operation_needs_none(call: Caller, server: Server) -> None:
    server.answers(reply(200, {}))
    call("basket")
    assert server.last.header("Authorization") is None


def test_global_header_of_a_call_beats_the_client_and_the_environment(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_TENANT", "outside")
    server.answers(reply(200, REX))
    call("get", id="p1")
    call("get", call.client(tenant="client"), id="p1")
    call("get", call.client(tenant="client"), id="p1", x_tenant="call")
    assert [r.header("X-Tenant") for r in server.seen] == ["outside", "client", "call"]


def test_headers_of_a_call_replace_those_of_the_sdk(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="p1", http_headers={"authorization": "Basic x", "X-More": "1"})
    assert server.last.header("Authorization") == "Basic x"
    assert server.last.header("X-More") == "1"


def test_server_url_of_a_call_beats_the_client(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    client = call.client(server_url="http://127.0.0.1:9/nowhere")
    call("get", client, id="p1", server_url=f"{server.url}/v2/")
    assert server.last.target == "/v2/pets/p1"


def upload(url: str) -> Operation[None]:
    return Operation("upload", "GET", "/upload", returns={204: None}, server=url)


def test_an_operation_is_sent_to_a_server_of_its_own(server: Server) -> None:
    server.answers(reply(204))
    with PetStore(KEY) as client:
        client.pets._run(upload(f"{server.url}/files/"), {})
    assert server.last.target == "/files/upload"


def test_a_server_url_of_the_client_beats_the_server_of_an_operation(server: Server) -> None:
    server.answers(reply(204))
    with PetStore(KEY, server_url=f"{server.url}/proxy") as client:
        client.pets._run(upload("http://127.0.0.1:9/nowhere"), {})
    assert server.last.target == "/proxy/upload"


def test_names_the_servers_when_there_is_no_such_server() -> None:
    known = r"^Unknown server 'x'; choose one of: 'production', 'test'\.$"
    with pytest.raises(ValueError, match=known):
        PetStore(server="x")


@pytest.mark.parametrize("url", ["ftp://a", "example.com", "//example.com"])
def test_refuses_a_url_that_is_not_http(url: str) -> None:
    with pytest.raises(ValueError, match="must start with http:// or https://"):
        PetStore(server_url=url)


@pytest.mark.parametrize("url", ["http://[", "http://a:b:c/"])
def test_refuses_a_url_that_leads_nowhere(call: Caller, url: str) -> None:
    with pytest.raises(ValueError, match=r"^Cannot call |Invalid"):
        call("get", call.client(server_url=url), id="p1")


@pytest.mark.parametrize("milliseconds", [0, -1, math.nan, math.inf, 10**400])
def test_refuses_a_timeout_that_is_not_positive(call: Caller, milliseconds: int) -> None:
    with pytest.raises(ValueError, match="timeout_ms must be positive"):
        PetStore(timeout_ms=milliseconds)
    with pytest.raises(ValueError, match="timeout_ms must be positive"):
        call("get", id="p1", timeout_ms=milliseconds)


def test_refuses_an_unknown_kind_of_validation() -> None:
    with pytest.raises(ValueError, match="response_validation"):
        PetStore(response_validation="Strict")


# Clients of the caller


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_uses_the_client_of_the_caller(server: Server, library: Any) -> None:
    server.answers(reply(200, REX))
    with library.Client(timeout=PATIENCE, headers={"X-Mine": "yes"}) as mine:
        client = PetStore(KEY, client=mine, server_url=server.url)
        assert client.pets.get(id="p1") == REX_MODEL
    assert server.last.header("X-Mine") == "yes"
    assert server.last.header("Authorization") == f"Bearer {KEY}"


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_uses_the_async_client_of_the_caller(server: Server, library: Any) -> None:
    async def main() -> Pet:
        async with library.AsyncClient(timeout=PATIENCE, headers={"X-Mine": "yes"}) as mine:
            client = PetStore(KEY, async_client=mine, server_url=server.url)
            return await client.pets.get_async(id="p1")

    server.answers(reply(200, REX))
    assert asyncio.run(main()) == REX_MODEL
    assert server.last.header("X-Mine") == "yes"
    assert server.last.header("Authorization") == f"Bearer {KEY}"


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_does_not_close_the_client_of_the_caller(server: Server, library: Any) -> None:
    server.answers(reply(200, REX))
    with library.Client(timeout=PATIENCE) as mine:
        with PetStore(KEY, client=mine, server_url=server.url) as client:
            client.pets.get(id="p1")
        assert not mine.is_closed


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_keeps_the_timeouts_of_the_callers_client(server: Server, library: Any) -> None:
    server.answers(reply(200, REX))
    seen: list[Any] = []
    hooks = {"request": [lambda request: seen.append(request.extensions["timeout"]["read"])]}
    with library.Client(timeout=7500.5, event_hooks=hooks) as mine:
        PetStore(KEY, client=mine, server_url=server.url).pets.get(id="p1")
        PetStore(KEY, client=mine, server_url=server.url, timeout_ms=6_000_100).pets.get(id="p1")
        PetStore(KEY, client=mine, server_url=server.url).pets.get(id="p1", timeout_ms=6_000_200)
    assert seen == [7500.5, 6000.1, 6000.2]


@pytest.mark.parametrize(
    ("rest", "problem"),
    [
        ("#a", "A server's URL can't have a fragment"),
        ("/b#?", "A server's URL can't have a fragment"),
        ("/b?a=1#c", "A server's URL can't have a fragment"),
        ("/b?a=c@d", "must be written as %40"),
    ],
)
def test_a_server_url_has_no_part_that_is_not_sent(
    call: Caller, server: Server, rest: str, problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        PetStore(server_url=f"{server.url}{rest}")
    with pytest.raises(ValueError, match=problem):
        call("get", id="a", server_url=f"{server.url}{rest}")
    assert server.seen == []


def test_a_password_with_a_question_mark_is_refused_and_not_shown() -> None:
    with pytest.raises(ValueError, match="must be written as %40") as caught:
        PetStore(server_url="http://user:pass?word@pets.example")
    assert "pass" not in str(caught.value)


@pytest.mark.parametrize(
    ("rest", "target"),
    [
        ("", "/pets?tag=a"),
        ("/", "/pets?tag=a"),
        ("/v1/", "/v1/pets?tag=a"),
        ("/v1/.", "/v1/pets?tag=a"),
        ("/v1/../v2", "/v2/pets?tag=a"),
        ("/../..", "/pets?tag=a"),
        ("/a%2Fb/%2e%2e.", "/a%2Fb/%2e%2e./pets?tag=a"),
        ("?v=1", "/pets?v=1&tag=a"),
        ("/b?v=1&w", "/b/pets?v=1&w&tag=a"),
        ("/b/?v=../x", "/b/pets?v=../x&tag=a"),
        ("/b?", "/b/pets?tag=a"),
    ],
)
def test_the_path_and_the_query_of_a_call_follow_those_of_the_server(
    call: Caller, server: Server, rest: str, target: str
) -> None:
    server.answers(reply(200, pets()))
    call("list", PetStore(KEY, server_url=f"{server.url}{rest}"), tag="a")
    call("list", tag="a", server_url=f"{server.url}{rest}")
    assert [request.target for request in server.seen] == [target, target]


def test_the_query_of_a_server_is_in_requests_without_one(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="p1", server_url=f"{server.url}/b?v=1")
    assert server.last.target == "/b/pets/p1?v=1"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/#X-Target=Tag", "/?q=1"),
        ("/tags/{id}#keys", "/tags/a%23b?q=1"),
        ("/tags/{id}#{other}?x", "/tags/a%23b?q=1"),
        ("/x?action=list", "/x?action=list&q=1"),
        ("/x?action=list#y", "/x?action=list&q=1"),
    ],
)
@pytest.mark.parametrize("styled", [False, True])
def test_the_query_is_sent_where_the_path_has_a_fragment_or_a_query(
    path: str, target: str, *, styled: bool
) -> None:
    query = (Styled("q", "form") if styled else "q",)
    made: Operation[None] = Operation("o", "GET", path, query=query, returns={204: None})
    assert made.target({"id": "a#b", "q": 1}) == target


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1\\@evil.example",
        "http://127.0.0.1 @evil.example",
        "http://exa mple.com",
        "http://127.0.0.1\t",
        "http://127.0.0.1/\n",
        "http://127.0.0.1/\x7f",
    ],
)
def test_a_server_url_that_can_be_read_in_two_ways_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="can't have a backslash, a space or a control character"):
        PetStore(KEY, server_url=url)
    with pytest.raises(ValueError, match="can't have a backslash, a space or a control character"):
        PetStore(KEY).pets.get(id="p1", server_url=url)


def test_an_unknown_option_is_refused(call: Caller, server: Server) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'stream'"):
        call("get", id="a", stream=True)
    assert server.seen == []


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN")])
def test_numbers_that_are_none_are_not_sent(call: Caller, server: Server, value: Any) -> None:
    with pytest.raises(
        ValueError, match=r"^limit is (nan|inf|NaN), which can't be represented in JSON"
    ):
        call("list", limit=value)
    assert server.seen == []


def test_only_gzip_and_deflate_are_requested(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="a")
    assert server.last.header("Accept-Encoding") == "gzip, deflate"


def test_a_caller_replaces_the_accepted_encodings(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", id="a", http_headers={"accept-encoding": "identity"})
    assert [value for name, value in server.last.headers if name.lower() == "accept-encoding"] == [
        "identity"
    ]
