"""Time-outs that pass where the server stalls, and nowhere else, however slow the machine is.

A short time-out of a client also holds for connecting, for writing, and for an answer that is on
its way. On a loaded machine each of these can take longer than the time-out of a test.
"""

from __future__ import annotations

import asyncio
import importlib
from typing import Any

import httpx2
import pytest

from tests.support.server import Answer, Server
from tests.support.waiting import PATIENCE

_HEADERS = "http11.receive_response_headers.started"
_BODY = "http11.receive_response_body.started"


A_MOMENT = 0.3
"""Seconds within which a server on this machine answers."""

FAST = ("urllib3", "aiohttp")
RUNTIMES = ("openrouter._runtime", "sdkwright.runtime")


class _Exchange:
    """A request whose client waits as long as it is told to from when the server stalls on."""

    def __init__(self, server: Server, request: httpx2.Request) -> None:
        self._server = server
        self._answer = Answer()
        self._seconds = request.extensions["timeout"]["read"]
        self.timeouts = dict.fromkeys(request.extensions["timeout"], PATIENCE)

    def trace(self, event: str, _info: object) -> None:
        """Hear from the HTTP library what it is about to do."""
        if event == _HEADERS:
            self._answer = self._server.given.get(timeout=PATIENCE)
        if self._answer.then == "stall" and event == self._in_vain():
            assert self._server.stalls.acquire(timeout=PATIENCE)
            self.timeouts["read"] = self._seconds

    async def trace_async(self, event: str, info: object) -> None:
        await asyncio.to_thread(self.trace, event, info)

    def _in_vain(self) -> str:
        """What the client waits for and does not get."""
        return _BODY if b"\r\n\r\n" in b"".join(self._answer.parts) else _HEADERS


def let_only_stalls_time_out(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time-outs of `httpx2` pass only where a server stalls.

    For requests that come one after the other, and that the server reads. Of the transport `fast`,
    all reads get at least `A_MOMENT`, and all else has no time-out.
    """
    _give_a_moment(monkeypatch)
    send = httpx2.HTTPTransport.handle_request
    send_async = httpx2.AsyncHTTPTransport.handle_async_request

    def handle_request(self: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        asked = request.extensions
        exchange = _Exchange(server, request)
        request.extensions = {"timeout": exchange.timeouts, "trace": exchange.trace}
        try:
            return send(self, request)
        finally:
            request.extensions = asked

    async def handle_async_request(
        self: httpx2.AsyncHTTPTransport, request: httpx2.Request
    ) -> httpx2.Response:
        asked = request.extensions
        exchange = _Exchange(server, request)
        request.extensions = {"timeout": exchange.timeouts, "trace": exchange.trace_async}
        try:
            return await send_async(self, request)
        finally:
            request.extensions = asked

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", handle_request)
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", handle_async_request)


def _give_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (f"{runtime}.transports.{library}" for runtime in RUNTIMES for library in FAST):

        def patient(timeouts: Any, left: float | None = None) -> dict[str, float]:
            del left
            reading = PATIENCE if timeouts is None else max(timeouts.read, A_MOMENT)
            return {"connect": PATIENCE, "read": reading, "write": PATIENCE, "pool": PATIENCE}

        monkeypatch.setattr(importlib.import_module(name), "phases", patient)
