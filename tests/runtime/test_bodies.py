"""Bodies that are not JSON: what is sent for files, and when a call with one is tried again."""

from __future__ import annotations

import asyncio
import codecs
import datetime
import io
import os
import re
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.http.bodies import BODIES, File, Streamed, encode
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Encoding, Operation
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, hang_up, reply
from tests.support.waiting import PATIENCE_MS

TEXT = b"0123456789"
NUMBER: Any = 5


class Size(Model):
    wide: int


def operation(content_type: str = "multipart/form-data", **more: Any) -> Operation[None]:
    return Operation(
        "send",
        "PUT",
        "/files",
        body="value",
        content_type=content_type,
        encoder=BODIES,
        returns={204: None},
        **more,
    )


def parts(body: Any, **more: Any) -> list[bytes]:
    """Give the parts of a form, as they are sent."""
    content, media_type = encode(operation(**more), body)
    assert content is not None
    assert media_type.count(b"boundary=") == 1
    sent = b"".join(content) if isinstance(content, Streamed) else content
    boundary = b"--" + media_type.partition(b"boundary=")[2]
    first, *found, last = sent.split(boundary)
    assert (first, last) == (b"", b"--\r\n")
    return [part.removeprefix(b"\r\n").removesuffix(b"\r\n") for part in found]


HEAD = b'Content-Disposition: form-data; name="f"'


def test_text_has_no_media_type() -> None:
    assert parts({"f": "a"}) == [HEAD + b"\r\n\r\na"]


@pytest.mark.parametrize(
    ("value", "text"), [(True, b"true"), (1, b"1"), (1.5, b"1.5"), ("ä", "ä".encode())]
)
def test_a_scalar_is_written_as_in_a_url(value: Any, text: bytes) -> None:
    assert parts({"f": value}) == [HEAD + b"\r\n\r\n" + text]


@pytest.mark.parametrize("value", [{"wide": 1}, Size(wide=1)])
def test_an_object_is_json(value: Any) -> None:
    assert parts({"f": value}) == [HEAD + b'\r\nContent-Type: application/json\r\n\r\n{"wide":1}']


def test_a_list_is_as_many_parts() -> None:
    assert parts({"f": ["a", None, "b"]}) == [HEAD + b"\r\n\r\na", HEAD + b"\r\n\r\nb"]


JSON_ELEMENTS = [
    ([1, "a", True], [b"1", b'"a"', b"true"]),
    ((1, 2), [b"1", b"2"]),
    ([{"b": 1}, Size(wide=2)], [b'{"b":1}', b'{"wide":2}']),
    ([[1, 2], [[3]], []], [b"[1,2]", b"[[3]]", b"[]"]),
    ([None, 1], [b"null", b"1"]),
    ([], []),
    ({"b": [1, 2]}, [b'{"b":[1,2]}']),
    ("a", [b'"a"']),
    ({1: 2}.values(), [b"2"]),
]


@pytest.mark.parametrize(("value", "texts"), JSON_ELEMENTS)
def test_each_element_of_a_list_of_json_is_a_part(value: Any, texts: list[bytes]) -> None:
    made = parts({"f": value}, encodings={"f": Encoding("application/json")})
    assert made == [HEAD + b"\r\nContent-Type: application/json\r\n\r\n" + each for each in texts]


@pytest.mark.parametrize(("value", "texts"), JSON_ELEMENTS)
def test_each_element_of_a_list_of_json_has_the_name_in_a_form(
    value: Any, texts: list[bytes]
) -> None:
    sent = form({"f": value}, f=Encoding("application/vnd.f+json"))
    assert isinstance(sent, bytes)
    assert parse_qsl(sent) == [(b"f", each) for each in texts]


