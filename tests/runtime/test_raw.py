"""The whole response of a call, read at once and as it comes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from anyio.to_thread import run_sync

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import NoResponseError, ResponseTimeoutError
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.responses.events import Elements
from sdkwright.runtime.responses.raw import Unread
from tests.runtime.conftest import KEY, FakeClock
from tests.runtime.support.examples import NOT_FOUND, REX
from tests.runtime.support.sdk import NotFoundError, Pet, PetStore, ValidationError
from tests.support.libraries import LOST
from tests.support.server import Server, hang_up, raw, reply
from tests.support.waiting import eventually

MEBIBYTE = 1 << 20
REX_ID = "p1"
EVENTS = Elements(lambda: str)


@pytest.fixture
def client(server: Server, clock: FakeClock) -> PetStore:
    return PetStore(KEY, server_url=server.url, clock=clock)


def at_least(length: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % length


def streamed(client: PetStore) -> Any:
    """The methods in their streaming form; generated code gives it its types."""
    return client.pets._streamed()


def both(client: PetStore, form: Callable[[Any], Any], use: Callable[[Any], Any]) -> list[Any]:
    """Do the same with the sync and the async form."""

    async def in_loop() -> Any:
        response = form(client.pets).get_async(id=REX_ID)
        return await use_async(await response)

    async def use_async(response: Any) -> Any:
        result = use(response)
        return await result if asyncio.iscoroutine(result) else result

    try:
        return [use(form(client.pets).get(id=REX_ID)), asyncio.run(in_loop())]
    finally:
        client.close()


def test_a_raw_response_has_status_headers_body_and_model(client: PetStore, server: Server) -> None:
    server.answers(reply(200, json.dumps(REX), {"X-Request-Id": "r1"}))

    def use(response: Any) -> object:
        parsed = response.parse()
        return response.status_code, response.headers["x-request-id"], response.text, parsed

    expected = (200, "r1", json.dumps(REX), Pet.model_validate(REX))
    assert both(client, lambda pets: pets._raw(), use) == [expected, expected]


def test_a_raw_response_shows_no_body(client: PetStore, server: Server) -> None:
    server.answers(reply(200, REX))
    shown = both(client, lambda pets: pets._raw(), repr)
    assert shown == ["<RawResponse 200 to GET /pets/{id}>"] * 2


@pytest.mark.parametrize("form", ["_raw", "_streamed"])
def test_a_failure_is_raised_all_the_same(client: PetStore, server: Server, form: str) -> None:
    server.answers(reply(404, NOT_FOUND))
    with pytest.raises(NotFoundError, match="No such pet"):
        getattr(client.pets, form)().get(id=REX_ID)
    with pytest.raises(NotFoundError, match="No such pet"):
        asyncio.run(getattr(client.pets, form)().get_async(id=REX_ID))
    client.close()


@pytest.mark.parametrize("form", ["_raw", "_streamed"])
def test_tries_again_as_ever(client: PetStore, server: Server, form: str, clock: FakeClock) -> None:
    server.answers(reply(503, b""), reply(200, REX))
    with client:
        assert getattr(client.pets, form)().get(id=REX_ID).parse().name == "Rex"
    assert [len(server.seen), len(clock.waits)] == [2, 1]


def test_a_streamed_body_is_not_read_before_it_is_asked_for(
    client: PetStore, server: Server
) -> None:
    # The server has sent a part and stalls: a call that read the body would never return.
    server.answers(raw(at_least(10), b"01234", then="stall"))
    with client, streamed(client).get(id=REX_ID) as response:
        assert response.status_code == 200
        assert next(response.iter_bytes(5)) == b"01234"
    assert_closed(server)


def test_a_streamed_body_comes_in_pieces_and_in_lines(client: PetStore, server: Server) -> None:
    server.answers(reply(200, b"one\ntwo\nthree"))
    with client:
        pets = streamed(client)
        with pets.get(id=REX_ID) as response:
            assert list(response.iter_bytes(5)) == [b"one\nt", b"wo\nth", b"ree"]
        with pets.get(id=REX_ID) as response:
            assert list(response.iter_lines()) == ["one", "two", "three"]
        with pets.get(id=REX_ID) as response:
            assert response.read() == b"one\ntwo\nthree"


def test_an_async_streamed_body_comes_in_pieces_and_in_lines(
    client: PetStore, server: Server
) -> None:
    server.answers(reply(200, b"one\ntwo\nthree"))

    async def use() -> list[object]:
        pets = streamed(client)
        async with client:
            async with await pets.get_async(id=REX_ID) as response:
                pieces = [piece async for piece in response.iter_bytes(5)]
            async with await pets.get_async(id=REX_ID) as response:
                lines = [line async for line in response.iter_lines()]
            async with await pets.get_async(id=REX_ID) as response:
                return [pieces, lines, await response.read()]

    assert asyncio.run(use()) == [
        [b"one\nt", b"wo\nth", b"ree"],
        ["one", "two", "three"],
        b"one\ntwo\nthree",
    ]


@pytest.mark.parametrize(
    "pieces",
    [[b"a\n\xc3\xa4\xc3\xa4\xc3\xa4\n"], [b"a\n\xc3\xa4\xc3\xa4", b"\xc3\xa4\n"]],
    ids=["whole", "cut"],
)
def test_lines_before_one_that_is_too_large_are_yielded(pieces: list[bytes]) -> None:
    lines = lines_of(pieces, "utf-8", max_response_bytes=5)
    assert next(lines) == "a"
    with pytest.raises(ValidationError, match=r"larger than max_response_bytes \(5 bytes\)"):
        next(lines)


def test_half_a_character_is_kept_wherever_the_bytes_are_cut() -> None:
    content = b"+2AA-a\nb"  # UTF-7 with the first half of a surrogate pair
    assert list(lines_of([content], "utf-7")) == ["\ud800a", "b"]
    assert list(lines_of([content[:5], content[5:]], "utf-7")) == ["\ud800a", "b"]


def lines_of(pieces: list[bytes], charset: str, **settings: Any) -> Iterator[str]:
    """The lines of a body that arrives in pieces."""

    class Body(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return iter(pieces)

    headers = {"Content-Type": f"text/plain; charset={charset}"}
    send = httpx2.MockTransport(lambda _: httpx2.Response(200, headers=headers, stream=Body()))
    with httpx2.Client(transport=send) as http:
        client = PetStore(KEY, server_url="http://127.0.0.1:9", client=http, **settings)
        yield from streamed(client).get(id=REX_ID).iter_lines()


def test_a_streamed_body_can_be_parsed(client: PetStore, server: Server) -> None:
    server.answers(reply(200, REX))
    parsed = both(client, lambda pets: pets._streamed(), lambda response: response.parse())
    assert parsed == [Pet.model_validate(REX)] * 2


def test_a_streamed_body_that_breaks_off_is_no_response(client: PetStore, server: Server) -> None:
    server.answers(raw(at_least(10), b"01234", then="close"))

    async def use() -> None:
        async with client, await streamed(client).get_async(id=REX_ID) as response:
            await response.read()

    with pytest.raises(NoResponseError, match=rf"GET /pets/\{{id\}}.*{LOST}"):
        streamed(client).get(id=REX_ID).read()
    with pytest.raises(NoResponseError, match=rf"GET /pets/\{{id\}}.*{LOST}"):
        asyncio.run(use())
    assert len(server.seen) == 2


@pytest.mark.usefixtures("only_stalls_time_out")
def test_a_streamed_body_that_stalls_times_out(client: PetStore, server: Server) -> None:
    server.answers(raw(at_least(10), b"01234", then="stall"))
    with client:
        response = streamed(client).get(id=REX_ID, timeout_ms=50)
        with response, pytest.raises(ResponseTimeoutError):
            response.read()


def test_a_large_body_is_not_held(client: PetStore, server: Server) -> None:
    server.answers(raw(at_least(64 * MEBIBYTE), *[bytes(MEBIBYTE)] * 64, then="keep"))
    with client, streamed(client).get(id=REX_ID) as response:
        pieces = response.iter_bytes(MEBIBYTE)
        assert sum(map(len, pieces)) == 64 * MEBIBYTE
        with pytest.raises(RuntimeError):
            _ = response.http_response.content


def test_a_request_that_was_never_answered_fails_before_there_is_a_stream(
    client: PetStore, server: Server
) -> None:
    server.answers(hang_up())
    with client, pytest.raises(NoResponseError):
        streamed(client).get(id=REX_ID, retries=None)


def assert_closed(server: Server) -> None:
    server.__exit__(None, None, None)  # joins the threads: each ends when its connection is closed
    assert server.open_connections() == 0


# Responses that nobody reads


def test_a_dropped_response_returns_its_connection(client: PetStore, server: Server) -> None:
    server.answers(raw(at_least(10 * MEBIBYTE) + b"x", then="stall"))
    dropped = streamed(client).get(id=REX_ID)
    assert server.open_connections() == 1
    del dropped
    assert eventually(lambda: server.open_connections() == 0)


def test_a_dropped_response_with_events_closes_its_connection(
    client: PetStore, server: Server
) -> None:
    server.answers(raw(at_least(100), b"data: a\n\n", then="stall"))
    events: Operation[Any] = Operation("o", "GET", "/o", returns={200: None}, into=EVENTS)
    dropped = client._session.run(Call(events, {}), Unread)
    assert server.open_connections() == 1
    del dropped
    assert eventually(lambda: server.open_connections() == 0)
    client.close()


@pytest.mark.anyio
async def test_a_dropped_async_response_returns_its_connection(server: Server) -> None:
    server.answers(raw(at_least(10 * MEBIBYTE) + b"x", then="stall"))
    async with PetStore(KEY, server_url=server.url) as client:
        dropped = await streamed(client).get_async(id=REX_ID)
        assert server.open_connections() == 1
        del dropped
        assert await run_sync(eventually, lambda: server.open_connections() == 0)
