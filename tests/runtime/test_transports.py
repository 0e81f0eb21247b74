"""Which HTTP library sends the requests of a client, and the time-outs of its steps."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
import trio

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import NoResponseError, ResponseTimeoutError
from sdkwright.runtime.hooks import Hooks
from sdkwright.runtime.http.bodies import BODIES
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.timeouts import Timeout
from sdkwright.runtime.transports import choice
from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, raw, reply
from tests.support.waiting import PATIENCE_MS

# Which library


def kinds(client: PetStore, call: Caller, server: Server) -> str:
    """Return the library that a call was sent with."""
    seen: list[str] = []
    hooks = Hooks(before_request=lambda _, request: seen.append(type(request).__module__))
    client._session.hooks = hooks
    server.answers(reply(200, REX))
    call("get", client, id="p1")
    return seen[0].partition(".")[0]


@pytest.mark.httpx2_only  # it chooses itself
@pytest.mark.parametrize(
    ("argument", "variable", "library"),
    [
        (None, "", "httpx2"),
        (None, "httpx2", "httpx2"),
        (None, "fast", "sdkwright"),
        ("httpx2", "fast", "httpx2"),
        ("fast", "", "sdkwright"),
        ("fast", "nonsense", "sdkwright"),
    ],
)
@pytest.mark.asyncio_only
def test_the_argument_counts_before_the_environment(  # noqa: PLR0917 - fixtures and a table
    call: Caller,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    argument: Any,
    variable: str,
    library: str,
) -> None:
    monkeypatch.setenv("PETSTORE_TRANSPORT", variable)
    assert kinds(call.client(transport=argument), call, server) == library


def test_an_unknown_transport_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r'^transport must be "httpx2" or "fast", not \'curl\'\.$'):
        PetStore(KEY, transport="curl")
    monkeypatch.setenv("PETSTORE_TRANSPORT", "curl")
    with pytest.raises(ValueError, match=r'^PETSTORE_TRANSPORT must be "httpx2" or "fast", not'):
        PetStore(KEY)


@pytest.mark.parametrize("missing", ["urllib3", "aiohttp"])
def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    def find(name: str) -> object:
        return None if name == missing else find_spec(name)

    monkeypatch.setattr(choice, "find_spec", find)
    PetStore(KEY)
    with pytest.raises(ImportError) as raised:
        PetStore(KEY, transport="fast")
    assert str(raised.value) == (
        "The transport \"fast\" needs urllib3 and aiohttp: run `pip install 'pet-store[fast]'`."
    )


def test_trio_is_told_that_it_needs_another(server: Server) -> None:
    with (
        PetStore(KEY, server_url=server.url, transport="fast") as client,
        pytest.raises(RuntimeError, match='runs in asyncio only; in trio, use "httpx2"'),
    ):
        trio.run(lambda: client.pets.get_async(id="p1"))
    assert server.connections == 0


def test_the_library_is_loaded_with_the_first_call_only() -> None:
    names: list[str] = ["urllib3", "aiohttp"]
    loaded = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    try:
        PetStore(KEY, transport="fast")
        assert not {*names} & {*sys.modules}
    finally:
        sys.modules.update(loaded)


# Time-outs of steps


def timeouts_of(call: Caller, client: PetStore, **options: Any) -> tuple[float, ...]:
    """Return the time-outs of a request: connect, read, write, and to wait for a connection."""
    seen: list[dict[str, float]] = []
    client._session.hooks = Hooks(
        before_request=lambda _, request: seen.append(request.extensions["timeout"])
    )
    call("get", client, id="p1", **options)
    return tuple(seen[0].values())


def test_each_step_has_its_own_time_out(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    client = call.client(timeout_ms=Timeout(connect=1_000, read=20_000, write=30_000))
    assert timeouts_of(call, client) == (1, 20, 30, 1)


def test_what_a_time_out_leaves_out_is_that_of_the_client(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    assert timeouts_of(call, call.client(timeout_ms=Timeout(read=5_000))) == (60, 5, 60, 60)
    client = call.client(timeout_ms=7_000)
    assert timeouts_of(call, client, timeout_ms=Timeout(write=9_000)) == (7, 7, 9, 7)
    assert timeouts_of(call, client, timeout_ms=8_000) == (8, 8, 8, 8)


@pytest.mark.parametrize("value", [0, -1, float("nan"), "1", True, 2**31])
@pytest.mark.parametrize("step", ["connect", "read", "write"])
def test_a_step_with_an_impossible_time_out_is_refused(step: str, value: Any) -> None:
    with pytest.raises(
        ValueError, match=rf"^timeout_ms\.{step} must be positive and at most 2,147"
    ):
        PetStore(KEY, timeout_ms=Timeout(**{step: value}))
    client = PetStore(KEY)
    with pytest.raises(ValueError, match=rf"^timeout_ms\.{step} must be positive"):
        client.pets.get(id="p1", timeout_ms=Timeout(**{step: value}))


def _send(call: Caller, client: PetStore, content: Any, operation: Operation[None]) -> None:
    """Send a body with a client, in the mode of a test."""
    sending = Call(operation, {}, content)
    runs: dict[str, Any] = {
        "sync": lambda: client._session.run(sending),
        "async": lambda: asyncio.run(client._session.run_async(sending)),
        "trio": lambda: trio.run(client._session.run_async, sending),
    }
    runs[call.mode]()


def _upload(method: str, *, has_body: bool = True) -> Operation[None]:
    return Operation(
        "send",
        method,
        "/files",
        body="value" if has_body else None,
        content_type="application/octet-stream" if has_body else "",
        encoder=BODIES if has_body else None,
        returns={204: None},
        security=(),
    )


@pytest.fixture
def deaf() -> Iterator[str]:
    """The URL of a server that accepts connections and reads nothing."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.asyncio_only  # httpx2 leaves the generator of a body to trio, which warns
