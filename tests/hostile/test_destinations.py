"""The credentials of a client go to the servers that they are for, and to no other."""

from __future__ import annotations

import asyncio

import pytest
from msgspec import UNSET

from sdkwright.runtime.auth.credentials import Bearer, Setting
from sdkwright.runtime.calls import Call
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.paging.pages import AsyncPages, Pages
from sdkwright.runtime.paging.rules import UrlPages
from sdkwright.runtime.session import Session
from tests.hostile.attacks.destinations import DESTINATIONS, Destination
from tests.runtime.support.sdk import SDK
from tests.support.server import Answer, Request, Server, reply

HEADER = "Bearer sk-for-one-server"


class Items(Model):
    items: list[str]
    following: str | None = None


def answer(request: Request) -> Answer:
    following = None if request.target.endswith("?2") else f"{request.target}?2"
    return reply(200, {"items": ["a"], "following": following})


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(
    "row", DESTINATIONS, ids=[f"{n}-{row.client}" for n, row in enumerate(DESTINATIONS)]
)
def test_credentials_go_where_they_are_meant_to(row: Destination, mode: str) -> None:
    with Server() as first, Server() as second, Server() as own:
        servers = {"first": first, "second": second, "own": own}
        for server in servers.values():
            server.answers(answer)
        urls = {name: f"{server.url}/{name}" for name, server in servers.items()}
        call(session(row, urls), operation(row, urls), mode, row.call_url and urls[row.call_url])
        assert [name for name, server in servers.items() if server.seen] == [row.called]
        sent = [request.header("Authorization") for request in servers[row.called].seen]
        assert sent == [HEADER if row.sent == "yes" else None] * 2


def session(row: Destination, urls: dict[str, str]) -> Session:
    return Session(
        SDK._replace(
            servers={"first": urls["first"], "second": urls["second"]},
            schemes={"key": Bearer(Setting("key", "T_KEY"))},
            security=(("key",),),
        ),
        credentials={"key": "sk-for-one-server"},
        parameters={},
        server=row.server,
        server_url=row.server_url and urls[row.server_url],
        timeout_ms=None,
        retry_config=UNSET,
        client=None,
        async_client=None,
        debug_logger=None,
        response_validation="lenient",
    )


def operation(row: Destination, urls: dict[str, str]) -> Operation[Items]:
    return Operation(
        "list",
        "GET",
        "/list",
        returns={200: lambda: Items},
        security=row.security,
        server=urls[row.own] + "/of-the-operation",
        pages=UrlPages(("following",), ("items",)),
    )


def call(made: Session, listing: Operation[Items], mode: str, url: str | None) -> None:
    """Walk all pages of a list: there are two."""
    first = Call(listing, {}, server_url=url)

    async def walk() -> list[str]:
        return [item async for item in AsyncPages[Items, str](made, first)]

    if mode == "sync":
        assert list(Pages[Items, str](made, first)) == ["a", "a"]
    else:
        assert asyncio.run(walk()) == ["a", "a"]
