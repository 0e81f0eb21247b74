"""No credential that is rejected is shown: in messages, frames, objects or logs, sync and async."""

from __future__ import annotations

import asyncio
import importlib
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.hostile.attacks.rejections import REJECTIONS, SECRET, SHOWN_AS, Rejection, rows
from tests.hostile.harness.loopback import PACKAGES, forget, lay_out, without_settings
from tests.support.searching import shown_in
from tests.support.server import Server


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    folder = tmp_path_factory.mktemp("sdks")
    lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module("security").Security
        forget(sys.modules, PACKAGES)


def rejected(make: Callable[..., Any], row: Rejection, url: str, mode: str) -> tuple[Any, Any]:
    """Make a client and call it; return the client, if there is one, and the exception."""
    host = url.removeprefix("http://")
    settings: dict[str, Any] = {"server_url": url, "retry_config": None}
    for name, value in row.settings.items():
        text = value.replace("{server}", host)
        if name.startswith("from "):
            settings[name.removeprefix("from ")] = lambda text=text: text
        else:
            settings[name] = text
    client = None
    try:
        client = make(**settings)
        method = getattr(client.berths, row.method + ("_async" if mode == "async" else ""))
        asyncio.run(method()) if mode == "async" else method()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of it
        return client, error
    raise AssertionError("it was not rejected")


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(
    "row", REJECTIONS, ids=[f"{number}-{row.name}" for number, row in enumerate(REJECTIONS)]
)
def test_a_rejected_credential_is_not_shown(
    make: Callable[..., Any],
    row: Rejection,
    mode: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    without_settings(monkeypatch)
    caplog.set_level(logging.DEBUG)
    for name, value in row.variables.items():
        monkeypatch.setenv(name, value)
    with Server() as server:
        server.answers(row.answer)
        client, error = rejected(make, row, server.url, mode)
    assert (type(error).__name__, client is None) == (row.outcome, not row.method)
    assert shown_in(error, SHOWN_AS) == []
    objects = [] if client is None else [client, client._session, client._session.keyring]
    shown = [caplog.text, *(f"{each!r} {vars(each)!r}" for each in objects)]
    assert [text for text in shown if any(secret in text for secret in SHOWN_AS)] == []


def test_the_search_finds_a_secret_in_each_place() -> None:
    def encode(text: str) -> bytes:
        return text.encode()

    sources = "def reject(key):\n    text = 'Bearer ' + key\n    encode(text)\n"
    names: dict[str, Any] = {"encode": encode}
    exec(compile(sources, "elsewhere.py", "exec"), names)
    with pytest.raises(UnicodeEncodeError) as raised:
        names["reject"](f"{SECRET}\ud800")
    assert {"UnicodeEncodeError: args", "UnicodeEncodeError: object"} <= set(
        shown_in(raised.value, [SECRET])
    )
    assert "UnicodeEncodeError: reject.text" in shown_in(raised.value, [SECRET])
    assert "UnicodeEncodeError: report of reject" in shown_in(raised.value, [SECRET])


def test_the_page_gets_a_row_for_each_kind() -> None:
    found = {name: (cases, outcome) for name, cases, outcome in rows()}
    assert found["a credential with half a character, from a function"] == (8, "`ValueError`")
    assert sum(cases for cases, _ in found.values()) == len(REJECTIONS)
