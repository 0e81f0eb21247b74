"""A server on loopback that keeps what it is sent, and answers what it was told to.

It judges nothing: `reading` does, where the test knows which operation was called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from tests.corpus.support.reading import Received


class Mouth:
    """What the server answers, and what it heard."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: list[Received] = []
        self.status = 200
        self.media_type = ""
        self.body = b""

    def say(self, status: int, media_type: str, body: bytes) -> None:
        """Answer so from now on, and forget what was heard."""
        self.status, self.media_type, self.body = status, media_type, body
        self.heard.clear()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body go out together
    mouth: Mouth

    def handle_any(self) -> None:
        body = self._chunks() if self.headers.get("Transfer-Encoding") else self._whole()
        headers = dict(self.headers.items())
        mouth = self.mouth
        mouth.heard.append(Received(self.command, self.path, headers, body))
        self.send_response(mouth.status)
        if mouth.media_type:
            self.send_header("Content-Type", mouth.media_type)
        if mouth.status != 204:
            self.send_header("Content-Length", str(len(mouth.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(mouth.body)

    def _whole(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _chunks(self) -> bytes:
        read = b""
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            read += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return read

    do_GET = do_PUT = do_POST = do_DELETE = handle_any  # noqa: N815  the library's names
    do_OPTIONS = do_HEAD = do_PATCH = do_TRACE = handle_any  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Write nothing."""


@contextmanager
def serving() -> Iterator[Mouth]:
    """Serve until the end of the block."""
    mouth = Mouth()
    handler = type("Handler", (_Handler,), {"mouth": mouth})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        mouth.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield mouth
        finally:
            server.shutdown()
            thread.join()
