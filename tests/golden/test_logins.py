"""A package whose document offers logins: what callers pass, and what is sent for it."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.support.server import Answer, Request, Server, reply

both = pytest.mark.parametrize("mode", ["sync", "async"])


@pytest.fixture(autouse=True)
def importable(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(sdks)


def backend(request: Request) -> Answer:
    path = request.target.partition("?")[0]
    if path == "/token":
        return reply(200, {"access_token": "t1", "token_type": "Bearer", "refresh_token": "r1"})
    if path == "/device":
        code = {"device_code": "d", "user_code": "U-1", "verification_uri": "https://a.example"}
        return reply(200, {**code, "expires_in": 60, "interval": 1})
    return reply(204)


def call(client: Any, name: str, mode: str) -> None:
    with client:
        if mode == "sync":
            getattr(client.records, name)()
        else:
            asyncio.run(getattr(client.records, f"{name}_async")())


@both
def test_a_code_login_asks_for_what_the_operations_require(mode: str) -> None:
    package, utils = (importlib.import_module(name) for name in ("logins", "logins.utils"))
    pages: list[str] = []

    def authorize(url: str) -> str:
        pages.append(url)
        (state,) = parse_qs(str(url).partition("?")[2])["state"]
        return f"http://127.0.0.1:8400/?code=c&state={state}"

    with Server() as server:
        server.answers(backend)
        login = utils.CodeLogin("me", "http://127.0.0.1:8400/", authorize)
        client = package.Logins(person=login, server_url=server.url)
        call(client, "add_record", mode)
        page = f"{server.url}/authorize?response_type=code&client_id=me&"
    assert pages[0].startswith(page)
    assert parse_qs(str(pages[0]))["scope"] == ["records.read records.write"]
    assert [seen.target for seen in server.seen] == ["/token", "/records"]
    assert server.last.header("Authorization") == "Bearer t1"


@both
def test_a_device_login_shows_the_code(mode: str) -> None:
    package, utils = (importlib.import_module(name) for name in ("logins", "logins.utils"))
    shown: list[Any] = []
    with Server() as server:
        server.answers(backend)
        login = utils.DeviceLogin("me", shown.append)
        call(package.Logins(television=login, server_url=server.url), "remove_records", mode)
    assert shown == [utils.DeviceCode("U-1", "https://a.example", None, 60.0)]
    assert [seen.target for seen in server.seen] == ["/device", "/token", "/records"]
    assert server.last.header("Authorization") == "Bearer t1"


def test_packages_carry_the_logins_that_their_documents_offer() -> None:
    carried = {
        name: {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
        for name in ("minimal", "security", "logins")
        for folder in importlib.import_module(f"{name}._runtime.auth").__path__
    }
    always = {"credentials", "credential_text"}
    assert carried == {
        "minimal": always,
        "security": always | {"oauth", "tokens"},
        "logins": always | {"oauth", "tokens", "logins", "code_login", "device_login", "metadata"},
    }