TEXTS_OF_JSON: list[tuple[Any, bytes]] = [
    ([1, 2], b"[1,2]"),
    ([], b"[]"),
    ({"b": [1]}, b'{"b":[1]}'),
    (Size(wide=1), b'{"wide":1}'),
    ([datetime.date(2026, 5, 6)], b'["2026-05-06"]'),
    ("[1, 2]", b"[1, 2]"),
    ('"a"', b'"a"'),
]


@pytest.mark.parametrize(("value", "text"), TEXTS_OF_JSON)
def test_a_text_of_json_is_one_part(value: Any, text: bytes) -> None:
    made = parts({"f": value}, encodings={"f": Encoding("application/vnd.f+json", whole=True)})
    assert made == [HEAD + b"\r\nContent-Type: application/vnd.f+json\r\n\r\n" + text]


@pytest.mark.parametrize("style", ["", "form"])
@pytest.mark.parametrize(("value", "text"), TEXTS_OF_JSON)
def test_a_text_of_json_is_one_value_of_a_form(value: Any, text: bytes, style: str) -> None:
    encoding = Encoding("application/json", style=style, explode=True, whole=True)
    sent = form({"f": value}, f=encoding)
    assert isinstance(sent, bytes)
    assert parse_qsl(sent) == [(b"f", text)]
    if style:
        assert parts({"f": value}, encodings={"f": encoding}) == [text_part("f", text.decode())]


def test_a_text_of_json_that_is_none_is_not_sent() -> None:
    encodings = {"f": Encoding("application/json", whole=True)}
    assert parts({"f": None, "g": "a"}, encodings=encodings, nullable=("f",)) == [
        text_part("g", "a")
    ]
    assert form({"f": None}, **encodings) == b""


def test_a_file_in_place_of_a_text_of_json_is_sent_as_it_is() -> None:
    made = parts({"f": b"[1]"}, encodings={"f": Encoding("application/json", whole=True)})
    assert made == [named("f", "application/json", b"[1]")]


def test_files_in_a_list_of_json_are_sent_as_they_are() -> None:
    made = parts({"f": [b"[1, 2]", {"b": 1}]}, encodings={"f": Encoding("application/json")})
    assert made == [
        named("f", "application/json", b"[1, 2]"),
        HEAD + b'\r\nContent-Type: application/json\r\n\r\n{"b":1}',
    ]


def test_what_is_left_out_is_no_part() -> None:
    assert parts({"f": "a", "g": None, "h": UNSET}) == [HEAD + b"\r\n\r\na"]


def named(name: str, media_type: str, content: bytes = TEXT) -> bytes:
    return HEAD + f'; filename="{name}"\r\nContent-Type: {media_type}\r\n\r\n'.encode() + content


def test_bytes_are_a_file_that_is_called_like_the_property() -> None:
    assert parts({"f": TEXT}) == [named("f", "application/octet-stream")]


