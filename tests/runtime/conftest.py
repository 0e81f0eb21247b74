"""What the tests of the runtime share: a server, a clock, and both ways to call."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import trio

from sdkwright.runtime.retries import Clock
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server
from tests.support.stalls import let_only_stalls_time_out
from tests.support.waiting import PATIENCE_MS

KEY = "sk-very-secret-0123456789"
"""The API key; nothing may show it."""


class FakeClock(Clock):
    """Time that passes only when somebody waits. Chance always takes the most."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.time = 1000.0

    def between(self, least: float, most: float) -> float:  # noqa: ARG002 - it never takes it
        return most

    def monotonic(self) -> float:
        return self.time

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC) + timedelta(seconds=self.time - 1000)

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.time += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class Caller:
    """Calls methods of the small SDK: as they are, or their async form on a loop of its own."""

    def __init__(self, mode: str, server: Server, clock: FakeClock) -> None:
        self.mode = mode
        self._server = server
        self._clock = clock
        self._made: list[PetStore] = []

    def client(self, **settings: Any) -> PetStore:
        settings = {
            "api_key": KEY,
            "server_url": f"{self._server.url}/api/v1",
            "clock": self._clock,
            "timeout_ms": PATIENCE_MS,
            **settings,
        }
        self._made.append(PetStore(**settings))
        return self._made[-1]

    def __call__(self, method: str, client: PetStore | None = None, **arguments: Any) -> Any:
        pets = (client or self.client()).pets
        if self.mode == "sync":
            return getattr(pets, method)(**arguments)
        begin = functools.partial(getattr(pets, f"{method}_async"), **arguments)
        return trio.run(begin) if self.mode == "trio" else asyncio.run(begin())

    def close(self) -> None:
        for client in self._made:
            client.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def only_stalls_time_out(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server is slow to do is no reason for a time-out to pass."""
    let_only_stalls_time_out(server, monkeypatch)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


THROUGH_EACH = frozenset(
    {
        *("arguments", "bodies", "calls", "credentials", "deadlines", "errors", "event_bodies"),
        *("events", "faults", "hooks", "idempotency", "lifecycle", "logging", "methods", "options"),
        *("pages", "raw", "redirects", "requests", "retries", "text", "threads", "token_requests"),
        *("device_logins", "code_logins", "token_metadata"),
        "transports",
    }
)
"""The modules whose tests are run with each transport: those that send requests."""


@pytest.fixture(autouse=True)
def transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The transport of all clients, here and in processes that a test starts."""
    for name in (
        "PETSTORE_API_KEY",
        "PETSTORE_SERVER_URL",
        "PETSTORE_TENANT",
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    name = str(getattr(request, "param", "httpx2"))
    if name == "fast" and "trio" in request.node.name:
        pytest.skip("the fast transport runs in asyncio only")
    monkeypatch.setenv("PETSTORE_TRANSPORT", name)
    return name


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Call in all ways; a test that itself uses asyncio can't run in trio."""
    if "call" in metafunc.fixturenames:
        marks = metafunc.definition.iter_markers("asyncio_only")
        is_bound = any(marks) or "only_stalls_time_out" in metafunc.fixturenames
        in_trio = [] if is_bound else [pytest.param("trio", marks=pytest.mark.extended)]
        modes = ["sync", "async", *in_trio]
        metafunc.parametrize("call", modes, indirect=True)
    module = metafunc.module.__name__.rpartition(".test_")[2]
    is_about_httpx2 = any(metafunc.definition.iter_markers("httpx2_only"))
    if module in THROUGH_EACH and not is_about_httpx2 and "server" in metafunc.fixturenames:
        metafunc.parametrize("transport", ["httpx2", "fast"], indirect=True)


@pytest.fixture
def call(request: pytest.FixtureRequest, server: Server, clock: FakeClock) -> Iterator[Caller]:
    caller = Caller(request.param, server, clock)
    yield caller
    caller.close()
