"""A server on loopback that keeps what it is sent, and answers with the document's examples.

It checks nothing. Which of the documented answers it gives, the header `X-Answer` says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar, Final
from urllib.parse import quote

from sdkwright.model import ir

_OF_TRANSPORT: Final = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "host", "user-agent", "x-answer"}
)

_XML: Final = Path(__file__).with_name("xml_answers")


class Answers:
    """The documented answers of all operations, as (media type, body) by method, path, status."""

    def __init__(self, operations: list[ir.Operation]) -> None:
        self._operations = [
            (
                operation.verb,
                _pattern(operation),
                {status: [*map(_example, offers)] for status, offers in documented(operation)},
            )
            # `/a/{b}` matches `/a/c` as well, and a path without a placeholder is meant first.
            for operation in sorted(operations, key=lambda operation: operation.path.count("{"))
        ]

    def find(self, method: str, path: str, status: str, accept: str) -> tuple[str, bytes] | None:
        for wanted, pattern, answers in self._operations:
            if wanted == method and pattern.fullmatch(path):
                offers = answers[status]
                return next((each for each in offers if each[0] == accept), *offers[:1])
        return None


def _pattern(operation: ir.Operation) -> re.Pattern[str]:
    several = {item.name.wire for item in operation.parameters if item.style == "segments"}
    path = operation.template or operation.path
    return re.compile(
        "".join(
            (".+" if part in several else "[^/]+") if index % 2 else re.escape(_encoded(part))
            for index, part in enumerate(re.split(r"\{([^}]*)\}", path))
        )
    )


def _encoded(path: str) -> str:
    return "".join(char if char.isascii() else quote(char) for char in path)


def documented(operation: ir.Operation) -> Iterator[tuple[str, list[ir.MediaType | None]]]:
    """Give all responses of an operation, with their media types."""
    for response in operation.responses:
        yield response.status, [*response.media_types] or [None]
    for error in operation.errors:
        yield error.key, [error.media_type]


def _example(media: ir.MediaType | None) -> tuple[str, bytes]:
    if media is None:
        return "", b""
    return media.name, written(media).encode()


def written(media: ir.MediaType) -> str:
    """Give an example as it is sent: what is no JSON is text in the document, and XML a file."""
    assert media.example is not None, "every body of a golden case has an example"
    if media.xml is not None:
        return (_XML / f"{media.xml.element.name}.xml").read_text(encoding="utf-8")
    return media.example if media.content == "json" else str(json.loads(media.example))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers: ClassVar[Answers]
    received: ClassVar[list[str]]

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = sorted(
            f"{name.lower()}: {value}"
            for name, value in self.headers.items()
            if name.lower() not in _OF_TRANSPORT
        )
        lines = [f"{self.command} {self.path}", *headers]
        text = "\n".join([*lines, *([body.decode(errors="backslashreplace")] if body else [])])
        # Nobody knows the boundary before, and line ends of two characters are hard to read.
        for index, found in enumerate(dict.fromkeys(re.findall(r"boundary=(\w+)", text))):
            name = "INNER" * index or "BOUNDARY"
            text = text.replace(found, name).replace("\r\n", "\n")
        self.received.append(text)
        status, key = self.headers["X-Answer"].split(maxsplit=1)
        found = self.answers.find(
            self.command, self.path.partition("?")[0], key, self.headers["Accept"]
        )
        media_type, content = found or ("", b"")
        self.send_response(int(status))
        if content:
            self.send_header("Content-Type", media_type)
        if status != "204":
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def __getattr__(self, name: str) -> Any:
        """Handle each method alike: for `GET`, the library calls `do_GET`."""
        if name.startswith("do_"):
            return self.handle_any
        raise AttributeError(name)

    def log_message(self, *_: Any) -> None:
        """Write nothing."""


@contextmanager
def serving(operations: list[ir.Operation]) -> Iterator[tuple[str, list[str]]]:
    """Serve until the end of the block; gives the URL, and the list that requests are put into."""
    received: list[str] = []
    handler = type("Handler", (_Handler,), {"answers": Answers(operations), "received": received})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", received
        finally:
            server.shutdown()
            thread.join()
