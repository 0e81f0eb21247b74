"""Bodies that are sent event by event, and multipart bodies that are sent part by part."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.http.bodies import BODIES, File, Streamed
from sdkwright.runtime.http.event_bodies import EVENTS, WHOLE_EVENTS
from sdkwright.runtime.http.part_bodies import PARTS
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import BodyEncoder, Encoding, Operation
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, reply
from tests.support.waiting import PATIENCE_MS

both = pytest.mark.parametrize("mode", ["sync", "async"])


class Word(Model):
    word: str


class Event(Model):
    data: Any
    event: Any = UNSET
    id: Any = UNSET
    retry: Any = UNSET


def operation(
    encoder: BodyEncoder, content_type: str = "text/event-stream", **more: Any
) -> Operation[None]:
    return Operation(
        "send",
        "PUT",
        "/events",
        body="value",
        content_type=content_type,
        encoder=encoder,
        returns={204: None},
        **more,
    )


def sent(encoder: BodyEncoder, body: Any, **more: Any) -> bytes:
    content, _ = encoder.encode(operation(encoder, **more), body)
    assert content is not None
    return b"".join(content) if isinstance(content, Streamed) else content  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (["a", "b"], b"data: a\n\ndata: b\n\n"),
        (["a\nb\r\nc\rd"], b"data: a\ndata: b\ndata: c\ndata: d\n\n"),
        ([""], b"data: \n\n"),
        ([Word(word="a"), {"word": "b"}], b'data: {"word":"a"}\n\ndata: {"word":"b"}\n\n'),
        ([1, True, None, [2]], b"data: 1\n\ndata: true\n\ndata: null\n\ndata: [2]\n\n"),
        (iter(["a"]), b"data: a\n\n"),
        ([], b""),
        (b"data: c\n\n", b"data: c\n\n"),
        ("data: a\n\n", b"data: a\n\n"),
    ],
)
def test_each_value_is_the_data_of_an_event(body: Any, expected: bytes) -> None:
    assert sent(EVENTS, body) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event(data="a"), b"data: a\n\n"),
        (
            Event(data="a\nb", event="e", id="1", retry=5),
            b"event: e\nid: 1\nretry: 5\ndata: a\ndata: b\n\n",
        ),
        ({"data": {"a": 1}, "event": None}, b'data: {"a":1}\n\n'),
        ({"data": None, "id": ""}, b"id: \ndata: null\n\n"),
        ({"retry": 5}, b"retry: 5\n\n"),
    ],
)
def test_each_object_is_an_event(event: Any, expected: bytes) -> None:
    assert sent(WHOLE_EVENTS, [event]) == expected


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (
            {"data": "a", "id": "1\ndata: b"},
            r"^request_body\[0\]\.id contains a line end or",
        ),
        ({"data": "a", "event": "a\r"}, r"^request_body\[0\]\.event contains a line end"),
        ({"data": "a", "id": "\0"}, r"^request_body\[0\]\.id contains a line end or"),
        ({"data": "a", "kind": 1}, r"^request_body\[0\] has 'kind', which is not a field"),
        ("a", r"^request_body\[0\] must be an object with the fields of an event\.$"),
        ({"data": "\ud800"}, r"^request_body\[0\]\.data can't be encoded as UTF-8\.$"),
    ],
)
def test_what_is_no_event_is_refused(event: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sent(WHOLE_EVENTS, [event])


def test_the_text_of_data_follows_the_document() -> None:
    body = [date(2026, 3, 1)]
    assert sent(EVENTS, body, body_types={"": lambda: list[date]}) == b"data: 2026-03-01\n\n"


# Parts


def parts(body: Any, **more: Any) -> bytes:
    given = operation(PARTS, "multipart/mixed", **more)
    content, media_type = PARTS.encode(given, body)
    assert content is not None
    found = b"".join(content) if isinstance(content, Streamed) else content
    return found.replace(media_type.partition(b"boundary=")[2], b"B")  # type: ignore[union-attr]


TWO = (
    b'--B\r\nContent-Type: application/json\r\n\r\n{"word":"a"}\r\n'
    b"--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nb\r\n--B--\r\n"
)


def test_parts_of_an_iterable_are_those_of_a_list() -> None:
    assert parts([Word(word="a"), "b"]) == TWO
    assert parts(iter([Word(word="a"), "b"])) == TWO


def test_files_of_an_iterable_are_read_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"png")
    encodings = {"": Encoding("image/jpeg", is_file=True)}
    assert parts(iter([b"a", path, File(b"c", "c.bin")]), encodings=encodings) == (
        b"--B\r\nContent-Type: image/jpeg\r\n\r\na\r\n"
        b'--B\r\nContent-Disposition: attachment; filename="a.png"\r\n'
        b"Content-Type: image/jpeg\r\n\r\npng\r\n"
        b'--B\r\nContent-Disposition: attachment; filename="c.bin"\r\n'
        b"Content-Type: image/jpeg\r\n\r\nc\r\n--B--\r\n"
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (iter([]), r"^A body of type multipart/mixed must have at least one part\.$"),
        (iter([None]), r"^request_body\[0\] is None, which can't be a part\.$"),
    ],
)
def test_what_is_no_part_ends_the_body(body: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parts(body)


def test_the_first_of_related_parts_must_be_known() -> None:
    given = operation(PARTS, "multipart/related")
    with pytest.raises(ValueError, match=r"^request_body must be a list: the media type"):
        PARTS.encode(given, iter([b"a"]))


def test_a_part_may_be_made_of_parts(tmp_path: Path) -> None:
    path = tmp_path / "b.bin"
    path.write_bytes(b"b")
    inner = {"0": Encoding("text/csv"), "": Encoding("image/png")}
    encodings = {"p": Encoding("multipart/mixed", parts=inner), "q": Encoding("text/plain")}
    given = operation(BODIES, "multipart/form-data", encodings=encodings)
    for files in (["a", b"b"], ["a", path]):
        content, media_type = BODIES.encode(given, {"p": files, "q": "c"})
        assert content is not None
        text = b"".join(content) if isinstance(content, Streamed) else content
        outer = media_type.partition(b"boundary=")[2]
        inside = re.findall(rb"boundary=(\w+)", text)[0]  # type: ignore[arg-type]
        text = text.replace(outer, b"O").replace(inside, b"I")  # type: ignore[union-attr]
        name = b'Content-Disposition: attachment; filename="b.bin"\r\n' if path in files else b""
        assert text == (
            b'--O\r\nContent-Disposition: form-data; name="p"\r\n'
            b"Content-Type: multipart/mixed; boundary=I\r\n\r\n"
            b"--I\r\nContent-Type: text/csv\r\n\r\na\r\n"
            b"--I\r\n" + name + b"Content-Type: image/png\r\n\r\nb\r\n--I--\r\n\r\n"
            b'--O\r\nContent-Disposition: form-data; name="q"\r\n'
            b"Content-Type: text/plain\r\n\r\nc\r\n--O--\r\n"
        )
    with pytest.raises(ValueError, match=r"^p\[1\] is None, which can't be a part\.$"):
        BODIES.encode(given, {"p": ["a", None]})


# On the wire


def send(server: Server, mode: str, given: Operation[None], body: Any, clock: FakeClock) -> None:
    with PetStore("k", server_url=server.url, clock=clock, timeout_ms=PATIENCE_MS) as client:
        call = Call(given, {}, body)
        if mode == "sync":
            client._session.run(call)
        else:
            asyncio.run(client._session.run_async(call))


def words() -> Iterator[Any]:
    yield Word(word="a")
    yield "b"


async def words_async() -> AsyncIterator[Any]:
    for word in words():
        yield word


@both
def test_events_are_sent_as_they_come(server: Server, mode: str, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, mode, operation(EVENTS), words(), clock)
    seen = server.seen[0]
    assert seen.body == b'data: {"word":"a"}\n\ndata: b\n\n'
    assert seen.header("Content-Type") == "text/event-stream"
    assert seen.header("Transfer-Encoding") == "chunked"


@both
def test_parts_are_sent_as_they_come(server: Server, mode: str, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, mode, operation(PARTS, "multipart/mixed"), words(), clock)
    seen = server.seen[0]
    kind, _, boundary = str(seen.header("Content-Type")).partition("; boundary=")
    assert (kind, seen.body.replace(boundary.encode(), b"B")) == ("multipart/mixed", TWO)
    assert seen.header("Transfer-Encoding") == "chunked"


@pytest.mark.parametrize(
    ("encoder", "kind"), [(EVENTS, "text/event-stream"), (PARTS, "multipart/mixed")]
)
def test_async_iterables_are_sent_by_async_calls(
    server: Server, clock: FakeClock, encoder: BodyEncoder, kind: str
) -> None:
    server.answers(reply(204))
    send(server, "async", operation(encoder, kind), words_async(), clock)
    assert b'{"word":"a"}' in server.seen[0].body
    with pytest.raises(TypeError, match="an async iterable, which only async calls accept"):
        send(server, "sync", operation(encoder, kind), words_async(), clock)