def test_a_path_is_a_file_with_its_name_and_type(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(TEXT)
    assert parts({"f": path}) == [named("a.png", "image/png")]
    with path.open("rb") as file:
        assert parts({"f": file}) == [named("a.png", "image/png")]


def test_a_file_may_have_another_name_and_type() -> None:
    file = File(TEXT, "b.txt", "text/x-note")
    assert parts({"f": file}) == [named("b.txt", "text/x-note")]
    as_dict = {"content": TEXT, "file_name": "b.txt", "content_type": "text/x-note"}
    assert parts({"f": as_dict}) == [named("b.txt", "text/x-note")]


def test_the_document_may_say_the_type_of_a_file() -> None:
    one = {"f": Encoding("image/webp")}
    several = {"f": Encoding("image/png, image/jpeg")}
    assert parts({"f": TEXT}, encodings=one) == [named("f", "image/webp")]
    assert parts({"f": TEXT}, encodings=several) == [named("f", "application/octet-stream")]


def test_an_open_file_is_read_from_where_it_stands() -> None:
    file = io.BytesIO(TEXT)
    file.seek(4)
    assert parts({"f": file}) == [named("f", "application/octet-stream", b"456789")]


def test_pieces_are_sent_as_they_come() -> None:
    assert parts({"f": iter([b"01", b"23"])}) == [named("f", "application/octet-stream", b"0123")]


def test_a_list_in_a_list_is_json() -> None:
    made = parts({"f": [[1, 2]]})
    assert made == [HEAD + b"\r\nContent-Type: application/json\r\n\r\n[1,2]"]


def test_a_file_of_json_is_sent_as_it_is() -> None:
    made = parts({"f": b'{"a":1}'}, encodings={"f": Encoding("application/json")})
    assert made == [named("f", "application/json", b'{"a":1}')]


def test_other_kinds_of_bytes_are_files() -> None:
    expected = [named("f", "application/octet-stream")]
    assert parts({"f": bytearray(TEXT)}) == parts({"f": memoryview(TEXT)}) == expected


@pytest.mark.parametrize(
    "pieces", [["01", "23"], [1, 2], codecs.getreader("utf-8")(io.BytesIO(b"a"))]
)
def test_pieces_of_text_or_numbers_are_refused(pieces: Any) -> None:
    content = pieces if hasattr(pieces, "read") else iter(pieces)
    with pytest.raises(TypeError, match="f must yield bytes"):
        parts({"f": content})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        parts({"f": tmp_path})


def test_a_file_object_may_know_nothing_but_how_to_read() -> None:
    class Reader:
        def __init__(self) -> None:
            self.left = [TEXT, b""]

        def read(self, _: int) -> bytes:
            return self.left.pop(0)

    assert parts({"f": Reader()}) == [named("f", "application/octet-stream")]


def test_the_media_type_has_one_boundary() -> None:
    kind = operation("multipart/form-data; boundary=theirs")
    _, media_type = encode(kind, {"f": "a"})
    assert media_type.count(b"boundary=") == 1
    assert media_type.startswith(b"multipart/form-data; boundary=")


@pytest.mark.parametrize("text", ['a"b', "a\r\nX-Evil: 1", "a\0b"])
def test_a_name_can_not_leave_its_quotes(text: str) -> None:
    (part,) = parts({text: File(TEXT, text)})
    head, _, content = part.partition(b"\r\n\r\n")
    assert content == TEXT
    assert len(head.split(b"\r\n")) == 2
    assert head.count(b'"') == 4
    assert b"\0" not in head


def test_a_media_type_with_a_line_end_is_refused() -> None:
    with pytest.raises(ValueError, match="control character"):
        parts({"f": File(TEXT, "a", "text/plain\r\nX: y")})


@pytest.mark.parametrize(
    ("value", "message"),
    [(File(NUMBER), "f must be bytes"), (io.StringIO("a"), "f must be opened in binary mode")],
)
def test_what_is_no_file_is_refused(value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        parts({"f": value})


def test_text_is_no_file_so_that_nobody_sends_the_name_of_one() -> None:
    path: Any = "/etc/hosts"
    with pytest.raises(TypeError, match=r"pathlib\.Path"):
        parts({"f": File(path)})
    with pytest.raises(TypeError, match=r"pathlib\.Path"):
        encode(operation("image/png"), path)


def in_mixed(body: Any, **more: Any) -> list[bytes]:
    """Return the parts of a list, as they are sent."""
    return parts(body, content_type="multipart/mixed", **more)


PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\n"


def test_a_list_is_sent_in_parts_without_names() -> None:
    assert in_mixed(["a", "ä", 1, True]) == [
        PLAIN + b"a",
        PLAIN + "ä".encode(),
        PLAIN + b"1",
        PLAIN + b"true",
    ]
    assert in_mixed(("a",)) == in_mixed({"a": 1}.keys()) == [PLAIN + b"a"]


def test_objects_and_lists_in_a_list_of_parts_are_json() -> None:
    head = b"Content-Type: application/json\r\n\r\n"
    assert in_mixed([Size(wide=1), {"wide": 2}, [3]]) == [
        head + b'{"wide":1}',
        head + b'{"wide":2}',
        head + b"[3]",
    ]


def test_files_in_a_list_of_parts_keep_their_names_and_types(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(TEXT)
    assert in_mixed([TEXT, path, File(TEXT, content_type="text/x-note")]) == [
        b"Content-Type: application/octet-stream\r\n\r\n" + TEXT,
        b'Content-Disposition: attachment; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
        + TEXT,
        b"Content-Type: text/x-note\r\n\r\n" + TEXT,
    ]


def test_the_document_may_say_the_type_of_the_parts_of_a_list() -> None:
    pictures = {"": Encoding("image/webp", is_file=True)}
    assert in_mixed([TEXT], encodings=pictures) == [b"Content-Type: image/webp\r\n\r\n" + TEXT]
    with pytest.raises(TypeError, match=r"^request_body\[0\] must not be a str; pass bytes"):
        in_mixed(["a.png"], encodings=pictures)
    coded = {"": Encoding(base64=True)}
    assert in_mixed([b"abc"], encodings=coded) == [PLAIN + b"YWJj"]


UNBOUNDED = (
    "request_body must be an object or a list of parts, or "
    "File(content, content_type='multipart/mixed; boundary=...') if it is already encoded."
)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([], "A body of type multipart/mixed must have at least one part."),
        (["a", None], "request_body[1] is None, which can't be a part."),
        ({b"a"}, "request_body is a set of files, which has no order: pass a list."),
        (
            b"--a--",
            UNBOUNDED,
        ),
        (
            "--a--",
            UNBOUNDED,
        ),
    ],
)
def test_what_can_not_be_parts_is_refused(body: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        in_mixed(body)


def test_the_parts_of_a_form_have_names() -> None:
    with pytest.raises(ValueError, match=r"^request_body must be an object: each part of a form"):
        parts(["a"])


def test_parts_that_are_already_encoded_are_sent_as_they_are() -> None:
    body = File(b"--b--", content_type="multipart/mixed; boundary=b")
    sent = encode(operation("multipart/mixed"), body)
    assert sent == (b"--b--", b"multipart/mixed; boundary=b")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("multipart/related", b'multipart/related; type="application/json"; boundary='),
        ("multipart/related; type=a/b", b"multipart/related; type=a/b; boundary="),
        ('multipart/mixed; boundary="a;b"; x=y', b"multipart/mixed; x=y; boundary="),
        ("multipart/form-data", b"multipart/form-data; boundary="),
    ],
)
def test_the_parameters_of_a_multipart_body(kind: str, expected: bytes) -> None:
    body = {"meta": {"a": 1}, "media": TEXT}
    _, media_type = encode(operation(kind), body)
    assert media_type[:-32] == expected


