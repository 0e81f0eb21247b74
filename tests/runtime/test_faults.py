"""Connections that fail: which exception comes of it, and what the server saw."""

from __future__ import annotations

import gzip
import json
import pickle
import socket
import traceback
import zlib
from collections.abc import Iterator
from typing import Any, NoReturn

import httpx
import httpx2
import pytest

from sdkwright.runtime.errors import NoResponseError, ResponseTimeoutError
from tests.runtime.conftest import KEY, Caller, FakeClock
from tests.runtime.support.examples import NOT_FOUND, REX
from tests.runtime.support.sdk import NotFoundError, PetStore
from tests.support.libraries import ERRORS, REFUSED, STALLED, UNDECODABLE
from tests.support.server import Answer, Server, hang_up, raw, refusing, reply, stall
from tests.support.waiting import PATIENCE

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ONCE = {"retries": None}

LEFT_OPEN = pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
"""In trio, httpx2 leaves a generator to the garbage collector if a body can't be decompressed."""

BROKEN = [
    pytest.param(hang_up("close", early=True), id="closed-before-reading"),
    pytest.param(hang_up("reset", early=True), id="reset-before-reading"),
    pytest.param(hang_up("close"), id="closed-after-reading"),
    pytest.param(hang_up("reset"), id="reset-after-reading"),
    pytest.param(raw(b"HTTP/1.1 200"), id="half-a-status-line"),
    pytest.param(raw(b"garbage\r\n\r\n"), id="not-http"),
    pytest.param(raw(HEAD), id="half-the-headers"),
    pytest.param(raw(HEAD + b"Content-Length: 99\r\n\r\n", b'{"id":'), id="short-body"),
    pytest.param(
        raw(HEAD + b"Content-Length: 99\r\n\r\n", b'{"id":', then="reset"), id="reset-in-body"
    ),
    pytest.param(
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b'5\r\n{"id"\r\n'), id="half-the-chunks"
    ),
    pytest.param(
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"zz\r\n"), id="chunk-of-no-size"
    ),
    pytest.param(raw(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"), id="gzip"),
]


@LEFT_OPEN
@pytest.mark.parametrize("answer", BROKEN)
def test_a_broken_response_is_no_response(call: Caller, server: Server, answer: Answer) -> None:
    server.answers(answer)
    with pytest.raises(NoResponseError, match=r"^No response to GET /pets/\{id\} from ") as raised:
        call("get", id="p1", **ONCE)
    cause = raised.value.__cause__
    assert isinstance(cause, ERRORS) or type(cause).__name__ == "DecompressionError"
    assert raised.value.message == str(raised.value)
    assert not isinstance(raised.value, TimeoutError)


@LEFT_OPEN
@pytest.mark.parametrize("answer", BROKEN)
def test_post_is_sent_once_however_the_connection_breaks(
    call: Caller, server: Server, answer: Answer
) -> None:
    server.answers(answer)
    with pytest.raises(NoResponseError):
        call("create", name="Rex")
    assert len(server.seen) <= 1  # a connection that was reset at once carried nothing


@pytest.mark.parametrize("answer", BROKEN[:-1])
def test_get_is_tried_again(call: Caller, server: Server, clock: FakeClock, answer: Answer) -> None:
    server.answers(answer, reply(200, REX))
    assert call("get", id="p1").name == "Rex"
    assert clock.waits == [0.5]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(stall(), id="before-the-status"),
        pytest.param(raw(HEAD, then="stall"), id="in-the-headers"),
        pytest.param(raw(HEAD + b"Content-Length: 9\r\n\r\n{", then="stall"), id="in-the-body"),
    ],
)
@pytest.mark.usefixtures("only_stalls_time_out")
def test_a_response_that_stalls_is_timed_out(call: Caller, server: Server, answer: Answer) -> None:
    server.answers(answer)
    with pytest.raises(ResponseTimeoutError, match=STALLED) as raised:
        call("get", id="p1", timeout_ms=50, **ONCE)
    assert isinstance(raised.value, TimeoutError)
    assert isinstance(raised.value, NoResponseError)


@pytest.mark.usefixtures("only_stalls_time_out")
def test_post_is_sent_once_when_it_is_timed_out(call: Caller, server: Server) -> None:
    server.answers(stall())
    with pytest.raises(ResponseTimeoutError):
        call("create", name="Rex", timeout_ms=50)
    assert len(server.seen) == 1


