"""Bodies that are sent line by line, or record by record."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import RequestValidationError
from sdkwright.runtime.http.bodies import File, Streamed
from sdkwright.runtime.http.line_bodies import LINES, RECORDS
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import BodyEncoder, Operation
from sdkwright.runtime.validation import Constraints, check
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, reply
from tests.support.waiting import PATIENCE_MS

both = pytest.mark.parametrize("mode", ["sync", "async"])


class Word(Model):
    word: str


def operation(
    encoder: BodyEncoder = LINES, content_type: str = "application/x-ndjson", **more: Any
) -> Operation[None]:
    return Operation(
        "send",
        "PUT",
        "/lines",
        body="value",
        content_type=content_type,
        encoder=encoder,
        returns={204: None},
        **more,
    )


def sent(body: Any, given: Operation[None] | None = None) -> bytes | None:
    content, _ = LINES.encode(given or operation(), body)
    assert not isinstance(content, Streamed) or content.length is None
    return b"".join(content) if isinstance(content, Streamed) else content  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([Word(word="a"), {"word": "b\nc"}], b'{"word":"a"}\n{"word":"b\\nc"}\n'),
        ((1, None, "a", [True]), b'1\nnull\n"a"\n[true]\n'),
        ({2, 1}, b"1\n2\n"),
        ([], b""),
        (iter([1, 2]), b"1\n2\n"),
        ({"a": 1}.values(), b"1\n"),
        ('{"word": "a"}\n', b'{"word": "a"}\n'),
        (b'{"word": "c"}\n', b'{"word": "c"}\n'),
        (File(b"{}\n"), b"{}\n"),
    ],
)
def test_each_value_is_a_line(body: Any, expected: bytes) -> None:
    assert sent(body) == expected


def test_an_open_file_is_sent_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"{}\n")
    for body in (io.BytesIO(b"{}\n"), path):
        content, media_type = LINES.encode(operation(), body)
        assert isinstance(content, Streamed)
        assert (b"".join(content), content.length) == (b"{}\n", 3)
        assert media_type == b"application/x-ndjson"


def test_each_value_may_be_a_record() -> None:
    given = operation(RECORDS, "application/json-seq")
    assert RECORDS.encode(given, [Word(word="a"), 1]) == (
        b'\x1e{"word":"a"}\n\x1e1\n',
        b"application/json-seq",
    )


def test_lines_of_a_media_type_that_looks_like_json() -> None:
    given = operation(content_type="application/stream+json")
    assert not given.is_json
    assert sent([1, 2], given) == b"1\n2\n"


def test_the_text_of_a_value_follows_the_document() -> None:
    given = operation(body_types={"": lambda: list[date]})
    assert sent([date(2026, 3, 1)], given) == b'"2026-03-01"\n'
    with pytest.raises(ValueError, match=r"^request_body\[1\] must be a date, not a datetime"):
        sent([date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)], given)


@pytest.mark.parametrize(
    ("body", "name"),
    [({"a": 1}, "dict"), (Word(word="a"), "Word"), (1, "int")],
    ids=["object", "model", "number"],
)
def test_a_single_value_is_refused(body: Any, name: str) -> None:
    with pytest.raises(
        TypeError, match=f"must be a list or another iterable of values, not {name}"
    ):
        sent(body)


def test_no_lines_are_sent_where_none_are_given() -> None:
    assert sent(None, operation(body_required=False)) is None
    with pytest.raises(ValueError, match=r"^request_body is required\.$"):
        sent(UNSET)


# On the wire


def send(server: Server, mode: str, body: Any, clock: FakeClock) -> None:
    with PetStore("k", server_url=server.url, clock=clock, timeout_ms=PATIENCE_MS) as client:
        call = Call(operation(), {}, body)
        if mode == "sync":
            client._session.run(call)
        else:
            asyncio.run(client._session.run_async(call))


def words() -> Iterator[Word]:
    yield Word(word="a")
    yield Word(word="b")


async def words_async() -> AsyncIterator[Word]:
    for word in words():
        yield word


WORDS = b'{"word":"a"}\n{"word":"b"}\n'


@both
def test_a_list_is_sent_with_its_length_and_again(
    server: Server, mode: str, clock: FakeClock
) -> None:
    server.answers(reply(500), reply(204))
    send(server, mode, [*words()], clock)
    assert [(seen.body, seen.header("Content-Length")) for seen in server.seen] == [
        (WORDS, "26"),
        (WORDS, "26"),
    ]
    assert server.seen[0].header("Content-Type") == "application/x-ndjson"


@both
def test_an_iterable_is_sent_once_as_it_comes(server: Server, mode: str, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, mode, words(), clock)
    assert (server.seen[0].body, server.seen[0].header("Transfer-Encoding")) == (WORDS, "chunked")
    server.answers(reply(500), reply(204))
    with pytest.raises(Exception, match="no message"):
        send(server, mode, words(), clock)
    assert len(server.seen) == 2


def test_an_async_iterable_is_sent_by_async_calls(server: Server, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, "async", words_async(), clock)
    assert server.seen[0].body == WORDS
    with pytest.raises(TypeError, match="an async iterable, which only async calls accept"):
        send(server, "sync", words_async(), clock)


@both
def test_a_value_that_can_not_be_sent_ends_the_call(
    server: Server, mode: str, clock: FakeClock
) -> None:
    server.answers(reply(204))
    with pytest.raises(ValueError, match=r"^request_body\[1\] is nan, which can't be"):
        send(server, mode, iter([1.0, float("nan")]), clock)
    assert clock.waits == []


def test_each_value_of_a_list_is_checked() -> None:
    schema = {"$ref": "/Word"}
    constraints = Constraints(
        {"send": {"$": schema}},
        {"/Word": {"type": "object", "properties": {"word": {"maxLength": 3, "type": "string"}}}},
    )

    def checked(body: Any) -> None:
        check(constraints, operation(), {}, body, b"")

    checked([Word(word="abc"), {"word": "abc"}])
    checked(iter([Word(word="abcd")]))  # which would be used up
    checked(b"abcd")
    with pytest.raises(RequestValidationError) as caught:
        checked([Word(word="abc"), Word(word="abcd"), {"word": 7}])
    assert [(each.place, each.problem) for each in caught.value.violations] == [
        ("$[1].word", "must have at most 3 characters"),
        ("$[2].word", "expected string, got integer"),
    ]