def form(body: Any, **encodings: Encoding) -> bytes | Streamed | None:
    kind = "application/x-www-form-urlencoded"
    return encode(operation(kind, encodings=encodings), body)[0]


@pytest.mark.parametrize(
    ("body", "encodings", "expected"),
    [
        ({"a": "b c&d"}, {}, b"a=b%20c%26d"),
        ({"a": [1, 2]}, {}, b"a=1&a=2"),
        ({"a": [1, 2]}, {"a": Encoding(style="form")}, b"a=1,2"),
        ({"a": {"b": 1}}, {}, b"a=%7B%22b%22%3A1%7D"),
        ({"a": {"b": 1}}, {"a": Encoding(style="deepObject")}, b"a%5Bb%5D=1"),
        ({"a": {"b": 1}}, {"a": Encoding(style="form", explode=True)}, b"b=1"),
        ({"a": [[1, 2], [3]]}, {}, b"a=%5B1%2C2%5D&a=%5B3%5D"),
        ({"a": ["b", {"c": 1}, None]}, {}, b"a=b&a=%7B%22c%22%3A1%7D"),
        ({"a": [1, 2]}, {"a": Encoding("application/json", style="form")}, b"a=1,2"),
        ({"a": None}, {"a": Encoding("application/json")}, b""),
        ({"a": "b/c&d"}, {"a": Encoding(style="form", reserved=True)}, b"a=b/c%26d"),
        ({"a": ["b", "c d"]}, {"a": Encoding(style="spaceDelimited")}, b"a=b%20c%20d"),
        ({"a": None, "b": True}, {}, b"b=true"),
        ({}, {}, b""),
        (Size(wide=1), {}, b"wide=1"),
    ],
)
def test_a_form(body: Any, encodings: dict[str, Encoding], expected: bytes) -> None:
    assert form(body, **encodings) == expected


