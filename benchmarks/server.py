"""A small, fast HTTP server that responds with the document's examples.

It runs in a separate process and does not know who calls: every peer gets the same bytes. It counts
its responses, so that no peer can be timed doing nothing.
"""

from __future__ import annotations

import asyncio
import copy
import hashlib
import json
import os
import sys
import threading
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.source.document import load

SPEC: Final = Path(__file__).parents[1] / "spec" / "openapi.yaml"

FIELDS_OF_THE_OFFICIAL: Final = {"external_user": None, "last_used_at": None}
"""Fields of a key that the official SDK requires and our document does not have.

Without them it raises an exception; with them, the others skip two nulls.
"""


def answers(document: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a complete response for each method and path.

    Args:
        document: An OpenAPI document with examples for `GET /keys` and `POST /keys`.
    """
    keys = document["paths"]["/keys"]
    key = {**_example(keys["get"], "200")["data"][0], **FIELDS_OF_THE_OFFICIAL}
    created = copy.deepcopy(_example(keys["post"], "201"))
    created["data"].update(FIELDS_OF_THE_OFFICIAL)
    return {
        "GET /1/keys": response(200, {"data": [key]}),
        "GET /100/keys": response(200, {"data": [_another(key, n) for n in range(100)]}),
        "POST /1/keys": response(201, created),
    }


def response(status: int, body: object) -> bytes:
    """Return a response with a JSON body (RFC 9112, section 2.1)."""
    content = json.dumps(body, separators=(",", ":")).encode()
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        "Content-Type: application/json\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def _example(operation: Mapping[str, Any], status: str) -> Any:
    content = operation["responses"][status]["content"]["application/json"]
    if "example" in content:
        return content["example"]
    return next(iter(content["examples"].values()))["value"]


def _another(key: Mapping[str, Any], number: int) -> dict[str, Any]:
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    return {**key, "hash": digest, "name": f"Key {number}", "usage": number + 0.25}


class Counter:
    """The number of calls that were answered successfully."""

    def __init__(self) -> None:
        self.calls = 0


class Connection(asyncio.Protocol):
    """One connection, kept open between requests."""

    def __init__(self, known: Mapping[str, bytes], counter: Counter) -> None:
        self._known = known
        self._counter = counter
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("a stream is needed")
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = self._received[:end].decode("latin-1")
            start = end + 4
            stop = start + _length(head)
            if len(self._received) < stop:
                return
            body = self._received[start:stop]
            self._received = self._received[stop:]
            if self._transport is not None:
                self._transport.write(self._answer(head, body))

    def _answer(self, head: str, body: bytes) -> bytes:
        method, path, _ = head.partition("\r\n")[0].split(" ", 2)
        target = f"{method} {path.partition('?')[0]}"
        if target == "GET /count":
            return response(200, self._counter.calls)
        if "authorization: bearer " not in head.lower():
            return response(401, {"error": {"code": 401, "message": "No API key was sent"}})
        if method == "POST" and not json.loads(body or b"{}").get("name"):
            return response(400, {"error": {"code": 400, "message": "The key has no name"}})
        answer = self._known.get(target)
        if answer is None:
            return response(404, {"error": {"code": 404, "message": "There is no such path"}})
        self._counter.calls += 1
        return answer


def _length(head: str) -> int:
    for line in head.split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            return int(value)
    return 0


async def serve(known: Mapping[str, bytes]) -> None:
    """Serve on a free port of the loopback interface, which is printed first, until cancelled."""
    counter = Counter()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(known, counter), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


def _end_with_the_parent() -> None:
    sys.stdin.read()
    os._exit(0)


def main() -> None:
    """Serve until stdin is closed, which happens when the parent ends for any reason."""
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    asyncio.run(serve(answers(load(SPEC, Diagnostics()).data)))


if __name__ == "__main__":
    main()