@pytest.mark.usefixtures("only_stalls_time_out")
def test_get_is_tried_again_when_it_is_timed_out(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(stall(), reply(200, REX))
    assert call("get", id="p1", timeout_ms=50).name == "Rex"
    assert clock.waits == [0.5]


@pytest.mark.usefixtures("only_stalls_time_out")
def test_time_out_of_the_client_holds_for_all_calls(call: Caller, server: Server) -> None:
    server.answers(stall())
    with pytest.raises(ResponseTimeoutError):
        call("get", call.client(timeout_ms=50), id="p1", **ONCE)


@pytest.fixture
def refusing_port() -> Iterator[int]:
    with refusing() as port:
        yield port


@pytest.mark.parametrize("method", ["get", "create"])
def test_any_method_is_tried_again_while_the_connection_is_refused(
    call: Caller, clock: FakeClock, refusing_port: int, method: str
) -> None:
    arguments: dict[str, Any] = {"id": "p1"} if method == "get" else {"name": "Rex"}
    url = f"http://127.0.0.1:{refusing_port}"
    with pytest.raises(
        NoResponseError, match=rf"from {url} in 3 attempts within 1\.2 s: {REFUSED}: "
    ):
        call(method, server_url=url, **arguments)
    assert clock.waits == [0.5, 0.75]


def test_user_name_and_password_of_a_url_are_not_shown(call: Caller, refusing_port: int) -> None:
    url = f"http://me:hidden@127.0.0.1:{refusing_port}"
    with pytest.raises(NoResponseError) as raised:
        call("get", id="p1", server_url=url, **ONCE)
    assert "hidden" not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_errors_of_the_callers_client_are_ours_too(server: Server, library: Any) -> None:
    server.answers(hang_up())
    with library.Client(timeout=PATIENCE) as mine, pytest.raises(NoResponseError) as raised:
        PetStore(KEY, client=mine, server_url=server.url).pets.get(id="p1", retries=None)
    assert isinstance(raised.value.__cause__, library.RemoteProtocolError)


def test_a_failure_keeps_its_status_though_its_body_breaks_off(
    call: Caller, server: Server
) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Length: 99\r\n\r\n"
    server.answers(raw(head + b'{"error"'))
    with pytest.raises(NotFoundError) as raised:
        call("get", id="p1")
    assert raised.value.status_code == 404
    assert raised.value.body == ""


def test_the_connection_is_given_back_after_a_failure(call: Caller, server: Server) -> None:
    server.answers(reply(404, NOT_FOUND), reply(404, NOT_FOUND), reply(200, REX))
    if call.mode != "sync":
        pytest.skip("each of these calls has a loop and connections of its own")
    client = call.client()
    for _ in range(2):
        with pytest.raises(NotFoundError):
            call("get", client, id="p1")
    call("get", client, id="p1")
    assert server.connections == 1


def test_no_response_error_can_be_pickled(call: Caller, server: Server) -> None:
    server.answers(hang_up())
    with pytest.raises(NoResponseError) as raised:
        call("get", id="p1", **ONCE)
    copy = pickle.loads(pickle.dumps(raised.value))
    assert type(copy) is NoResponseError
    assert copy.message == raised.value.message


@pytest.mark.usefixtures("only_stalls_time_out")
def test_time_out_error_can_be_pickled(call: Caller, server: Server) -> None:
    server.answers(stall())
    with pytest.raises(ResponseTimeoutError) as raised:
        call("get", id="p1", timeout_ms=50, **ONCE)
    copy = pickle.loads(pickle.dumps(raised.value))
    assert type(copy) is ResponseTimeoutError
    assert str(copy) == str(raised.value)


def compressed(content: bytes, encoding: str) -> Answer:
    headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
    return reply(200, content, headers)


WHOLE = json.dumps(REX).encode()
RAW_DEFLATE = zlib.compress(WHOLE)[2:-4]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (gzip.compress(WHOLE), "gzip"),
        (gzip.compress(WHOLE), "X-GZIP"),
        (gzip.compress(WHOLE[:10]) + gzip.compress(WHOLE[10:]), "gzip"),
        (gzip.compress(WHOLE[:10]) + gzip.compress(b"") + gzip.compress(WHOLE[10:]), "gzip"),
        (gzip.compress(WHOLE) + bytes(7), "gzip"),
        (zlib.compress(WHOLE), "deflate"),
        (RAW_DEFLATE, "deflate"),
        (WHOLE, "identity"),
    ],
)
def test_a_compressed_body_is_read_to_its_end(
    call: Caller, server: Server, content: bytes, encoding: str
) -> None:
    server.answers(compressed(content, encoding))
    assert call("get", id="p1").name == REX["name"]


@LEFT_OPEN
@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (gzip.compress(WHOLE)[:-1], "gzip"),
        (gzip.compress(WHOLE)[:-8], "gzip"),
        (gzip.compress(WHOLE) + gzip.compress(b" ")[:5], "gzip"),
        (gzip.compress(WHOLE) + b"garbage", "gzip"),
        (zlib.compress(WHOLE)[:-1], "deflate"),
        (RAW_DEFLATE[:-3], "deflate"),
    ],
)
def test_a_compressed_body_that_breaks_off_is_no_response(
    call: Caller, server: Server, content: bytes, encoding: str
) -> None:
    server.answers(compressed(content, encoding))
    with pytest.raises(NoResponseError, match=UNDECODABLE):
        call("get", id="p1")


def test_a_large_compressed_body_is_decompressed_in_pieces(server: Server) -> None:
    large = json.dumps({**REX, "filler": "x" * 3_000_000}).encode()
    server.answers(compressed(gzip.compress(large), "gzip"))
    with PetStore("k", server_url=server.url) as client:
        streamed: Any = client.pets._streamed()
        with streamed.get(id="p1") as response:
            sizes = [len(piece) for piece in response.iter_bytes()]
    assert (sum(sizes), max(sizes)) == (len(large), 65_536)


def unresolvable(*_: Any, **__: Any) -> NoReturn:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("settings", [{}, {"max_retries": 9}])
def test_a_host_without_an_address_is_looked_up_twice(
    call: Caller, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any]
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", unresolvable)
    client = call.client(server_url="http://mistyped.example", **settings)
    where = r"GET /pets/\{id\} from http://mistyped\.example in 2 attempts within 0\.5 s: "
    with pytest.raises(NoResponseError, match=where) as caught:
        call("get", client, id="p1")
    assert caught.value.attempts == 2
    assert clock.waits == [0.5]


def test_a_host_without_an_address_is_looked_up_once_if_there_are_no_retries(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", unresolvable)
    client = call.client(server_url="http://mistyped.example", max_retries=0)
    with pytest.raises(NoResponseError, match=r"from http://mistyped\.example: ") as caught:
        call("get", client, id="p1")
    assert caught.value.attempts == 1