def text_part(name: str, text: str) -> bytes:
    return f'Content-Disposition: form-data; name="{name}"\r\n\r\n{text}'.encode()


SIZES = {"w": 1, "h": "2 ü"}


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        (Encoding(style="form"), ["a b", "c&d"], [text_part("f", "a b,c&d")]),
        (
            Encoding(style="form", explode=True),
            ["a b", "c&d"],
            [text_part("f", "a b"), text_part("f", "c&d")],
        ),
        (Encoding(style="form"), SIZES, [text_part("f", "w,1,h,2 ü")]),
        (Encoding(style="form", explode=True), SIZES, [text_part("w", "1"), text_part("h", "2 ü")]),
        (Encoding(style="spaceDelimited"), ["a", "b"], [text_part("f", "a b")]),
        (Encoding(style="pipeDelimited"), ["a", "b"], [text_part("f", "a|b")]),
        (Encoding(style="pipeDelimited"), SIZES, [text_part("f", "w|1|h|2 ü")]),
        (
            Encoding(style="pipeDelimited", explode=True),
            [1, 2],
            [text_part("f", "1"), text_part("f", "2")],
        ),
        (Encoding(style="deepObject"), SIZES, [text_part("f[w]", "1"), text_part("f[h]", "2 ü")]),
        (
            Encoding(style="deepObject"),
            {"a": {"b": [1, 2]}},
            [text_part("f[a][b]", "1"), text_part("f[a][b]", "2")],
        ),
        (Encoding(style="form"), True, [text_part("f", "true")]),
        (Encoding(style="form"), "100%", [text_part("f", "100%")]),
        (Encoding(style="form"), Size(wide=1), [text_part("f", "wide,1")]),
        (Encoding(style="form"), [None, 1], [text_part("f", "1")]),
        (Encoding(style="form"), [], []),
        (Encoding(style="form", base64=True), b"ab", [text_part("f", "YWI=")]),
        (Encoding("application/json", style="form"), [1], [text_part("f", "1")]),
    ],
)
def test_a_part_with_a_style_is_what_a_query_has_without_percent_encoding(
    style: Encoding, value: Any, expected: list[bytes]
) -> None:
    assert parts({"f": value}, encodings={"f": style}) == expected


def test_a_name_of_a_part_that_a_style_makes_can_not_leave_its_header() -> None:
    made = parts({"f": {'a"\r\nb': 1}}, encodings={"f": Encoding(style="form", explode=True)})
    assert made == [text_part("a%22%0D%0Ab", "1")]


@pytest.mark.parametrize("body", [None, UNSET])
def test_no_body_is_sent_where_none_is_given(body: Any) -> None:
    assert encode(operation("text/plain", body_required=False), body) == (None, b"")


HOLES: dict[str, Any] = {"body_required": False, "required_properties": ("a", "n")}


@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_an_optional_form_is_whole_or_not_sent(media_type: str) -> None:
    made = operation(media_type, **HOLES)
    assert encode(made, {"a": UNSET, "n": None, "b": UNSET}) == (None, b"")
    for holes in ({"b": 1}, {"a": 1, "b": 1}, {"n": 1}):
        with pytest.raises(ValueError, match=r"^[an] is required if a body is sent\.$"):
            encode(made, holes)
    assert encode(made, {"a": 1, "n": 2})[0]


