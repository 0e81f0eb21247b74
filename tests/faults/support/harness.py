"""What the tests of faults share: a server that makes keys, a clock, and every way to call the SDK.

The server is that of the runtime's tests. What is called here is the generated package.
"""

from __future__ import annotations

import asyncio
import functools
import socket
import ssl
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from openrouter import OpenRouter, operations
from openrouter._runtime.retries import Clock
from tests.support.server import Answer, Request, Script, Server, reply
from tests.support.waiting import PATIENCE_MS

ROOT = Path(__file__).parents[3]

KEY = "sk-or-v1-signs-0123456789abcdef"
"""The API key; nothing may show it."""

CREATED = "sk-or-v1-created-fedcba9876543210"
"""The secret of the key that is created; nothing may show it."""

START = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


class FakeClock(Clock):
    """Time that passes only when somebody waits, or a server says so. Chance takes the most."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.passed = 0.0

    def between(self, least: float, most: float) -> float:  # noqa: ARG002 - it never takes it
        return most

    def monotonic(self) -> float:
        return 1000 + self.passed

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.passed += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class HastyClock(FakeClock):
    """Chance takes the least, so that all comes as soon as it may."""

    def between(self, least: float, most: float) -> float:  # noqa: ARG002 - it never takes it
        return least


@dataclass(frozen=True)
class Drip(Answer):
    """An answer whose parts come one by one, so many seconds apart."""

    pause: float = 0.0


@dataclass
class KeyServer(Server):
    """A server that makes a key for each POST that it reads, and then answers as it was told to.

    A POST with an idempotency key that it has read before makes no other.

    Attributes:
        made: How many keys it has made.
        tls: How it encrypts; None if it does not.
    """

    made: int = 0
    tls: ssl.SSLContext | None = None
    _known: set[str] = field(default_factory=set)
    _counting: threading.Lock = field(default_factory=threading.Lock)

    def fails(self, *answers: Script, commits: bool = True) -> None:
        """Answer so from now on; `commits` is False if the server refuses instead of acting."""
        self.answers(*(self._committing(answer) if commits else answer for answer in answers))

    def _committing(self, answer: Script) -> Script:
        if isinstance(answer, Answer) and answer.early:
            return answer

        def script(request: Request) -> Answer:
            if request.method == "POST":
                key = request.header("Idempotency-Key")
                with self._counting:
                    self.made += key not in self._known
                    self._known |= {key} if key else set()
            return answer(request) if callable(answer) else answer

        return script

    def requests(self) -> list[Request]:
        """What it read, without the requests for a tunnel, which a proxy gets."""
        return [request for request in self.seen if request.method != "CONNECT"]

    def _serve(self, connection: socket.socket) -> None:
        if self.tls is None:
            super()._serve(connection)
            return
        try:
            encrypted = self.tls.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            encrypted = None
        with self._lock:
            self._open.discard(connection)
            if encrypted is not None:
                self._open.add(encrypted)
        if encrypted is not None:
            super()._serve(encrypted)

    def _send(self, connection: socket.socket, answer: Answer) -> bool:
        if answer.early:
            # Once something came, the connection was made, and this is no failure to connect.
            connection.recv(1, socket.MSG_PEEK)
        if not isinstance(answer, Drip):
            return super()._send(connection, answer)
        for part in answer.parts:
            connection.sendall(part)
            self._ended.wait(answer.pause)
        return True


# What is documented


@functools.cache
def document() -> dict[str, Any]:
    """The API's document."""
    loaded: dict[str, Any] = yaml.load(
        (ROOT / "spec/openapi.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return loaded


def documented(status: str, method: str, path: str) -> dict[str, Any]:
    """The documented response of an operation, its reference followed."""
    response: dict[str, Any] = document()["paths"][path][method.lower()]["responses"][status]
    if "$ref" in response:
        name = response["$ref"].rpartition("/")[2]
        response = document()["components"]["responses"][name]
    content: dict[str, Any] = response["content"]["application/json"]
    return content


def example(status: str, method: str, path: str) -> Any:
    """The documented example of a response."""
    content = documented(status, method, path)
    found = content["example"] if "example" in content else _first(content["examples"])
    if status == "201":
        return {**found, "key": CREATED}
    return found


def _first(examples: dict[str, Any]) -> Any:
    return next(iter(examples.values()))["value"]


@dataclass(frozen=True)
class Call:
    """One operation as the tests call it.

    Attributes:
        method: The HTTP method.
        path: The path of the document.
        success: The status of its success.
        result: The name of the model that it returns.
        field: A field that its result must have.
        arguments: What it is called with.
    """

    method: str
    path: str
    success: int
    result: str
    field: str
    arguments: dict[str, Any]

    def example(self) -> Any:
        """What the server answers if all goes well."""
        return example(str(self.success), self.method, self.path)

    def model(self) -> type[Any]:
        """The class of its result."""
        found: type[Any] = getattr(operations, self.result)
        return found


CALLS = {
    "list": Call("GET", "/keys", 200, "ListResponse", "data", {}),
    "create": Call("POST", "/keys", 201, "CreateKeysResponse", "key", {"name": "ci"}),
    "delete": Call("DELETE", "/keys/{hash}", 200, "DeleteKeysResponse", "deleted", {"hash": "h"}),
    "update": Call("PATCH", "/keys/{hash}", 200, "UpdateKeysResponse", "data", {"hash": "h"}),
    "get": Call("GET", "/keys/{hash}", 200, "GetKeyResponse", "data", {"hash": "h"}),
    "get_current_key_metadata": Call("GET", "/key", 200, "GetCurrentKeyResponse", "data", {}),
}


def good(request: Request) -> Answer:
    """Answer a request as the document says."""
    path = request.target.partition("?")[0].removeprefix("/api/v1")
    known = next(
        call
        for call in CALLS.values()
        if call.method == request.method
        and (call.path == path or ("{" in call.path and path.startswith("/keys/")))
    )
    return reply(known.success, known.example(), {"Content-Type": "application/json"})


def make(url: str, clock: Clock | None = None, **settings: Any) -> OpenRouter:
    """Make a client."""
    client = OpenRouter(
        KEY, **{"server_url": f"{url}/api/v1", "timeout_ms": PATIENCE_MS, **settings}
    )
    if clock is not None:
        client._session.clock = clock
    return client


def call(mode: str, client: OpenRouter, name: str, **arguments: Any) -> Any:
    """Call an operation and close the client, in one of the two ways."""
    arguments = {**CALLS[name].arguments, **arguments}
    if mode == "sync":
        with client:
            return getattr(client.api_keys, name)(**arguments)

    async def main() -> Any:
        async with client:
            return await getattr(client.api_keys, f"{name}_async")(**arguments)

    return asyncio.run(main())
