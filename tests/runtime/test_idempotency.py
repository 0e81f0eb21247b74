"""Idempotency keys: one for each call, and what may be tried again because of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sdkwright.runtime.operation import Operation
from sdkwright.runtime.paging.rules import CursorPages, InBody
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import Caller, FakeClock
from tests.runtime.support.examples import BUSY, REX, pets
from tests.runtime.support.sdk import BusyError, PetError, PetPage
from tests.support.server import Server, hang_up, reply

HEADER = "Idempotency-Key"
TOKEN = {"id": "t", "token": "x"}


def keys(server: Server, header: str = HEADER) -> list[str | None]:
    return [request.header(header) for request in server.seen]


# A header that the document declares


def test_fills_in_an_idempotency_key_and_keeps_it_over_all_tries(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(500), hang_up(), reply(200, TOKEN))
    call("pay")
    sent = keys(server)
    assert len(sent) == 3
    assert len(set(sent)) == 1
    assert len(str(sent[0])) == 36
    assert clock.waits == [0.5, 0.75]


def test_two_calls_have_two_idempotency_keys(call: Caller, server: Server) -> None:
    server.answers(reply(200, TOKEN))
    call("pay")
    call("pay")
    first, second = keys(server)
    assert first != second


def test_sends_the_idempotency_key_of_the_caller(call: Caller, server: Server) -> None:
    server.answers(reply(200, TOKEN))
    call("pay", idempotency_key="mine")
    assert keys(server) == ["mine"]


@pytest.mark.parametrize("given", [{"idempotency_key": ""}, {"http_headers": {HEADER: ""}}])
def test_no_key_is_no_reason_to_try_again(
    call: Caller, server: Server, given: dict[str, Any]
) -> None:
    server.answers(reply(503), reply(200, TOKEN))
    with pytest.raises(PetError):
        call("pay", **given)
    assert keys(server) == [""]


# A header that the caller names


@pytest.mark.parametrize("lost", [hang_up(), reply(503), reply(500), reply(408), reply(429, BUSY)])
def test_a_post_with_a_key_is_tried_again_like_a_get(
    call: Caller, server: Server, clock: FakeClock, lost: Any
) -> None:
    server.answers(lost, lost, reply(201, REX))
    assert call("create", call.client(idempotency_header=HEADER), name="Rex").name == "Rex"
    sent = keys(server)
    assert len(sent) == 3
    assert len(set(sent)) == 1
    assert len(str(sent[0])) == 36
    assert clock.waits == [0.5, 0.75]


def test_each_call_has_a_key_of_its_own(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    client = call.client(idempotency_header=HEADER)
    call("create", client, name="Rex")
    call("create", client, name="Rex")
    first, second = keys(server)
    assert first != second


def test_the_header_of_the_call_beats_that_of_the_client(call: Caller, server: Server) -> None:
    server.answers(reply(201, REX))
    client = call.client(idempotency_header=HEADER)
    call("create", client, name="Rex", idempotency_header="X-Request-Key")
    assert keys(server) == [None]
    assert len(str(server.last.header("X-Request-Key"))) == 36


def test_a_call_can_name_a_header_alone(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(201, REX))
    call("create", name="Rex", idempotency_header=HEADER)
    assert len(set(keys(server))) == 1


@pytest.mark.parametrize(("given", "tries", "most"), [(None, 1, 0), (UNSET, 3, 1)])
def test_a_call_can_send_none(
    call: Caller, server: Server, given: Any, tries: int, most: int
) -> None:
    server.answers(reply(503))
    client = call.client(idempotency_header=HEADER)
    with pytest.raises(PetError):
        call("create", client, name="Rex", idempotency_header=given)
    assert len(server.seen) == tries
    assert len({key for key in keys(server) if key}) == most


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("get", {"id": "a"}),
        ("list", {}),
        ("delete", {"id": "a"}),
        ("replace", {"id": "a", "pet": None}),
    ],
)
def test_what_can_be_repeated_anyway_has_no_key(
    call: Caller, server: Server, method: str, given: dict[str, Any]
) -> None:
    server.answers(reply(200, REX))
    call(method, call.client(idempotency_header=HEADER), **given)
    assert keys(server) == [None]


@pytest.mark.parametrize("header", [HEADER, "idempotency-key"])
def test_a_declared_header_of_that_name_is_sent_once(
    call: Caller, server: Server, header: str
) -> None:
    server.answers(reply(200, TOKEN))
    call("pay", call.client(idempotency_header=header))
    call("pay", call.client(idempotency_header=header), idempotency_key="mine")
    made, given = keys(server)
    assert (len(str(made)), given) == (36, "mine")


def test_a_declared_header_and_another_have_the_same_key(call: Caller, server: Server) -> None:
    server.answers(reply(200, TOKEN))
    client = call.client(idempotency_header="X-Request-Key")
    call("pay", client)
    call("pay", client, idempotency_key="mine")
    assert keys(server) == keys(server, "X-Request-Key")
    assert keys(server)[1] == "mine"


@pytest.mark.parametrize("name", [HEADER, "idempotency-key"])
def test_a_key_of_the_caller_is_taken_from_the_headers(
    call: Caller, server: Server, name: str
) -> None:
    server.answers(reply(503), reply(201, REX))
    client = call.client(idempotency_header=HEADER)
    call("create", client, name="Rex", http_headers={name: "mine"})
    assert keys(server) == ["mine", "mine"]


def test_a_header_that_nobody_named_is_no_key(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(201, REX))
    with pytest.raises(PetError):
        call("create", name="Rex", http_headers={HEADER: "mine"})
    assert keys(server) == ["mine"]


def test_retries_that_are_turned_off_stay_so(call: Caller, server: Server) -> None:
    server.answers(reply(503))
    client = call.client(idempotency_header=HEADER)
    for options in ({"max_retries": 0}, {"retries": None}):
        with pytest.raises(PetError):
            call("create", client, name="Rex", **options)
    assert len(server.seen) == 2


def test_retry_unsafe_makes_no_key(call: Caller, server: Server) -> None:
    config = RetryConfig("backoff", BackoffStrategy(100, 400, 2, 1000), True, retry_unsafe=True)
    server.answers(reply(503), reply(201, REX))
    call("create", name="Rex", retries=config)
    assert keys(server) == [None, None]


@pytest.mark.parametrize("form", ["_raw", "_streamed"])
def test_whole_responses_have_keys_too(call: Caller, server: Server, form: str) -> None:
    pets = getattr(call.client(idempotency_header=HEADER).pets, form)()
    server.answers(reply(503), reply(503), reply(429, BUSY), reply(201, REX))

    async def main() -> None:
        await pets.create_async(name="Rex")

    with pytest.raises(BusyError):
        pets.create(name="Rex") if call.mode == "sync" else asyncio.run(main())
    assert len(server.seen) == 3
    assert len(set(keys(server))) == 1


def test_pages_that_are_posted_for_have_a_key_each(call: Caller, server: Server) -> None:
    operation: Operation[PetPage] = Operation(
        "search",
        "POST",
        "/search",
        body="properties",
        returns={200: lambda: PetPage},
        pages=CursorPages(InBody("after"), ("pets", -1, "id"), ("pets",)),
    )
    server.answers(reply(503), reply(200, pets(1)), hang_up(), reply(200, pets()))
    resource: Any = call.client(idempotency_header=HEADER).pets
    if call.mode == "sync":
        found = [pet.id for pet in resource._pages(operation, {}, {"after": UNSET})]
    else:

        async def main() -> list[str]:
            walk = resource._pages_async(operation, {}, {"after": UNSET})
            return [pet.id async for pet in walk]

        found = asyncio.run(main())
    assert found == ["p1"]
    first, again, second, lost = keys(server)
    assert (first == again, second == lost, first == second) == (True, True, False)


# Names that are refused


@pytest.mark.parametrize("wrong", ["", "a b", "X:", "Idempotency-Key\r\n", "Schlüssel"])
def test_refuses_what_is_no_name_of_a_header(call: Caller, server: Server, wrong: str) -> None:
    refused = pytest.raises(ValueError, match=r"^idempotency_header must be the name of a header, ")
    with refused:
        call.client(idempotency_header=wrong)
    with refused:
        call("create", name="Rex", idempotency_header=wrong)
    with refused:
        call("get", id="p1", idempotency_header=wrong)
    assert server.seen == []


@pytest.mark.parametrize(
    "name", ["Authorization", "content-type", "Content-Length", "Host", "User-Agent", "Accept"]
)
def test_refuses_a_header_that_says_something_else(call: Caller, server: Server, name: str) -> None:
    refused = pytest.raises(ValueError, match=f"^idempotency_header can't be '{name}', ")
    with refused:
        call.client(idempotency_header=name)
    with refused:
        call("create", name="Rex", idempotency_header=name)
    assert server.seen == []