def test_an_optional_json_body_is_whole_or_not_sent(server: Server) -> None:
    server.answers(reply(204))
    made: Operation[None] = Operation(
        "send",
        "PUT",
        "/files",
        body="properties",
        nullable=("n",),
        returns={204: None},
        **HOLES,
    )
    with PetStore("k", server_url=server.url) as client:
        with pytest.raises(ValueError, match=r"^n is required if a body is sent\.$"):
            client._session.run(Call(made, {}, {"a": 1, "n": UNSET, "b": UNSET}))
        client._session.run(Call(made, {}, {"a": 1, "n": None, "b": UNSET}))
    assert server.last.body == b'{"a":1,"n":null}'


@pytest.mark.parametrize("body", [None, UNSET])
@pytest.mark.parametrize("media_type", ["text/plain", "application/octet-stream"])
def test_a_required_body_is_refused_if_it_is_omitted(media_type: str, body: Any) -> None:
    with pytest.raises(ValueError, match=r"^request_body is required\.$"):
        encode(operation(media_type), body)


def test_a_body_of_any_type_has_that_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(TEXT)
    content, media_type = encode(operation("image/*"), path)
    assert isinstance(content, Streamed)
    assert (b"".join(content), media_type, content.length) == (TEXT, b"image/png", 10)


# On the wire


async def in_pieces() -> AsyncIterator[bytes]:
    yield TEXT[:4]
    yield TEXT[4:]


def in_sync_pieces() -> Iterator[bytes]:
    yield TEXT[:4]
    yield TEXT[4:]


def send(
    server: Server,
    mode: str,
    body: Any,
    clock: FakeClock,
    content_type: str = "application/octet-stream",
    **options: Any,
) -> None:
    octets = operation(content_type)
    with PetStore("k", server_url=server.url, clock=clock, timeout_ms=PATIENCE_MS) as client:
        if mode == "sync":
            client._session.run(Call(octets, {}, body, **options))
        else:
            asyncio.run(client._session.run_async(Call(octets, {}, body, **options)))


both = pytest.mark.parametrize("mode", ["sync", "async"])


