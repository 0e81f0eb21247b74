"""Code that is written for the official SDK runs on ours, and sends the same requests.

Both run the same program, each in its own environment, against a server on loopback. The server
answers with an empty object: what the official SDK makes of it is its own affair.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.official.support import environment, forms

PROGRAM = Path(forms.__file__)

IGNORED = frozenset({"accept-encoding", "connection", "content-length", "host", "user-agent"})
"""Headers that say which client sends, and how."""

_WEIGHED = re.compile(r";q=1|, [^,]+;q=0(?=,|$)")
"""What an `accept` says that would go without saying, and what it does not accept."""

DEFAULTS: dict[str, list[tuple[str, object]]] = {
    "chat": [("stream", False)],
    "chat_with_models": [("stream", False)],
    "responses": [("service_tier", "auto"), ("store", False)],
    "responses_by_their_other_name": [("service_tier", "auto"), ("store", False)],
    "models": [("limit", "500"), ("offset", "0")],
}
"""What the official SDK sends that no caller asked for: defaults of the document, which the server
knows. They are properties of the body, or in the query."""


class Handler(BaseHTTPRequestHandler):
    """Notes each request by the form that sends it."""

    protocol_version = "HTTP/1.1"
    received: ClassVar[dict[str, list[dict[str, Any]]]]

    def _answer(self) -> None:
        body = self._body()
        url = urlsplit(self.path)
        _, form, *path = url.path.split("/")
        self.received.setdefault(form, []).append(
            {
                "line": f"{self.command} /{'/'.join(path)}",
                "query": sorted(parse_qsl(url.query, keep_blank_values=True)),
                "headers": {
                    name.lower(): _WEIGHED.sub("", value.partition("; boundary")[0])
                    for name, value in self.headers.items()
                    if name.lower() not in IGNORED
                },
                "body": _read(self.headers, body),
            }
        )
        is_stream = b'"stream":true' in body.replace(b" ", b"")
        answer = b"data: [DONE]\n\n" if is_stream else b"{}"
        self.send_response(200)
        kind = "text/event-stream" if is_stream else "application/json"
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815  the names that http.server calls

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("transfer-encoding", ""):
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        whole = b""
        while size := int(self.rfile.readline(), 16):
            whole += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return whole

    def log_message(self, *_: object) -> None:
        pass


def _read(headers: Message, body: bytes) -> Any:
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/"):
        whole = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        return sorted(
            (
                str(part.get_param("name", header="content-disposition")),
                str(part.get_filename()),
                str(part.get_payload()),
            )
            for part in whole.walk()
            if not part.is_multipart()
        )
    return json.loads(body) if body else None


@contextmanager
def serving() -> Iterator[tuple[str, dict[str, list[dict[str, Any]]]]]:
    received: dict[str, list[dict[str, Any]]] = {}
    handler = type("Noting", (Handler,), {"received": received})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", received
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def sent(official: str, ours: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """What both send, by form, and what came of ours."""
    with serving() as (url, theirs):
        environment.run(official, PROGRAM, url)
    with serving() as (url, own):
        outcomes = environment.run(environment.own_python(), PROGRAM, url, ours)
    return theirs, own, outcomes


@pytest.mark.parametrize("form", [form.__name__ for form in forms.FORMS])
def test_what_runs_on_the_official_sdk_runs_on_ours_and_sends_the_same(
    form: str, sent: tuple[dict[str, Any], dict[str, Any], dict[str, str]]
) -> None:
    theirs, own, outcomes = sent
    assert outcomes[form] == ""
    (expected,), (actual,) = theirs[form], own[form]
    for name, value in DEFAULTS.get(form, []):
        if expected["body"] is None:
            expected["query"].remove((name, value))
        else:
            assert expected["body"].pop(name) == value
    assert actual == expected
