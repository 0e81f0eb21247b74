"""No text of a caller's leaves its place in a request, whatever is in it: judged by the bytes that
a server read."""

from __future__ import annotations

import base64
import importlib
import json
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

from tests.hostile.attacks.sent import PLACES, TEXTS, Place, rows
from tests.hostile.harness.loopback import (
    PACKAGES,
    Recorder,
    choose_transport,
    forget,
    in_both_ways,
    lay_out,
    without_settings,
)

HARMLESS = "harmless"


@pytest.fixture(params=["httpx2", "fast"], autouse=True)
def _no_settings_from_outside(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_settings(monkeypatch)
    choose_transport(request.param, monkeypatch)


@pytest.fixture(scope="module")
def _packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("sdks")
    lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield
        forget(sys.modules, PACKAGES)


class Shape(NamedTuple):
    """What a request is made of, without what it says."""

    method: bytes
    path: tuple[int, ...]
    query: tuple[int, ...]
    headers: tuple[bytes, ...]
    cookies: tuple[int, ...]
    body: tuple[int, ...]


class Sent(NamedTuple):
    """A request as a server read it."""

    target: bytes
    headers: dict[bytes, bytes]
    body: bytes
    shape: Shape


def read(received: bytes) -> Sent:
    """Read the only request that came."""
    head, _, body = received.partition(b"\r\n\r\n")
    start, *lines = head.split(b"\r\n")
    assert re.search(rb"[\x00-\x1f\x7f]", b"".join([start, *lines])) is None
    method, target, version = start.split(b" ")
    assert version == b"HTTP/1.1"
    pairs = [(name, value) for name, _, value in (line.partition(b": ") for line in lines)]
    headers = {name.lower(): value for name, value in pairs}
    assert len(headers) == len(pairs)
    assert len(body) == int(headers.get(b"content-length", b"0"))
    path, _, query = target.partition(b"?")
    assert not {b".", b".."} & {*path.split(b"/")}
    shape = Shape(
        method,
        _counts(path, b"/;,=?#"),
        _counts(query, b"&=#,"),
        tuple(name for name, _ in pairs),
        _counts(headers.get(b"cookie", b""), b";,"),
        _counts(body, b"\r\n") if b"multipart" in headers.get(b"content-type", b"") else (),
    )
    return Sent(target, headers, body, shape)


def _counts(text: bytes, marks: bytes) -> tuple[int, ...]:
    return tuple(text.count(mark) for mark in marks)


def check(place: Place, text: str, sent: Sent, usual: Sent) -> None:
    """See whether a text is in its place, and nowhere else."""
    shape = sent.shape
    match place.where:
        case "name":
            assert [*sent.headers].count(text.encode()) == 1
            names = [HARMLESS.encode() if n == text.encode() else n for n in shape.headers]
            shape = shape._replace(headers=tuple(names))
        case "part":
            shape = shape._replace(body=usual.shape.body)  # it may have lines of its own
        case "reserved":
            others = usual.shape.query[1:]  # all but `&` are allowed to be there
            shape = shape._replace(query=(shape.query[0], *others))
        case _:
            assert text in found_in(place, sent)
    assert shape == usual.shape


def found_in(place: Place, sent: Sent) -> str:
    """Read what stands where the text belongs, as a server would."""
    headers = sent.headers
    match place.where:
        case "target":
            return unquote(sent.target.decode("ascii"))
        case "json in the query":
            (key,) = json.loads(unquote(sent.target.decode("ascii").partition("json=")[2]))
            return str(key)
        case "cookie":
            return unquote(headers[b"cookie"].decode("ascii"))
        case "json":
            return str(json.loads(sent.body)["name"])
        case "basic":
            return base64.b64decode(headers[b"authorization"].split(b" ")[1]).decode()
        case "multipart":
            body = sent.body.decode()
            return body + unquote(body)
        case _:
            return b"\n".join(headers.values()).decode()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
@pytest.mark.usefixtures("_packages")
def test_a_text_stays_in_its_place(place: Place) -> None:
    texts = {name: TEXTS.get(name, name) for name in place.cases}
    with Recorder() as server:
        usual, *_ = attempt(place, server, [HARMLESS])
        came = attempt(place, server, [*texts.values()])
    as_usual = [read(received) for _, received in usual]
    for (name, text), ways in zip(texts.items(), came, strict=True):
        for (outcome, received), harmless in zip(ways, as_usual, strict=True):
            match place.cases[name]:
                case "refused":
                    assert isinstance(outcome, ValueError), name
                    assert received == b"", name
                case "left out":
                    assert text.encode() not in received, name
                case _:
                    assert not isinstance(outcome, ValueError), name
                    check(place, text, read(received), harmless)


def attempt(place: Place, server: Recorder, texts: list[str]) -> list[list[tuple[Any, bytes]]]:
    """Give what came of each text, sync and async, and all bytes that the server read."""
    package, name = place.package
    kind = getattr(importlib.import_module(package), name)
    outcomes: dict[str, list[tuple[Any, bytes]]] = {text: [] for text in texts}
    # A client for each text, if it is the client that gets it.
    for group in [[text] for text in texts] if place.settings("x") else [texts]:

        def make(first: str = group[0]) -> Any:
            keys = {} if package in PACKAGES or package == "weather" else {"api_key": "x"}
            settings = {**keys, **place.settings(first)}
            return kind(server_url=server.url, retry_config=None, **settings)

        def call(client: Any, form: str, text: str) -> Any:
            return place.call(client, form, text)

        def after(text: str, outcome: Any) -> None:
            outcomes[text].append((outcome, server.take()))

        try:
            in_both_ways(make, group, call, after)
        except ValueError as refusal:  # the client can't be made
            outcomes[group[0]] += [(refusal, server.take())] * 2
    return [*outcomes.values()]


CREDENTIALS = [place for place in PLACES if place.name.startswith("credential")]


@pytest.mark.parametrize("place", CREDENTIALS, ids=lambda place: place.name)
@pytest.mark.usefixtures("_packages")
def test_a_credential_that_cannot_be_sent_is_not_in_the_error(place: Place) -> None:
    with Recorder() as server:
        ((outcome, _), *_), *_ = attempt(place, server, ["my-secret\ud800"])
    seen: list[str] = []
    while outcome is not None:
        seen += [repr(outcome.args), repr(vars(outcome)), repr(getattr(outcome, "object", ""))]
        outcome = outcome.__cause__ or outcome.__context__
    assert seen
    assert "my-secret" not in "".join(seen)


def test_the_page_gets_a_row_for_each_place() -> None:
    found = {name: (cases, said) for name, cases, said in rows()}
    assert found["path: a segment"] == (24, "encoded: 20, refused: 4")
    assert found["header"] == (21, "as it is: 13, refused: 8")
    assert len(found) == len(PLACES)