@both
def test_a_file_is_sent_with_its_length_and_again(
    server: Server, mode: str, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(TEXT)
    server.answers(reply(500), reply(204))
    send(server, mode, path, clock)
    assert [(seen.body, seen.header("Content-Length")) for seen in server.seen] == [
        (TEXT, "10"),
        (TEXT, "10"),
    ]


@both
def test_an_open_file_is_sent_again_from_where_it_stood(
    server: Server, mode: str, clock: FakeClock
) -> None:
    file = io.BytesIO(TEXT)
    file.seek(2)
    server.answers(reply(503), reply(204))
    send(server, mode, file, clock)
    assert [seen.body for seen in server.seen] == [TEXT[2:], TEXT[2:]]


@both
@pytest.mark.parametrize("failure", [reply(500), reply(429), hang_up()])
def test_what_can_be_read_once_is_sent_once(
    server: Server, mode: str, clock: FakeClock, failure: Any
) -> None:
    server.answers(failure, reply(204))
    with pytest.raises(Exception, match=r"no message|No response"):
        send(server, mode, in_sync_pieces(), clock)
    assert len(server.seen) == 1
    assert clock.waits == []


@both
def test_files_in_a_list_are_read_while_it_is_sent(
    server: Server, mode: str, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(TEXT)
    server.answers(reply(500), reply(204))
    send(server, mode, [path, b"b"], clock, "multipart/mixed")
    first, second = server.seen
    boundary = (first.header("Content-Type") or "").partition("; boundary=")[2]
    assert first.body == second.body
    assert first.body.decode().replace(boundary, "X") == (
        '--X\r\nContent-Disposition: attachment; filename="a"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n0123456789\r\n"
        "--X\r\nContent-Type: application/octet-stream\r\n\r\nb\r\n--X--\r\n"
    )


class Growing(io.BytesIO):
    """A log that is written to while it is sent."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size) + b"more"


class Shrinking(io.BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        return super().read(size)[:-2]


@both
def test_a_file_that_grows_is_sent_as_long_as_it_was(
    server: Server, mode: str, clock: FakeClock
) -> None:
    server.answers(reply(204))
    send(server, mode, Growing(TEXT), clock)
    assert server.last.body == TEXT


SHORTER = rf"became shorter while it was sent: {len(TEXT) - 2} of {len(TEXT)} bytes were left"


def test_a_file_that_shrinks_is_an_error_of_its_own(server: Server) -> None:
    octets = operation("application/octet-stream")
    server.answers(reply(204))
    with PetStore("k", server_url=server.url) as client:
        with pytest.raises(OSError, match=SHORTER):
            client._session.run(Call(octets, {}, Shrinking(TEXT)))
        client._session.run(Call(octets, {}, TEXT))  # the client is usable
    assert server.last.body == TEXT


@pytest.mark.anyio
async def test_a_file_that_shrinks_is_an_error_of_an_async_call_too(server: Server) -> None:
    octets = operation("application/octet-stream")
    server.answers(reply(204))
    async with PetStore("k", server_url=server.url) as client:
        with pytest.raises(OSError, match=SHORTER):
            await client._session.run_async(Call(octets, {}, Shrinking(TEXT)))
        await client._session.run_async(Call(octets, {}, TEXT))
    assert server.last.body == TEXT


@pytest.mark.parametrize("content", [5, 1.5, True, None, {"a": 1}, [1], "text", {1}])
def test_an_object_with_the_key_of_a_file_is_an_object(content: Any) -> None:
    (made,) = parts({"f": {"content": content}})
    assert made.startswith(HEAD + b"\r\nContent-Type: application/json\r\n")


def test_async_pieces_are_for_async_calls(server: Server, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, "async", in_pieces(), clock)
    assert server.last.body == TEXT
    assert server.last.header("Transfer-Encoding") == "chunked"
    with pytest.raises(TypeError, match="which only async calls accept"):
        send(server, "sync", in_pieces(), clock)


class AsyncFile:
    """A file of a library for async code: all that it does takes a loop."""

    async def read(self, _: int) -> bytes:
        raise NotImplementedError

    async def seekable(self) -> bool:
        raise NotImplementedError

    def __aiter__(self) -> AsyncIterator[bytes]:
        return in_pieces()


def test_an_async_file_is_sent_in_pieces(server: Server, clock: FakeClock) -> None:
    server.answers(reply(204))
    send(server, "async", AsyncFile(), clock)
    assert server.last.body == TEXT


@both
def test_a_pipe_is_read_once_to_its_end(
    server: Server, mode: str, clock: FakeClock, tmp_path: Path
) -> None:
    server.answers(reply(503), reply(204))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(TEXT))
    writer.start()
    with pytest.raises(ResponseError):
        send(server, mode, pipe, clock)
    writer.join()
    assert [seen.body for seen in server.seen] == [TEXT]


class Tokens:
    """Gives tokens that are only good the second time."""

    async def token(self, *_: object, refused: str | None = None) -> str:
        return "new" if refused else "old"


@both
def test_a_file_is_whole_again_when_a_token_was_refused(
    server: Server, mode: str, clock: FakeClock
) -> None:
    file = io.BytesIO(TEXT)
    file.seek(2)
    server.answers(reply(401), reply(204))
    octets = operation("application/octet-stream")
    with PetStore("k", server_url=server.url, clock=clock) as client:
        session = client._session
        source: Any = Tokens()
        session.access_for(Call(octets, {})).source = source
        if mode == "sync":
            session.run(Call(octets, {}, file))
        else:
            asyncio.run(session.run_async(Call(octets, {}, file)))
    assert [seen.body for seen in server.seen] == [TEXT[2:], TEXT[2:]]
