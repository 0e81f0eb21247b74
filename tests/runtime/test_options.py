"""Options of a call and of all calls of a client, and calls that no method makes."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest
import trio

from sdkwright.runtime.errors import NoResponseError, ResponseError, ResponseTimeoutError, SDKError
from sdkwright.runtime.http.bodies import BODIES
from sdkwright.runtime.http.requests import Extra, prepare
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import KEY, Caller, FakeClock
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import Pet, PetPage, PetStore
from tests.support.server import Server, hang_up, reply

# What a call adds to its request


@pytest.mark.parametrize(
    ("given", "target"),
    [
        ({"color": "red"}, "/api/v1/pets?color=red"),
        ({"n": 1, "open": True, "big": 1.5}, "/api/v1/pets?n=1&open=true&big=1.5"),
        ({"each": ["a", "b"]}, "/api/v1/pets?each=a&each=b"),
        ({"a&b": "c d/e"}, "/api/v1/pets?a%26b=c%20d%2Fe"),
        ({"none": None, "unset": UNSET, "empty": []}, "/api/v1/pets"),
        ({}, "/api/v1/pets"),
    ],
)
def test_extra_parameters_are_in_the_query(
    call: Caller, server: Server, given: dict[str, Any], target: str
) -> None:
    server.answers(reply(200, {"pets": []}))
    call("list", extra_query=given)
    assert server.last.target == target


def test_extra_parameters_follow_those_of_the_method(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"pets": []}))
    call("list", limit=2, extra_query={"color": "red"})
    assert server.last.target == "/api/v1/pets?limit=2&color=red"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"limit": 3}, "^extra_query can't contain limit, which is an argument"),
        ({"x": object()}, "^x"),
        ({"x": float("nan")}, "^x"),
    ],
)
def test_what_cannot_be_extra_in_the_query_is_refused(
    call: Caller, server: Server, given: dict[str, Any], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        call("list", extra_query=given)
    assert server.seen == []


def test_extra_properties_are_in_the_body(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    call("create", name="Rex", weight=1.5, extra_body={"color": "red", "weight": None, "tags": [1]})
    assert server.last.json == {"name": "Rex", "weight": None, "color": "red", "tags": [1]}


def test_extra_properties_make_a_body_that_was_optional(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("replace", id="p1", pet=None, extra_body={"color": "red"})
    assert server.last.json == {"color": "red"}
    assert server.last.header("Content-Type") == "application/json"


def body(operation: Operation[None], given: Any, extra: dict[str, Any]) -> Any:
    return prepare(operation, {}, given, base_url="", headers={}, extra=Extra(body=extra)).content


def operation(kind: Any = "value", content_type: str = "application/json") -> Operation[None]:
    encoder = None if content_type.endswith("json") else BODIES
    return Operation(
        "", "POST", "/", body=kind, content_type=content_type, encoder=encoder, returns={}
    )


def test_other_properties_keep_their_digits() -> None:
    whole = {"id": 12345678901234567890123, "part": 1.0}
    assert body(operation(), whole, {"x": 1}) == b'{"id":12345678901234567890123,"part":1.0,"x":1}'


@pytest.mark.parametrize("given", [[1], "text", 5, None])
def test_only_an_object_has_extra_properties(given: Any) -> None:
    made: Operation[None] = Operation(
        "", "POST", "/", body="value", content_type="application/json", nullable=("",), returns={}
    )
    with pytest.raises(
        ValueError, match=r"^extra_body can't be sent: the body is not a JSON object"
    ):
        body(made, given, {"x": 1})


def test_a_body_that_is_not_json_has_no_extra_properties() -> None:
    form = operation("properties", "application/x-www-form-urlencoded")
    with pytest.raises(
        ValueError, match=r"^extra_body can't be sent: the body of POST / is not JSON"
    ):
        body(form, {"a": "b"}, {"x": 1})


def test_an_operation_without_a_body_has_no_extra_properties(call: Caller, server: Server) -> None:
    with pytest.raises(ValueError, match=r"^extra_body can't be sent: GET /pets has no body"):
        call("list", extra_body={"x": 1})
    assert server.seen == []


@pytest.mark.parametrize("name", ["Authorization", "authorization", "User-Agent", "X-Tenant"])
def test_none_removes_a_header(call: Caller, server: Server, name: str) -> None:
    server.answers(reply(200, REX))
    call("get", id="p1", x_tenant="t", http_headers={name: None})
    assert server.last.header(name) is None


@pytest.mark.parametrize("name", ["Host", "accept-encoding"])
def test_a_header_of_every_request_is_not_removed(call: Caller, server: Server, name: str) -> None:
    with pytest.raises(ValueError, match=f"^http_headers can't remove (?i:{name})"):
        call("get", id="p1", http_headers={name: None})
    assert server.seen == []


def test_the_next_pages_have_the_extra_parameters_as_well(call: Caller, server: Server) -> None:
    if call.mode != "sync":
        pytest.skip("the async iterator builds its requests in the same way")
    server.answers(reply(200, {"pets": [REX]}), reply(200, {"pets": []}))
    assert len(list(call.client().pets.list_iter(limit=1, extra_query={"color": "red"}))) == 1
    assert [each.target for each in server.seen] == [
        "/api/v1/pets?limit=1&color=red",
        "/api/v1/pets?offset=1&limit=1&color=red",
    ]


# A client with other options


def test_a_client_with_options_uses_them_for_all_calls(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(503))
    first = call.client(max_retries=5)
    assert first.pets is not None  # and not shared, since it has the options of its client
    client = first.with_options(max_retries=1)
    with pytest.raises(ResponseError):
        call("get", client, id="p1")
    assert len(server.seen) == 2


def test_a_call_overrides_them(call: Caller, server: Server) -> None:
    server.answers(reply(503))
    client = call.client().with_options(max_retries=5)
    with pytest.raises(ResponseError):
        call("get", client, id="p1", max_retries=0)
    assert len(server.seen) == 1


def test_the_first_client_keeps_its_own(call: Caller, server: Server) -> None:
    server.answers(reply(503))
    client = call.client(max_retries=0)
    client.with_options(max_retries=5)
    with pytest.raises(ResponseError):
        call("get", client, id="p1")
    assert len(server.seen) == 1


def test_headers_parameters_and_properties_are_added(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    client = (
        call.client()
        .with_options(
            http_headers={"X-A": "1", "X-B": "1"}, extra_query={"a": 1}, extra_body={"p": 1}
        )
        .with_options(http_headers={"x-b": "2"}, extra_query={"b": 2})
    )
    call("create", client, name="Rex", http_headers={"X-C": "3"}, extra_body={"q": 2})
    assert [server.last.header(name) for name in ("X-A", "X-B", "X-C")] == ["1", "2", "3"]
    assert server.last.target == "/api/v1/pets?a=1&b=2"
    assert server.last.json == {"name": "Rex", "p": 1, "q": 2}


def test_it_shares_the_connections(call: Caller, server: Server) -> None:
    if call.mode != "sync":
        pytest.skip("each async call of a test has a loop, and so a connection, of its own")
    server.answers(reply(200, REX), reply(200, REX))
    client = call.client()
    call("get", client, id="p1")
    call("get", client.with_options(max_retries=0), id="p1")
    assert server.open_connections() == 1


def test_it_works_when_nothing_else_holds_the_first_client(server: Server) -> None:
    server.answers(reply(200, REX), reply(200, REX))
    made = PetStore(KEY, server_url=f"{server.url}/api/v1")
    made.pets.get(id="p1")
    client = made.with_options(max_retries=0)
    del made
    gc.collect()
    assert client.pets.get(id="p1").name == "Rex"
    client.close()


def test_closing_one_closes_both() -> None:
    client = PetStore(KEY)
    client.with_options(max_retries=0).close()
    with pytest.raises(RuntimeError, match=r"^This client is closed"):
        client.pets.get(id="p1")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_retries": -1}, "max_retries must be an integer of 0 or more, not -1."),
        ({"timeout_ms": 0}, "timeout_ms must be positive and at most 2,147,483,647, not 0."),
        ({"deadline_ms": -5}, "deadline_ms must be positive and at most 2,147,483,647, not -5."),
        (
            {"server_url": "no url"},
            "A server's URL must start with http:// or https://, not 'no url'.",
        ),
        (
            {"idempotency_header": "not a header"},
            "idempotency_header must be the name of a header, not 'not a header'.",
        ),
    ],
)
def test_an_invalid_option_is_refused_when_it_is_given(options: Any, message: str) -> None:
    with PetStore(KEY) as client, pytest.raises(ValueError) as caught:  # noqa: PT011 - see below
        client.with_options(**options)
    assert str(caught.value) == message


# Misspelled arguments


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "ofset",
            r"Pets.list() got an unexpected keyword argument 'ofset'. Did you mean 'offset'?",
        ),
        (
            "timeout",
            r"Pets.list() got an unexpected keyword argument 'timeout'. Did you mean 'timeout_ms'?",
        ),
        ("qqq", "Pets.list() got an unexpected keyword argument 'qqq'"),
    ],
)
def test_an_argument_that_no_method_has_is_named(
    call: Caller, server: Server, name: str, message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        call("list", None, **{name: 1})
    suffix = "" if call.mode == "sync" else "_async"
    assert str(caught.value) == message.replace("list()", f"list{suffix}()")
    assert server.seen == []


def test_so_is_one_of_the_others() -> None:
    with PetStore(KEY) as client:
        with pytest.raises(
            TypeError, match=r"^Client.with_options\(\) got .* 'retry'. Did you mean "
        ):
            client.with_options(retry=1)  # type: ignore[call-arg] # as it says
        with pytest.raises(TypeError, match=r"^Pets.list_iter\(\) got .* 'ofset'"):
            client.pets.list_iter(ofset=1)  # type: ignore[call-arg] # as it says
        with pytest.raises(TypeError, match=r"^Client.request\(\) got .* 'query'"):
            client.request("GET", "/", query={})  # type: ignore[call-overload] # as it says


# Calls without a method


def request(call: Caller, *arguments: Any, client: PetStore | None = None, **options: Any) -> Any:
    client = client or call.client()
    if call.mode == "sync":
        return client.request(*arguments, **options)

    async def run() -> Any:
        return await client.request_async(*arguments, **options)

    return trio.run(run) if call.mode == "trio" else asyncio.run(run())


def test_an_endpoint_without_a_method_is_called(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"new": [1, 2.5, None]}))
    made = request(call, "get", "/new/%7Bid%7D", extra_query={"a": "b"})
    assert made == {"new": [1, 2.5, None]}
    assert server.last.method == "GET"
    assert server.last.target == "/api/v1/new/%7Bid%7D?a=b"
    assert server.last.header("Authorization") == f"Bearer {KEY}"
    assert server.last.body == b""


def test_its_path_is_no_template(call: Caller, server: Server) -> None:
    server.answers(reply(200, {}))
    request(call, "GET", "/new/{id}")
    assert server.last.target in {"/api/v1/new/{id}", "/api/v1/new/%7Bid%7D"}


@pytest.mark.parametrize(
    ("type_", "expected"), [(Pet, "Rex"), (PetPage, None)], ids=["a model", "another"]
)
def test_its_response_is_an_instance_of_a_type(
    call: Caller, server: Server, type_: Any, expected: str | None
) -> None:
    server.answers(reply(200, REX if expected else {"pets": [REX]}))
    made = request(call, "GET", "/new", into=type_)
    assert type(made) is type_
    assert (made.name if expected else made.pets[0].name) == "Rex"


def test_its_response_is_a_list_of_a_type(call: Caller, server: Server) -> None:
    server.answers(reply(200, [REX]))
    assert [pet.name for pet in request(call, "GET", "/new", into=list[Pet])] == ["Rex"]


def test_its_body_is_json(call: Caller, server: Server) -> None:
    server.answers(reply(201, {}))
    request(call, "POST", "/new", body={"a": [1]}, extra_body={"b": 2})
    assert server.last.json == {"a": [1], "b": 2}
    assert server.last.header("Content-Type") == "application/json"


@pytest.mark.parametrize(("method", "answer"), [("DELETE", reply(204)), ("HEAD", reply(200))])
def test_no_response_body_is_none(call: Caller, server: Server, method: str, answer: Any) -> None:
    server.answers(answer)
    assert request(call, method, "/new") is None


def test_it_is_retried_and_its_errors_are_those_of_others(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(404, {"error": {"message": "No such thing"}}))
    with pytest.raises(ResponseError, match=r"^No such thing \(404 Not Found, GET /new\)$"):
        request(call, "GET", "/new")


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "new"), ("GET", "https://elsewhere.example/new"), ("G T", "/new"), ("", "/new")],
)
def test_what_is_no_method_or_path_is_refused(
    call: Caller, server: Server, method: str, path: str
) -> None:
    with pytest.raises(ValueError, match=r"^(method must be|path must begin)"):
        request(call, method, path)
    assert server.seen == []


# What errors know


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"X-Request-Id": "r1"}, "r1"),
        ({"request-id": "r2"}, "r2"),
        ({"X-Correlation-ID": "r3", "x-request-id": "r1"}, "r1"),
        ({}, None),
    ],
)
def test_an_error_has_the_id_of_its_request(
    call: Caller, server: Server, headers: dict[str, str], expected: str | None
) -> None:
    server.answers(reply(404, {}, headers=headers))
    with pytest.raises(ResponseError) as caught:
        call("get", id="p1")
    assert caught.value.request_id == expected


def test_an_error_has_the_number_of_attempts(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(503), reply(503))
    with pytest.raises(ResponseError) as caught:
        call("get", id="p1")
    assert caught.value.attempts == 3


def test_so_has_an_invalid_response(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(200, "{"))
    with pytest.raises(ResponseError) as caught:
        call("get", id="p1")
    assert caught.value.attempts == 2


def test_so_has_no_response(call: Caller, server: Server) -> None:
    server.answers(hang_up(), hang_up(), hang_up())
    with pytest.raises(NoResponseError) as caught:
        call("get", id="p1")
    assert caught.value.attempts == 3


@pytest.mark.parametrize("kind", [ResponseError, NoResponseError, ResponseTimeoutError])
def test_one_class_catches_all(kind: type[Exception]) -> None:
    assert issubclass(kind, SDKError)
    assert not issubclass(SDKError, ValueError)


def test_a_clock_is_shared(clock: FakeClock) -> None:
    client = PetStore(KEY, clock=clock)
    assert client.with_options(max_retries=0)._session.clock is clock
    client.close()
