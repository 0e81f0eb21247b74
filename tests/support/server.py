"""A real HTTP server on loopback that misbehaves on command, and records what it saw."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Literal, Self

RESET = struct.pack("ii", 1, 0)
"""With this SO_LINGER, closing a socket resets the connection."""


@dataclass(frozen=True)
class Request:
    """What the server read."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The only value of a header, None if there is none."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) <= 1, f"{name} came more than once"
        return values[0] if values else None

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """Bytes to send, and what to do after them.

    Attributes:
        parts: What is sent, each part by itself.
        then: Whether to keep the connection, close or reset it, to say no more, or to send one
            byte after the other until the client hangs up.
        early: Whether to do so as soon as there is a connection, without reading anything.
    """

    parts: tuple[bytes, ...] = ()
    then: Literal["keep", "close", "reset", "stall", "trickle"] = "keep"
    early: bool = False


Script = Answer | Callable[[Request], Answer]


def raw(
    *parts: bytes, then: Literal["keep", "close", "reset", "stall", "trickle"] = "close"
) -> Answer:
    """Send these bytes."""
    return Answer(parts, then)


def hang_up(how: Literal["close", "reset"] = "close", *, early: bool = False) -> Answer:
    """Send nothing, and close the connection."""
    return Answer((), how, early)


def stall() -> Answer:
    """Send nothing, and keep the connection."""
    return Answer((), "stall")


def reply(
    status: int, body: bytes | str | object = b"", headers: Mapping[str, str] | None = None
) -> Answer:
    """Send a whole response; what is not text or bytes becomes JSON."""
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Whatever"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if status != 204:
        lines.append(f"Content-Length: {len(body)}")
    return Answer(("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body,))


@contextlib.contextmanager
def refusing() -> Iterator[int]:
    """Hold a port that refuses connections: nobody listens there, and nobody else can."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])


@dataclass
class Server:
    """The server. Answers are given in the order of `script`; then the last of them for ever.

    Attributes:
        seen: What it has read.
        connections: How many there were.
        given: The answer to each request that it has read, from just before it is sent.
        stalls: Counts how often it has begun to say no more.
    """

    seen: list[Request] = field(default_factory=list)
    connections: int = 0
    given: queue.SimpleQueue[Answer] = field(default_factory=queue.SimpleQueue)
    stalls: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __post_init__(self) -> None:
        self._script: deque[Script] = deque()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._start(self._accept)

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    @property
    def last(self) -> Request:
        """What came last."""
        return self.seen[-1]

    def answers(self, *script: Script) -> Self:
        """Set what is answered from now on."""
        self._script = deque(script)
        return self

    def open_connections(self) -> int:
        """Count the connections that the client has not closed."""
        with self._lock:
            return len(self._open)

    def refuse(self) -> None:
        """Refuse connections from now on."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ended.set()
        self.refuse()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self.connections += 1
                self._open.add(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            try:
                self._converse(connection)
            finally:
                with self._lock:
                    self._open.discard(connection)

    def _converse(self, connection: socket.socket) -> None:
        buffered = b""
        while True:
            with self._lock:
                first = self._script[0] if self._script else None
                early = isinstance(first, Answer) and first.early
                if early and len(self._script) > 1:
                    self._script.popleft()
            if early and isinstance(first, Answer):
                self._send(connection, first)
                return
            request, buffered = _read(connection, buffered)
            if request is None:
                return
            with self._lock:
                self.seen.append(request)
                script = self._script.popleft() if len(self._script) > 1 else self._script[0]
            answer = script(request) if callable(script) else script
            self.given.put(answer)
            if not self._send(connection, answer):
                return

    def _send(self, connection: socket.socket, answer: Answer) -> bool:
        for part in answer.parts:
            connection.sendall(part)
        match answer.then:
            case "keep":
                return True
            case "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            case "stall":
                # Whatever the client sends now gets no answer; it ends when either side hangs up.
                self.stalls.release()
                while connection.recv(65536):
                    pass
            case "trickle":
                connection.settimeout(0.02)
                while not self._ended.is_set():
                    connection.sendall(b"x")
                    with contextlib.suppress(TimeoutError):
                        if not connection.recv(65536):
                            break
        return False


def _read(connection: socket.socket, buffered: bytes) -> tuple[Request | None, bytes]:
    while b"\r\n\r\n" not in buffered:
        received = connection.recv(65536)
        if not received:
            return None, b""
        buffered += received
    head, _, rest = buffered.partition(b"\r\n\r\n")
    start, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = start.split(" ")
    headers = tuple(_header(line) for line in lines)
    known = dict(_lowered(headers))
    if known.get("transfer-encoding") == "chunked":
        return _read_chunks(connection, Request(method, target, headers, b""), rest)
    length = int(known.get("content-length", "0"))
    while len(rest) < length:
        received = connection.recv(65536)
        if not received:  # the client gave up
            return None, b""
        rest += received
    return Request(method, target, headers, rest[:length]), rest[length:]


def _read_chunks(
    connection: socket.socket, request: Request, buffered: bytes
) -> tuple[Request | None, bytes]:
    body = b""
    while True:
        while b"\r\n" not in buffered:
            if not (received := connection.recv(65536)):
                return None, b""
            buffered += received
        size, _, buffered = buffered.partition(b"\r\n")
        length = int(size, 16)
        while len(buffered) < length + 2:
            if not (received := connection.recv(65536)):
                return None, b""
            buffered += received
        if not length:
            return replace(request, body=body), buffered[2:]
        body, buffered = body + buffered[:length], buffered[length + 2 :]


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.strip(" \t")


def _lowered(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name.lower(), value) for name, value in headers)
