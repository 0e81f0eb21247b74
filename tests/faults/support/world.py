"""Between the client and its answer: what each fault needs besides a server."""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import trustme

from tests.faults.support.harness import KeyServer, good
from tests.faults.support.table import TIMED_OUT, Fault
from tests.support.server import Answer, refusing, reply
from tests.support.stalls import let_only_stalls_time_out

NOWHERE = "api.invalid"
"""A host that never exists (RFC 6761, section 6.4), and that no test asks a network for."""


@dataclass(frozen=True)
class World:
    """Where the client is to send its requests, and who may get them.

    Attributes:
        url: The server's URL, as the client gets it.
        server: The server that counts.
        elsewhere: The server of another origin.
    """

    url: str
    server: KeyServer
    elsewhere: KeyServer


@contextlib.contextmanager
def world(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Let a fault happen."""
    with KeyServer() as server, KeyServer() as elsewhere, refusing() as port:
        server.fails(*(fault.answers or (good,)), commits=fault.commits)
        elsewhere.fails(good)
        url = server.url
        refuse_to_resolve(monkeypatch)
        if fault.safe.what == TIMED_OUT:
            let_only_stalls_time_out(server, monkeypatch)
        match fault.reach:
            case "refused":
                url = f"http://127.0.0.1:{port}"
            case "unresolvable":
                url = f"http://{NOWHERE}"
            case "untrusted":
                server.tls = server_context()
                url = url.replace("http://", "https://")
            case "plain":
                server.fails(Answer((b"HTTP/1.1 400 Bad Request\r\n\r\n",), "close", early=True))
                url = url.replace("http://", "https://")
            case "proxy-down":
                monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
                url = f"https://{NOWHERE}"
            case "proxy-refuses" | "proxy-breaks":
                monkeypatch.setenv("HTTPS_PROXY", url)
                url = f"https://{NOWHERE}"
            case "elsewhere":
                server.fails(reply(302, headers={"Location": f"{elsewhere.url}/api/v1/keys"}))
            case "server":
                pass
        yield World(url, server, elsewhere)


@functools.cache
def server_context() -> ssl.SSLContext:
    """The TLS side of a server whose certificate nobody trusts."""
    return issued_by(trustme.CA())


def issued_by(authority: trustme.CA) -> ssl.SSLContext:
    """The TLS side of a server with a certificate of an authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def refuse_to_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve addresses of this machine, and fail for all names."""
    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return resolve(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
