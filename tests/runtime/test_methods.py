"""Methods other than the usual ones."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import httpx2
import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.operation import Operation
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, hang_up, reply
from tests.support.waiting import PATIENCE_MS

both = pytest.mark.parametrize("mode", ["sync", "async"])


def send(server: Server, mode: str, method: str, clock: FakeClock, **settings: Any) -> None:
    operation: Operation[None] = Operation(
        "send", method, "/x", body="properties", returns={204: None}
    )
    settings |= {"server_url": server.url, "clock": clock, "timeout_ms": PATIENCE_MS}
    with PetStore("k", **settings) as client:
        call = Call(operation, {}, {"a": 1})
        if mode == "sync":
            client._session.run(call)
        else:
            asyncio.run(client._session.run_async(call))


@both
@pytest.mark.parametrize("method", ["COPY", "M-SEARCH", "copy", "eXPLAIN", "QUERY"])
def test_a_method_is_spelled_as_in_the_document(
    server: Server, mode: str, method: str, clock: FakeClock
) -> None:
    server.answers(reply(204))
    send(server, mode, method, clock)
    assert [(seen.method, seen.body) for seen in server.seen] == [(method, b'{"a":1}')]


@pytest.mark.httpx2_only
@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_a_client_of_the_caller_spells_it_so_as_well(
    server: Server, library: Any, clock: FakeClock
) -> None:
    server.answers(reply(204))
    with library.Client() as client:
        send(server, "sync", "copy", clock, client=client)
    assert server.seen[0].method == "copy"


@both
@pytest.mark.parametrize("failure", [hang_up(), reply(503)], ids=["lost", "503"])
def test_a_query_is_repeated_with_its_body(
    server: Server, mode: str, clock: FakeClock, failure: Any
) -> None:
    server.answers(failure, reply(204))
    send(server, mode, "QUERY", clock)
    assert [(seen.method, seen.body) for seen in server.seen] == [("QUERY", b'{"a":1}')] * 2


@both
def test_a_method_that_nothing_is_known_of_is_not_repeated(
    server: Server, mode: str, clock: FakeClock
) -> None:
    server.answers(reply(500), reply(204))
    with pytest.raises(ResponseError):
        send(server, mode, "COPY", clock)
    assert len(server.seen) == 1
