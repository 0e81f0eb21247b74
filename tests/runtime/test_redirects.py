"""Redirects: where they are followed, and what goes along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import httpx2
import pytest

from sdkwright.runtime.transports.httpx import HttpxTransport
from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import DefaultError, PetStore
from tests.support.server import Request, Server, reply
from tests.support.waiting import PATIENCE

TRANSPORT = HttpxTransport(None, is_given=False, is_async=False)


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    with Server() as server:
        yield server.answers(reply(200, REX))


def to(location: str, status: int = 302) -> Any:
    return reply(status, headers={"Location": location})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_get_follows_a_redirect(call: Caller, server: Server, status: int) -> None:
    server.answers(to("/moved?x=1", status), reply(200, REX))
    assert call("get", id="p1", http_headers={"X-More": "1"}).name == "Rex"
    assert (server.last.method, server.last.target) == ("GET", "/moved?x=1")
    assert server.last.header("Authorization") == f"Bearer {KEY}"
    assert server.last.header("X-More") == "1"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_post_follows_no_redirect(call: Caller, server: Server, status: int) -> None:
    server.answers(to("/moved", status), reply(201, REX))
    with pytest.raises(DefaultError, match=r"^Redirect to /moved was not followed") as raised:
        call("create", name="Rex")
    assert raised.value.status_code == status
    assert len(server.seen) == 1


def test_credentials_do_not_go_to_another_origin(
    call: Caller, server: Server, elsewhere: Server
) -> None:
    server.answers(to(f"{elsewhere.url}/moved"))
    call("get", id="p1", x_tenant="t", http_headers={"Cookie": "c=1", "X-Api-Key": "k"})
    assert sorted(name.lower() for name, _ in elsewhere.last.headers) == [
        "accept",
        "accept-encoding",
        "host",
        "user-agent",
    ]
    assert elsewhere.last.header("Host") == elsewhere.url.removeprefix("http://")


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_credentials_of_the_callers_client_do_not_go_to_another_origin(
    server: Server, elsewhere: Server, library: Any
) -> None:
    server.answers(to(f"{elsewhere.url}/moved"))
    settings = {"headers": {"X-Mine": "1"}, "auth": ("me", "hidden"), "cookies": {"c": "1"}}
    with library.Client(timeout=PATIENCE, **settings) as mine:
        PetStore("", client=mine, server_url=server.url).pets.get(id="p1")
    assert str(server.last.header("Authorization")).startswith("Basic ")
    for name in ("X-Mine", "Authorization", "Cookie"):
        assert elsewhere.last.header(name) is None


def test_credentials_are_not_given_back_on_the_way_home(
    call: Caller, server: Server, elsewhere: Server
) -> None:
    elsewhere.answers(to(f"{server.url}/home"))
    server.answers(to(f"{elsewhere.url}/away"), reply(200, REX))
    assert call("get", id="p1").name == "Rex"
    assert server.last.target == "/home"
    assert server.last.header("Authorization") is None


def test_a_loop_of_redirects_ends(call: Caller, server: Server) -> None:
    server.answers(to("/again"))
    with pytest.raises(DefaultError, match="Redirect to /again was not followed"):
        call("get", id="p1")
    assert len(server.seen) == 11


@pytest.mark.parametrize("location", ["ftp://127.0.0.1/x", "file:///etc/passwd", "a:b"])
def test_a_redirect_to_something_else_is_not_followed(
    call: Caller, server: Server, location: str
) -> None:
    server.answers(to(location))
    with pytest.raises(DefaultError, match=r"Redirect to .* was not followed"):
        call("get", id="p1")
    assert len(server.seen) == 1


def test_a_redirect_without_a_location_is_a_failure(call: Caller, server: Server) -> None:
    server.answers(reply(302, "gone"))
    with pytest.raises(DefaultError, match=r"^gone \(302 Found"):
        call("get", id="p1")


def test_a_redirect_from_https_to_http_is_not_followed() -> None:
    first = httpx2.Request("GET", "https://a.example/x")
    response = httpx2.Response(302, headers={"Location": "http://a.example/y"}, request=first)
    response.next_request = httpx2.Request("GET", "http://a.example/y")
    assert TRANSPORT.redirected(response, first) is None


def test_credentials_do_not_go_from_http_to_https() -> None:
    first = httpx2.Request("GET", "http://a.example/x", headers={"Authorization": "secret"})
    response = httpx2.Response(302, headers={"Location": "https://a.example/y"}, request=first)
    response.next_request = httpx2.Request("GET", "https://a.example/y", headers=first.headers)
    hop = TRANSPORT.redirected(response, first)
    assert hop is not None
    assert "Authorization" not in hop.request.headers


def test_a_failure_after_a_redirect_is_tried_again_from_the_start(
    call: Caller, server: Server
) -> None:
    def by_path(request: Request) -> Any:
        if request.target == "/moved":
            return reply(200, REX) if len(server.seen) > 2 else reply(503)
        return to("/moved")

    server.answers(by_path)
    assert call("get", id="p1").name == "Rex"
    assert [request.target for request in server.seen] == ["/api/v1/pets/p1", "/moved"] * 2
