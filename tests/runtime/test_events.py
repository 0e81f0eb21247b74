"""Responses that come in parts: what is read from them, and what becomes of the connection."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import threading
import traceback
import warnings
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Literal

import httpx2
import pytest
import trio
import trio.testing

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import NoResponseError, ResponseError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import BYTES, Operation
from sdkwright.runtime.responses.events import Elements, EventParser, ServerSentEvent
from sdkwright.runtime.responses.lines import Lines
from sdkwright.runtime.responses.raw import DOWNLOAD as BYTES_TO_READ
from sdkwright.runtime.responses.raw import AsyncStreamedResponse, StreamedResponse
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import DefaultError, PetStore, ValidationError
from tests.support.server import Server, raw, reply
from tests.support.waiting import PATIENCE_MS


class Word(Model):
    word: str


RECORDS = {"are_events": False, "are_records": True}


class Said(Model):
    data: str
    event: str | UnsetType = UNSET


class Whole(Model):
    data: Word
    event: str | UnsetType = UNSET
    id: str | UnsetType = UNSET


def operation(type_: Any, **more: Any) -> Operation[Any]:
    return Operation("o", "GET", "/o", returns={200: None}, into=Elements(lambda: type_, **more))


HEAD_OF_99 = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"

LEFT_BY_HTTPCORE = "Async generator 'httpcore2."
"""The library itself leaves some of its generators to the garbage collector."""

both = pytest.mark.parametrize("mode", ["sync", "async"])


def walk(server: Server, mode: str, given: Operation[Any], **settings: Any) -> list[Any]:
    with PetStore("k", server_url=server.url, timeout_ms=PATIENCE_MS, **settings) as client:
        if mode == "sync":
            return list(client._session.run(Call(given, {})))

        async def collect() -> list[Any]:
            return [each async for each in await client._session.run_async(Call(given, {}))]

        return asyncio.run(collect())


# Lines and events


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_in_any_way_wherever_the_bytes_are_cut(size: int, end: str) -> None:
    content = f"\ufeffä{end}{end}b{end}c".encode()
    lines = Lines()
    found: list[str] = []
    for start in range(0, len(content), size):
        found += lines.feed(content[start : start + size])
    found += lines.feed(b"", final=True)
    assert (found, lines.rest()) == (["ä", "", "b"], "c")


def test_a_line_is_given_as_soon_as_it_has_ended() -> None:
    lines = Lines()
    assert lines.feed(b"data: a\r\r") == ["data: a", ""]
    assert lines.feed(b"\nb\r") == ["b"]
    assert lines.feed(b"\n\n") == [""]
    assert lines.feed(b"") == []
    assert lines.rest() == ""


def test_a_line_without_end_costs_no_more_than_its_length() -> None:
    lines = Lines()
    piece = b"x" * 16_384
    for _ in range(4_000):  # 64 MB, of which each was copied 2,000 times before
        assert lines.feed(piece) == []
    assert lines.feed(b"\n") == ["x" * 16_384 * 4_000]


def test_the_last_id_is_that_of_the_last_whole_event() -> None:
    parser = EventParser()
    for line in ("id: 1", "data: a", "", "id: 2", "data: b"):
        parser.feed(line)
    assert parser.last_id == "1"
    parser.feed("")
    assert parser.last_id == "2"


def test_a_time_to_wait_of_too_many_digits_is_none() -> None:
    parser = EventParser()
    parser.feed(f"retry: {'1' * 5000}")
    assert parser.retry is None


def parse(text: str) -> list[ServerSentEvent]:
    parser = EventParser()
    return [event for line in text.split("\n") if (event := parser.feed(line))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data: a\n\n", [ServerSentEvent("a")]),
        ("data:a\ndata: b\ndata\n\n", [ServerSentEvent("a\nb\n")]),
        ("data:  a\n\n", [ServerSentEvent(" a")]),
        (": comment\n\ndata: a\n\n", [ServerSentEvent("a")]),
        ("event: x\n\ndata: a\n\n", [ServerSentEvent("a")]),
        ("event: x\ndata: a\n\n", [ServerSentEvent("a", "x")]),
        (
            "id: 1\ndata: a\n\ndata: b\n\n",
            [ServerSentEvent("a", id="1"), ServerSentEvent("b", id="1")],
        ),
        ("id: 1\0\ndata: a\n\n", [ServerSentEvent("a")]),
        ("retry: 10\ndata: a\n\n", [ServerSentEvent("a", retry=10)]),
        ("retry: soon\ndata: a\n\n", [ServerSentEvent("a")]),
        ("other: x\ndata: a\n\n", [ServerSentEvent("a")]),
        ("data: a", []),
    ],
)
def test_an_event_is_what_the_specification_says(
    text: str, expected: list[ServerSentEvent]
) -> None:
    assert parse(text) == expected


# Streams


@both
def test_events_are_typed(server: Server, mode: str) -> None:
    server.answers(reply(200, 'data: {"word": "a"}\n\ndata: {"word": "b"}\n\n'))
    assert walk(server, mode, operation(Word)) == [Word(word="a"), Word(word="b")]


@both
@pytest.mark.parametrize("sentinel", ["", "[DONE]", "over"])
def test_a_sentinel_ends_the_stream(server: Server, mode: str, sentinel: str) -> None:
    end = sentinel or "[DONE]"
    server.answers(reply(200, f'data: {{"word": "a"}}\n\ndata: {end}\n\ndata: {{"word": "b"}}\n\n'))
    assert walk(server, mode, operation(Word, sentinel=sentinel)) == [Word(word="a")]


def test_text_is_given_as_it_is(server: Server) -> None:
    server.answers(reply(200, "data: one\n\ndata: [DONE]\n\n"))
    assert walk(server, "sync", operation(str)) == ["one", "[DONE]"]


def test_a_wrapped_event_has_its_own_fields(server: Server) -> None:
    server.answers(reply(200, 'id: 7\nevent: said\ndata: {"word": "a"}\n\n'))
    made = walk(server, "sync", operation(Whole, is_wrapped=True))
    assert made == [Whole(data=Word(word="a"), event="said", id="7")]


def test_the_text_of_a_wrapped_event_may_look_like_json(server: Server) -> None:
    server.answers(reply(200, "data: 12\n\n"))
    assert walk(server, "sync", operation(Said, is_wrapped=True)) == [Said(data="12")]


def test_the_text_of_a_wrapped_event_may_be_nested_deep(server: Server) -> None:
    deep = "[" * 100_000
    server.answers(reply(200, f"data: {deep}\n\n"))
    (event,) = walk(server, "sync", operation(Whole, is_wrapped=True))
    assert event.data == deep


class Began(Model):
    event: Literal["began"]
    data: Word


class Failed(Model):
    event: Literal["error"]
    data: str


class Spoken(Model):
    data: Word
    event: Literal["message"]


HAPPENING: Any = OneOf[Began, Failed, Spoken]


@both
def test_a_whole_event_is_the_variant_that_its_name_says(server: Server, mode: str) -> None:
    server.answers(
        reply(
            200,
            'event: began\ndata: {"word": "a"}\n\nevent: error\ndata: 12\n\n'
            'event: error\ndata: oops\n\ndata: {"word": "b"}\n\n',
        )
    )
    assert walk(server, mode, operation(HAPPENING, is_wrapped=True)) == [
        Began(event="began", data=Word(word="a")),
        Failed(event="error", data="12"),
        Failed(event="error", data="oops"),
        Spoken(event="message", data=Word(word="b")),
    ]


@both
def test_a_whole_event_that_is_no_variant_may_be_an_error(server: Server, mode: str) -> None:
    server.answers(reply(200, 'event: began\ndata: {"error": "No microphone"}\n\n'))
    with pytest.raises(DefaultError, match=r"^No microphone "):
        walk(server, mode, operation(OneOf[Began, Spoken], is_wrapped=True))


def test_the_name_of_an_event_that_names_none_is_added_where_it_is_documented(
    server: Server,
) -> None:
    server.answers(reply(200, 'data: {"word": "a"}\n\n'))
    assert walk(server, "sync", operation(Whole, is_wrapped=True)) == [Whole(data=Word(word="a"))]
    spoken = Spoken(data=Word(word="a"), event="message")
    assert walk(server, "sync", operation(Spoken, is_wrapped=True)) == [spoken]


@both
def test_json_comes_line_by_line(server: Server, mode: str) -> None:
    server.answers(reply(200, '{"word": "a"}\n\n{"word": "b"}'))
    made = walk(server, mode, operation(Word, are_events=False))
    assert made == [Word(word="a"), Word(word="b")]


@both
def test_an_event_of_another_shape_is_kept_or_refused(server: Server, mode: str) -> None:
    server.answers(reply(200, "data: {}\n\n"))
    (made,) = walk(server, mode, operation(Word))
    assert made.word is UNSET
    with pytest.raises(ResponseError, match="missing"):
        walk(server, mode, operation(Word), response_validation="strict")


CUT = b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\ndata: {"word": "a"}\n\ndata: {"wo'


@both
def test_a_stream_that_breaks_off_says_so_after_what_has_come(server: Server, mode: str) -> None:
    server.answers(raw(CUT))
    with PetStore("k", server_url=server.url, timeout_ms=PATIENCE_MS) as client:
        if mode == "sync":
            stream = client._session.run(Call(operation(Word), {}))
            assert next(stream) == Word(word="a")
            with pytest.raises(NoResponseError):
                next(stream)
        else:

            async def read() -> None:
                stream = await client._session.run_async(Call(operation(Word), {}))
                assert await anext(stream) == Word(word="a")
                with pytest.raises(NoResponseError):
                    await anext(stream)

            asyncio.run(read())


POSTED: Operation[Any] = Operation(
    "o", "POST", "/o", returns={200: None}, into=Elements(lambda: Word)
)


@both
def test_a_stream_that_is_posted_for_is_asked_for_again_with_a_key_alone(
    server: Server, mode: str
) -> None:
    busy = reply(503, b"", {"retry-after-ms": "1"})
    events = reply(200, 'data: {"word": "a"}\n\n')
    server.answers(busy, busy, events)
    clock = FakeClock()
    with pytest.raises(ResponseError, match="503"):
        walk(server, mode, POSTED, clock=clock)
    assert clock.waits == []
    server.answers(busy, busy, events)
    keyed = {"clock": clock, "idempotency_header": "Idempotency-Key"}
    assert walk(server, mode, POSTED, **keyed) == [Word(word="a")]
    assert clock.waits == [0.5, 0.75]
    assert len({request.header("Idempotency-Key") for request in server.seen[1:]}) == 1


@both
def test_a_stream_that_has_begun_is_not_asked_for_again(server: Server, mode: str) -> None:
    server.answers(raw(CUT))
    with pytest.raises(NoResponseError):
        walk(server, mode, POSTED, clock=FakeClock(), idempotency_header="Idempotency-Key")
    assert len(server.seen) == 1


def test_the_last_id_can_be_asked_for(server: Server) -> None:
    server.answers(reply(200, 'id: 7\nretry: 5\ndata: {"word": "a"}\n\n'))
    with PetStore("k", server_url=server.url) as client:
        stream = client._session.run(Call(operation(Word), {}))
        assert stream.last_event_id == ""
        list(stream)
        assert (stream.last_event_id, stream.retry) == ("7", 5)


def test_leaving_the_block_closes_the_response(server: Server) -> None:
    server.answers(raw(CUT, then="stall"))
    with PetStore("k", server_url=server.url) as client:
        with client._session.run(Call(operation(Word), {})) as stream:
            assert next(stream) == Word(word="a")
        assert stream.http_response.is_closed


def test_a_failure_is_raised_before_the_stream(server: Server, clock: FakeClock) -> None:
    server.answers(reply(418, {"error": {"message": "No."}}))
    with pytest.raises(ResponseError, match=r"No\."):
        walk(server, "sync", operation(Word), clock=clock)


@both
def test_json_instead_of_events_is_no_empty_stream(server: Server, mode: str) -> None:
    server.answers(reply(200, {"word": "a"}, {"Content-Type": "application/json"}))
    with pytest.raises(ResponseError, match="it is JSON, but events were requested"):
        walk(server, mode, operation(Word))


ERROR = {"error": {"code": 502, "message": "Provider disconnected"}}


@both
@pytest.mark.parametrize("validation", ["lenient", "strict"])
@pytest.mark.parametrize(
    "part",
    [
        f"data: {json.dumps(ERROR)}",
        'event: error\ndata: {"message": "Provider disconnected"}',
        "event: error\ndata: Provider disconnected",
    ],
)
def test_an_error_in_a_stream_is_raised_with_its_message(
    server: Server, mode: str, validation: str, part: str
) -> None:
    server.answers(reply(200, f'data: {{"word": "a"}}\n\n{part}\n\ndata: {{"word": "b"}}\n\n'))
    with pytest.raises(DefaultError, match=r"^Provider disconnected "):
        walk(server, mode, operation(Word), response_validation=validation)


@both
def test_an_error_in_the_data_of_a_wrapped_event_is_raised(server: Server, mode: str) -> None:
    server.answers(reply(200, f"data: {json.dumps(ERROR)}\n\n"))
    with pytest.raises(DefaultError, match=r"^Provider disconnected "):
        walk(server, mode, operation(Whole, is_wrapped=True))


@both
def test_an_error_among_lines_is_raised(server: Server, mode: str) -> None:
    server.answers(reply(200, f'{{"word": "a"}}\n{json.dumps(ERROR)}\n'))
    with pytest.raises(DefaultError, match=r"^Provider disconnected "):
        walk(server, mode, operation(Word, are_events=False))


@both
def test_lines_that_end_early_are_refused(server: Server, mode: str) -> None:
    server.answers(reply(200, '{"word": "a"}\n{"word": '))
    with pytest.raises(ValidationError, match="it is not JSON"):
        walk(server, mode, operation(Word, are_events=False))


def test_an_event_called_error_of_the_documented_type_is_an_element(server: Server) -> None:
    server.answers(reply(200, 'event: error\ndata: {"word": "a"}\n\n'))
    assert walk(server, "sync", operation(Word)) == [Word(word="a")]
    server.answers(reply(200, "event: error\ndata: oops\n\n"))
    assert walk(server, "sync", operation(str)) == ["oops"]
    said = Said(data="oops", event="error")
    assert walk(server, "sync", operation(Said, is_wrapped=True)) == [said]


@both
@pytest.mark.parametrize("wraps", [False, True])
def test_an_event_without_data_keeps_the_connection_alive(
    server: Server,
    mode: str,
    wraps: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    server.answers(reply(200, 'data:\n\nevent: ping\ndata: \n\ndata: {"word": "a"}\n\n'))
    kind = Whole if wraps else Word
    expected = Whole(data=Word(word="a")) if wraps else Word(word="a")
    assert walk(server, mode, operation(kind, is_wrapped=wraps)) == [expected]


def test_an_event_without_data_is_an_element_where_it_may_be_text(server: Server) -> None:
    server.answers(reply(200, "data:\n\n"))
    assert walk(server, "sync", operation(str)) == [""]
    assert walk(server, "sync", operation(Said, is_wrapped=True)) == [Said(data="")]


@both
def test_json_with_an_error_instead_of_events_is_raised_with_its_message(
    server: Server, mode: str
) -> None:
    text = json.dumps(ERROR, indent=2)
    server.answers(reply(200, text, {"Content-Type": "application/json; charset=utf-8"}))
    with pytest.raises(DefaultError, match=r"^Provider disconnected "):
        walk(server, mode, operation(Word))


@both
def test_another_media_type_than_events_is_no_empty_stream(server: Server, mode: str) -> None:
    server.answers(reply(200, "<html>Please log in</html>", {"Content-Type": "text/html"}))
    with pytest.raises(ValidationError, match="it is text/html, but events were requested"):
        walk(server, mode, operation(Word))


def test_events_are_read_whatever_their_media_type(server: Server) -> None:
    server.answers(reply(200, 'data: {"word": "a"}\n\n', {"Content-Type": "application/json"}))
    assert walk(server, "sync", operation(Word)) == [Word(word="a")]


def test_json_instead_of_events_is_read_up_to_the_limit(server: Server) -> None:
    text = json.dumps([1] * 1000, indent=1)
    server.answers(reply(200, text, {"Content-Type": "application/json"}))
    with pytest.raises(ValidationError, match=r"larger than max_response_bytes \(100 bytes\)"):
        walk(server, "sync", operation(Word), max_response_bytes=100)


@both
def test_a_stream_of_comments_alone_is_empty(server: Server, mode: str) -> None:
    server.answers(reply(200, ": still here\n\n: still here\n\n"))
    assert walk(server, mode, operation(Word)) == []


@both
def test_breaking_off_closes_the_connection(server: Server, mode: str, transport: str) -> None:
    server.answers(raw(CUT, then="stall"))
    seen: list[Any] = []

    def first() -> None:
        for word in client._session.run(Call(operation(Word), {})):
            seen.append(word)
            break

    async def first_async() -> None:
        stream = await client._session.run_async(Call(operation(Word), {}))
        response = stream.http_response
        async for word in stream:
            seen.append(word)
            break
        del stream
        for _ in range(100):  # the loop closes what is left of a walk, in its next rounds
            await asyncio.sleep(0)
        assert response.is_closed

    with PetStore("k", server_url=server.url, timeout_ms=PATIENCE_MS) as client:
        if mode == "sync":
            first()
            http: Any = client._session.pools.sync()
            in_use = http._busy if transport == "fast" else http.client._transport._pool.connections
            assert not in_use
        else:
            asyncio.run(first_async())
    assert seen == [Word(word="a")]


def test_a_walk_is_over_when_it_was_closed(server: Server) -> None:
    server.answers(raw(CUT, then="stall"), raw(CUT, then="stall"))
    with PetStore("k", server_url=server.url) as client:
        stream = client._session.run(Call(operation(Word), {}))
        stream.close()
        assert list(stream) == []

        async def walk() -> list[Word]:
            other = await client._session.run_async(Call(operation(Word), {}))
            assert await anext(other) == Word(word="a")
            await other.close()
            return [each async for each in other]

        assert asyncio.run(walk()) == []


@both
def test_a_traceback_with_locals_has_nothing_of_what_came(server: Server, mode: str) -> None:
    server.answers(reply(200, 'data: {"sesame": "open"}\n\n'))
    with pytest.raises(ResponseError) as caught:
        walk(server, mode, operation(Word), response_validation="strict")
    found = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(found.format())
    assert "$.word: missing" in text
    assert "sesame" not in text


# Files

DOWNLOAD: Operation[StreamedResponse[bytes], AsyncStreamedResponse[bytes]] = Operation(
    "d", "GET", "/d", returns={200: BYTES}, into=BYTES_TO_READ, accept="audio/*"
)


@both
def test_a_download_is_saved_with_progress(server: Server, mode: str, tmp_path: Path) -> None:
    server.answers(reply(200, b"0123456789"))
    path = tmp_path / "a"
    seen: list[tuple[int, int | None]] = []
    with PetStore("k", server_url=server.url) as client:
        if mode == "sync":
            made = client._session.run(Call(DOWNLOAD, {}))
            assert made.save(path, progress=lambda *given: seen.append(given)) == 10
        else:

            async def save() -> int:
                made = await client._session.run_async(Call(DOWNLOAD, {}))
                return await made.save(path, progress=lambda *given: seen.append(given))

            assert asyncio.run(save()) == 10
    assert path.read_bytes() == b"0123456789"
    assert seen[-1] == (10, 10)
    assert server.last.header("Accept") == "audio/*"


def test_a_download_that_breaks_off_leaves_the_old_file(server: Server, tmp_path: Path) -> None:
    server.answers(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n0123"))
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with PetStore("k", server_url=server.url) as client:
        made = client._session.run(Call(DOWNLOAD, {}))
        with pytest.raises(NoResponseError):
            made.save(path)
    assert [item.name for item in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"old"


def test_a_download_can_be_parsed_to_bytes(server: Server) -> None:
    server.answers(reply(200, b"\xff\0"))
    with PetStore("k", server_url=server.url) as client:
        assert client._session.run(Call(DOWNLOAD, {})).parse() == b"\xff\0"


def download(server: Server, mode: str, path: Path, **more: Any) -> int:
    with PetStore("k", server_url=server.url) as client:
        if mode == "sync":
            return client._session.run(Call(DOWNLOAD, {})).save(path, **more)

        async def save() -> int:
            made = await client._session.run_async(Call(DOWNLOAD, {}))
            return await made.save(path, **more)

        return asyncio.run(save())


@both
def test_a_download_into_a_folder_leaves_nothing_behind(
    server: Server, mode: str, tmp_path: Path
) -> None:
    server.answers(reply(200, b"0123"))
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        download(server, mode, tmp_path / "a")
    assert [item.name for item in tmp_path.iterdir()] == ["a"]


@both
def test_a_progress_that_raises_leaves_nothing_behind(
    server: Server, mode: str, tmp_path: Path
) -> None:
    server.answers(reply(200, b"0123"))

    def refuse(*_: object) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        download(server, mode, tmp_path / "a", progress=refuse)
    assert list(tmp_path.iterdir()) == []


@both
def test_progress_is_told_where_the_call_runs(server: Server, mode: str, tmp_path: Path) -> None:
    server.answers(reply(200, b"0123"))
    threads: list[threading.Thread] = []
    download(
        server, mode, tmp_path / "a", progress=lambda *_: threads.append(threading.current_thread())
    )
    assert {*threads} == {threading.main_thread()}


def test_a_link_stays_one_and_its_file_is_written(server: Server, tmp_path: Path) -> None:
    server.answers(reply(200, b"0123"))
    (tmp_path / "link").symlink_to(tmp_path / "file")
    download(server, "sync", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"0123"


def test_a_pipe_is_written_to_and_not_replaced(server: Server, tmp_path: Path) -> None:
    server.answers(reply(200, b"0123"))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    seen: list[bytes] = []
    reader = threading.Thread(target=lambda: seen.append(pipe.read_bytes()))
    reader.start()
    download(server, "sync", pipe)
    reader.join()
    assert seen == [b"0123"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("length", [200, 250])
def test_a_name_may_be_as_long_as_names_can_be(server: Server, tmp_path: Path, length: int) -> None:
    server.answers(reply(200, b"0123"))
    download(server, "sync", tmp_path / ("a" * length))
    assert (tmp_path / ("a" * length)).read_bytes() == b"0123"


# Tasks, and trio


def test_a_second_reader_is_refused_and_the_first_reads_on() -> None:
    async def main() -> list[str]:
        go_on = asyncio.Event()

        class Gated(httpx2.AsyncByteStream):
            async def __aiter__(self) -> AsyncIterator[bytes]:
                yield b"data: a\n\n"
                await go_on.wait()
                yield b"data: b\n\n"

        async with served(Gated) as client:
            stream = await client._session.run_async(Call(operation(str), {}))
            read = [await anext(stream)]
            first = asyncio.ensure_future(anext(stream))
            await asyncio.sleep(0)
            with pytest.raises(RuntimeError, match="task is already reading this stream"):
                await anext(stream)
            go_on.set()
            return [*read, await first]

    assert asyncio.run(main()) == ["a", "b"]


@pytest.mark.httpx2_only  # it is about trio
def test_a_stream_dropped_while_trio_ends_does_not_break_it(server: Server) -> None:
    server.answers(raw(CUT, then="stall"))
    kept: list[AsyncIterator[None]] = []

    async def hold(stream: object) -> AsyncIterator[None]:
        yield
        assert stream

    async def main() -> str:
        client = PetStore("k", server_url=server.url)
        kept.append(hold(await client._session.run_async(Call(operation(Word), {}))))
        await anext(kept[0])  # trio closes such a generator when it takes no more tasks
        return "ended"

    assert trio.run(main) == "ended"


def test_a_dropped_stream_that_cannot_be_closed_does_not_break_trio() -> None:
    closed: list[bool] = []

    class Broken(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b""

        async def aclose(self) -> None:
            closed.append(True)
            raise OSError("Bad file descriptor")

    async def main() -> str:
        async with served(Broken) as client:
            stream = await client._session.run_async(Call(operation(str), {}))
            del stream
            await trio.testing.wait_all_tasks_blocked()
        return "ended"

    assert trio.run(main) == "ended"
    assert closed == [True]


@pytest.mark.httpx2_only  # it is about trio
@pytest.mark.parametrize("end", [b"", b"data: [DONE]\n\n"], ids=["closed", "done"])
def test_a_stream_that_ends_early_leaves_no_generators_to_trio(server: Server, end: bytes) -> None:
    server.answers(raw(HEAD_OF_99, b'data: {"word": "a"}\n\n', end, then="stall"))

    async def main() -> list[Word]:
        async with PetStore("k", server_url=server.url) as client:
            stream = await client._session.run_async(Call(operation(Word), {}))
            async with stream:
                words = [await anext(stream)]
                if end:
                    words += [each async for each in stream]
            del stream
            gc.collect()
            await trio.testing.wait_all_tasks_blocked()
        return words

    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        assert trio.run(main) == [Word(word="a")]
        gc.collect()
    texts = [str(each.message) for each in found]
    assert [text for text in texts if not text.startswith(LEFT_BY_HTTPCORE)] == []


@contextlib.asynccontextmanager
async def served(body: type[httpx2.AsyncByteStream]) -> AsyncIterator[PetStore]:
    """A client that receives such a body."""
    send = httpx2.MockTransport(lambda _: httpx2.Response(200, stream=body()))
    async with httpx2.AsyncClient(transport=send) as http:
        yield PetStore("k", server_url="http://127.0.0.1:9", async_client=http)


@both
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'\x1e{"word":"a"}\n\x1e{"word":"b"}\n', ["a", "b"]),
        (b'\x1e{"word":"a"}\x1e{"word":"b"}', ["a", "b"]),
        (b'\x1e{\n"word":\r\n"a"\n}\n\x1e\n\x1e \x1e{"word":"b"}\n\n', ["a", "b"]),
        (b'{"word":"a"}\n\x1e{"word":"b"}', ["a", "b"]),
        (b"", []),
    ],
)
def test_records_follow_a_separator(
    server: Server, mode: str, body: bytes, words: list[str]
) -> None:
    server.answers(reply(200, body))
    assert walk(server, mode, operation(Word, **RECORDS)) == [Word(word=word) for word in words]


def test_a_record_on_one_line_is_not_held_back(server: Server) -> None:
    server.answers(raw(HEAD_OF_99, b'\x1e{"word":"a"}\n', then="stall"))
    with (
        PetStore("k", server_url=server.url, timeout_ms=PATIENCE_MS) as client,
        client._session.run(Call(operation(Word, **RECORDS), {})) as stream,
    ):
        assert next(stream) == Word(word="a")


@both
def test_a_record_that_is_no_json_is_invalid(server: Server, mode: str) -> None:
    server.answers(reply(200, b'\x1e{"word":"a"}\n\x1e{"word":'))
    with pytest.raises(ValidationError, match="it is not JSON"):
        walk(server, mode, operation(Word, **RECORDS))


@both
def test_a_record_that_is_too_large_is_refused(server: Server, mode: str) -> None:
    server.answers(reply(200, b"\x1e{" + b'"a":1,\n' * 100))
    with pytest.raises(ValidationError, match="max_response_bytes"):
        walk(server, mode, operation(Word, **RECORDS), max_response_bytes=500)