@pytest.mark.parametrize(
    "content", [bytes(1 << 25), [bytes(1 << 16)] * 512], ids=["bytes", "pieces"]
)
def test_a_write_that_stalls_is_timed_out(
    call: Caller, deaf: str, content: Any, server: Server
) -> None:
    del server  # which makes the test one of those for each transport
    patient = Timeout(connect=PATIENCE_MS, read=PATIENCE_MS, write=100)
    client = call.client(server_url=deaf, timeout_ms=patient, retry_config=None)
    with pytest.raises(ResponseTimeoutError):
        _send(call, client, content, _upload("PUT"))


# Headers that frame a request


@pytest.mark.parametrize(
    ("method", "content", "length"),
    [
        ("GET", None, None),
        ("POST", None, "0"),
        ("PUT", None, "0"),
        ("PATCH", None, "0"),
        ("PUT", b"", "0"),
        ("POST", b"four", "4"),
        ("DELETE", b"four", "4"),
    ],
)
def test_a_request_says_where_it_goes_and_how_long_it_is(
    call: Caller, server: Server, method: str, content: bytes | None, length: str | None
) -> None:
    server.answers(reply(204))
    _send(call, call.client(), content, _upload(method, has_body=content is not None))
    assert server.last.header("Host") == server.url.removeprefix("http://")
    assert server.last.header("Content-Length") == length
    assert server.last.header("Transfer-Encoding") is None


def test_a_host_of_the_caller_is_sent_instead(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    call("get", call.client(), id="p1", http_headers={"host": "pets.example"})
    assert [value for name, value in server.last.headers if name.lower() == "host"] == [
        "pets.example"
    ]


def test_a_hook_sees_the_body_that_is_sent(call: Caller, server: Server) -> None:
    server.answers(reply(204))
    seen: list[bytes | None] = []
    hooks = Hooks(before_request=lambda _, request: seen.append(request.content))
    _send(call, call.client(hooks=hooks), b"four", _upload("POST"))
    assert seen == [b"four"]


# Headers that are none

OK = b"HTTP/1.1 200 OK\r\n"
END = b"Content-Length: 2\r\n\r\n{}"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"X-A: 1\rX-B: 2\r\n", id="carriage-return"),
        pytest.param(b"X-A: 1\0\r\n", id="nul"),
        pytest.param(b"X-A\r\n", id="no-colon"),
        pytest.param(b"X-A : 1\r\n", id="space-before-colon"),
        pytest.param(b"Content-Length: -1\r\n", id="negative-length"),
    ],
)
def test_a_header_that_is_none_is_no_response(call: Caller, server: Server, head: bytes) -> None:
    server.answers(raw(OK + head + END, then="keep"))
    with pytest.raises(NoResponseError):
        call("get", call.client(retry_config=None), id="p1")
