"""Responses that are forms or have several parts."""

from __future__ import annotations

import asyncio
import gzip
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.json.decoding import UndecodableError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.unions import OneOf
from sdkwright.runtime.operation import BodyReader, Operation
from sdkwright.runtime.responses.forms import read_form, read_parts
from sdkwright.runtime.responses.raw import Unread, Whole
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import DefaultError, ValidationError
from tests.support.server import Server, reply

FORM = "application/x-www-form-urlencoded"
MIXED = "multipart/mixed; boundary=b"


class Size(Model):
    wide: int


class Order(Model):
    id: str
    copies: int | UnsetType = UNSET
    paid: bool | UnsetType | None = UNSET
    at: datetime | UnsetType = UNSET
    price: Decimal | UnsetType = UNSET
    seal: bytes | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    pages: list[int] | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    either: int | str | UnsetType = UNSET
    level: Literal[1, 2] | UnsetType = UNSET
    anything: Any = UNSET


class Tuples(Model):
    pair: tuple[int, str] | UnsetType | None = UNSET
    one: tuple[int] | UnsetType = UNSET
    pairs: list[tuple[int, str]] | UnsetType = UNSET
    nested: tuple[tuple[int, int], str] | UnsetType = UNSET
    either: tuple[str, int] | list[bool] | UnsetType = UNSET


class Problem(Model):
    error: str
    code: int | UnsetType = UNSET


class ProblemError(ResponseError, data=Problem):
    """A documented error."""


def part(content: bytes, *head: str, name: str | None = "id") -> bytes:
    """Return a part as it is sent."""
    named = [] if name is None else [f'Content-Disposition: form-data; name="{name}"']
    lines = "".join(f"{line}\r\n" for line in [*named, *head])
    return f"--b\r\n{lines}\r\n".encode() + content + b"\r\n"


def parts(*given: bytes) -> bytes:
    return b"".join(given) + b"--b--\r\n"


# Values


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("id=a%20b+c&extra=1", {"id": "a b c", "extra": "1"}),
        ("id=%C3%A5", {"id": "å"}),
        ("id=å", {"id": "å"}),
        ("id=&copies=3", {"id": "", "copies": 3}),
        ("id", {"id": ""}),
        ("id=1&paid=true", {"id": "1", "paid": True}),
        ("copies=x", {"copies": "x"}),
        ("copies=007", {"copies": "007"}),
        ("at=2026-03-01T08:00:00Z", {"at": "2026-03-01T08:00:00Z"}),
        ("price=1.50", {"price": "1.50"}),
        ("tags=a&tags=b&pages=1", {"tags": ["a", "b"], "pages": [1]}),
        ("size=%7B%22wide%22%3A1%7D", {"size": {"wide": 1}}),
        ("either=5&level=2", {"either": "5", "level": 2}),
        ("id=a&id=b", {"id": ["a", "b"]}),
        ("anything=1", {"anything": "1"}),
        ("", {}),
    ],
)
def test_the_values_of_a_form(text: str, plain: dict[str, Any]) -> None:
    assert read_form(text.encode(), FORM, Order) == plain
    assert read_form(text.encode(), "", Order) == plain


def test_the_values_of_a_form_that_is_a_map_or_a_choice() -> None:
    assert read_form(b"a=1&b=x", FORM, dict[str, int]) == {"a": 1, "b": "x"}
    assert read_form(b"a=1&b=1&b=2", FORM, Any) == {"a": "1", "b": ["1", "2"]}
    assert read_form(b"wide=1", FORM, Size | None) == {"wide": 1}
    either: Any = OneOf[Size, Problem]
    assert read_form(b"wide=1&error=2&code=3", FORM, either) == {
        "wide": 1,
        "error": "2",
        "code": 3,
    }


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("pair=1&pair=7", {"pair": [1, "7"]}),
        ("pair=x&pair=7&pair=8", {"pair": ["x", "7", "8"]}),
        ("pair=1", {"pair": [1]}),
        ('pair=[1,"7"]', {"pair": [1, "7"]}),
        ("one=1", {"one": [1]}),
        ("one=[1]", {"one": [1]}),
        ('pairs=[1,"7"]&pairs=[2,"8"]', {"pairs": [[1, "7"], [2, "8"]]}),
        ('pairs=[1,"7"]', {"pairs": [[1, "7"]]}),
        ("nested=[1,2]&nested=3", {"nested": [[1, 2], "3"]}),
        ('nested=[[1,2],"3"]', {"nested": [[1, 2], "3"]}),
        ("either=true&either=7", {"either": ["true", 7]}),
    ],
)
def test_each_element_of_a_tuple_has_the_type_of_its_place(
    text: str, plain: dict[str, Any]
) -> None:
    assert read_form(text.encode(), FORM, Tuples) == plain
    pairs = [pair.partition("=") for pair in text.split("&")]
    given = [part(value.encode(), name=name) for name, _, value in pairs]
    assert read_parts(parts(*given), MIXED, Tuples) == plain


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        (part(b"a\r\nb"), {"id": "a\r\nb"}),
        (part(b""), {"id": ""}),
        (part("å".encode()), {"id": "å"}),
        (part(b"\xe5", "Content-Type: text/plain; charset=iso-8859-1"), {"id": "å"}),
        (part(b"\xe5"), {"id": b"\xe5"}),
        (part(b"a", "Content-Type: text/plain; charset=zlib"), {"id": b"a"}),
        (part(b"a", "Content-Type: text/plain; charset=unheard-of"), {"id": b"a"}),
        (part(b'"a"', "Content-Type: application/json"), {"id": "a"}),
        (part(b"{", "Content-Type: application/json"), {"id": "{"}),
        (part(b"3", name="copies"), {"copies": 3}),
        (part(b'{"wide":1}', name="size"), {"size": {"wide": 1}}),
        (part(b"[1,2]", "Content-Type: application/json", name="pages"), {"pages": [1, 2]}),
        (part(b"1", name="pages") + part(b"2", name="pages"), {"pages": [1, 2]}),
        (part(b"YQ==", "Content-Transfer-Encoding: BASE64"), {"id": "a"}),
        (part(b"=61", "Content-Transfer-Encoding: quoted-printable"), {"id": "a"}),
        (part(b"YQ==", "Content-Transfer-Encoding: base64", name="seal"), {"seal": "YQ=="}),
        (part(b"\x89", "Content-Type: image/png", name="anything"), {"anything": b"\x89"}),
        (part(b"1", "Content-Type: text/plain", name="anything"), {"anything": "1"}),
        (part(b"a", name=r"a\"b; c"), {'a"b; c': "a"}),
        (
            part(b"a", 'content-disposition: a; filename="x; name=y"; NAME=id', name=None),
            {"id": "a"},
        ),
        (part(b"a", "Content-Disposition: form-data;\r\n  name=id", name=None), {"id": "a"}),
    ],
)
def test_the_values_of_parts(given: bytes, plain: dict[str, Any]) -> None:
    assert read_parts(parts(given), MIXED, Order) == plain
    quoted = 'Multipart/Form-Data; charset=utf-8; Boundary="b"'
    assert read_parts(b"before\r\n" + parts(given) + b"after", quoted, Order) == plain


JSON = "Content-Type: application/json"


@pytest.mark.parametrize(
    ("texts", "type_", "expected"),
    [
        ([b"1", b"2"], list[int], [1, 2]),
        ([b'"a"', b"null"], list[str | None], ["a", None]),
        ([b'{"wide":1}', b'{"wide":2}'], list[Size], [{"wide": 1}, {"wide": 2}]),
        ([b"[1,2]", b"[3]"], list[list[int]], [[1, 2], [3]]),
        ([b"[1,2]"], list[list[int]], [[1, 2]]),
        ([b"[1,2]"], list[Any], [[1, 2]]),
        ([b"1", b'"b"'], tuple[int, str], [1, "b"]),
        ([b"[1,2]"], list[int], [1, 2]),
        ([b"[1,2]"], Any, [1, 2]),
    ],
)
def test_each_part_of_json_is_an_element_of_a_list(
    texts: list[bytes], type_: Any, expected: list[Any]
) -> None:
    body = parts(*(part(text, JSON, name="f") for text in texts))
    assert read_parts(body, MIXED, dict[str, type_]) == {"f": expected}


def test_lines_may_end_in_line_feeds_alone() -> None:
    body = parts(part(b"a"), part(b"3", name="copies")).replace(b"\r\n", b"\n")
    assert read_parts(body, MIXED, Order) == {"id": "a", "copies": 3}


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (list[int], [1, 2]),
        (list[str], ["1", "2"]),
        (list[int] | None, [1, 2]),
        (Any, ["1", "2"]),
        (OneOf[Size, list[int]], [1, 2]),
        (tuple[int, str], [1, "2"]),
        (tuple[str, int] | None, ["1", 2]),
        (tuple[int], [1, "2"]),
    ],
)
def test_parts_without_names_are_a_list(type_: Any, expected: list[Any]) -> None:
    body = parts(part(b"1", name=None), part(b"2", "X-Other: x", name=None))
    assert read_parts(body, MIXED, type_) == expected


def test_parts_with_names_are_an_object_unless_the_document_says_list() -> None:
    body = parts(part(b"1", name="wide"))
    assert read_parts(body, MIXED, OneOf[Size, list[int]]) == {"wide": 1}
    assert read_parts(body, MIXED, Any) == {"wide": "1"}
    assert read_parts(body, MIXED, list[int]) == [1]


def test_a_boundary_is_a_whole_line() -> None:
    assert read_parts(parts(part(b"x--b\r\n--bc\r\n --b")), MIXED, Order) == {
        "id": "x--b\r\n--bc\r\n --b"
    }
    assert read_parts(b"--b  \r\n\r\na\r\n--b--", MIXED, list[str]) == ["a"]


@pytest.mark.parametrize(
    ("body", "media_type", "problem"),
    [
        (b"<html>", "text/html", "it is text/html, without a boundary between parts"),
        (b"", "", "it is of no media type, without a boundary between parts"),
        (parts(part(b"a")), "multipart/mixed", "it is multipart/mixed, without a boundary"),
        (b"", MIXED, "it does not end with the boundary of its parts"),
        (part(b"a"), MIXED, "it does not end with the boundary of its parts"),
        (part(b"a") + b"--bc--", MIXED, "it does not end with the boundary of its parts"),
        (parts(part(b"a", name=None)), MIXED, "one of its parts has no name"),
        (parts(part(b"a", "X: " + "x" * 65_536)), MIXED, "the headers of a part are too long"),
        (parts(b"--b\r\n" + b"x" * 70_000 + b"\r\n"), MIXED, "the headers of a part are too long"),
    ],
)
def test_what_has_no_parts_is_refused(body: bytes, media_type: str, problem: str) -> None:
    with pytest.raises(UndecodableError, match=f"^{problem}"):
        read_parts(body, media_type, Order)


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(UndecodableError, match=r"^it is text/html, not a form$"):
        read_form(b"<html>", "text/html; charset=utf-8", Order)


# Calls

FORM_OF: Operation[Any] = Operation(
    "form",
    "GET",
    "/form",
    returns={200: BodyReader(lambda: Order, read_form)},
    accept=FORM,
    errors={404: lambda: ProblemError},
    error_readers={404: read_form, "default": read_parts},
)
PARTS_OF: Operation[Any] = Operation(
    "parts", "GET", "/parts", returns={"2XX": BodyReader(lambda: list[Size], read_parts)}
)


def fetch(call: Caller, operation: Operation[Any], into: Any = None, **settings: Any) -> Any:
    session = call.client(retry_config=None, **settings)._session
    made = Call(operation, {})
    return (
        session.run(made, *filter(None, [into]))
        if call.mode == "sync"
        else asyncio.run(session.run_async(made, *filter(None, [into])))
    )


def test_a_form_comes_back_typed(call: Caller, server: Server) -> None:
    server.answers(
        reply(
            200,
            "id=a&copies=3&at=2026-03-01T08:00:00Z&price=1.50&seal=YQ==",
            {"Content-Type": FORM},
        )
    )
    made = fetch(call, FORM_OF, response_validation="strict")
    assert made == Order(
        id="a",
        copies=3,
        at=datetime(2026, 3, 1, 8, tzinfo=UTC),
        price=Decimal("1.50"),
        seal=b"a",
    )
    assert fetch(call, FORM_OF, Whole).parse() == made
    assert server.seen[0].header("Accept") == FORM


def test_parts_come_back_typed(call: Caller, server: Server) -> None:
    head = "Content-Type: application/json"
    body = parts(part(b'{"wide":1}', head, name=None), part(b'{"wide":2}', head, name=None))
    server.answers(
        reply(201, gzip.compress(body), {"Content-Type": MIXED, "Content-Encoding": "gzip"})
    )
    assert fetch(call, PARTS_OF) == [Size(wide=1), Size(wide=2)]


def test_parts_that_are_a_tuple_come_back_typed(call: Caller, server: Server) -> None:
    head = "Content-Type: application/json"
    body = parts(part(b'{"wide":1}', head, name=None), part(b"7", name=None))
    server.answers(reply(200, body, {"Content-Type": MIXED}))
    operation: Operation[Any] = Operation(
        "parts", "GET", "/parts", returns={200: BodyReader(lambda: tuple[Size, str], read_parts)}
    )
    assert fetch(call, operation, response_validation="strict") == (Size(wide=1), "7")


def test_a_body_of_many_parts_comes_back_typed(call: Caller, server: Server) -> None:
    body = parts(*[part(b'{"wide":1}', name=None)] * 60_000)
    server.answers(reply(201, body, {"Content-Type": MIXED}))
    assert len(body) > 1 << 20
    assert fetch(call, PARTS_OF) == [Size(wide=1)] * 60_000


def test_a_form_that_came_as_json_is_read_as_that(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"id": "a"}, {"Content-Type": "application/json"}))
    assert fetch(call, FORM_OF) == Order(id="a")
    server.answers(reply(200, {"error": "No."}, {"Content-Type": "application/json"}))
    with pytest.raises(DefaultError, match=r"^No\. "):
        fetch(call, FORM_OF)


def test_a_form_that_does_not_match_is_kept_or_refused(call: Caller, server: Server) -> None:
    server.answers(reply(200, "copies=x", {"Content-Type": FORM}))
    made = fetch(call, FORM_OF)
    assert (made.id, made.copies) == (UNSET, "x")
    with pytest.raises(ValidationError, match=r"\$\.id: missing; \$\.copies: expected int"):
        fetch(call, FORM_OF, response_validation="strict")


@pytest.mark.parametrize(
    ("operation", "answer", "problem"),
    [
        (FORM_OF, ("text/html", "<p>"), "it is text/html, not a form"),
        (PARTS_OF, ("text/html", "<p>"), "it is text/html, without a boundary"),
        (PARTS_OF, (MIXED, part(b"a", name=None)), "it does not end with the boundary"),
        (PARTS_OF, (MIXED, b""), "it does not end with the boundary"),
    ],
)
def test_another_body_is_invalid(
    call: Caller, server: Server, operation: Operation[Any], answer: tuple[str, Any], problem: str
) -> None:
    media_type, body = answer
    server.answers(reply(200, body, {"Content-Type": media_type}))
    with pytest.raises(ValidationError, match=f"^Invalid response: {problem}"):
        fetch(call, operation)


def test_json_that_is_nested_too_deeply_is_invalid(call: Caller, server: Server) -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    server.answers(reply(200, parts(part(deep, name=None)), {"Content-Type": MIXED}))
    with pytest.raises(ValidationError, match=r"\$\[0\]: expected object, got str"):
        fetch(call, PARTS_OF, response_validation="strict")


def test_a_form_that_is_too_large_is_not_read(call: Caller, server: Server) -> None:
    server.answers(reply(200, "id=" + "a" * 1000, {"Content-Type": FORM}))
    with pytest.raises(ValidationError, match="max_response_bytes"):
        fetch(call, FORM_OF, max_response_bytes=100)


@pytest.mark.parametrize(
    ("media_type", "body", "data"),
    [
        (FORM, "error=No.&code=7", Problem(error="No.", code=7)),
        ("application/json", '{"error": "No.", "code": 7}', Problem(error="No.", code=7)),
        ("text/html", "No.", None),
    ],
)
def test_an_error_that_is_a_form(
    call: Caller, server: Server, media_type: str, body: str, data: Any
) -> None:
    server.answers(reply(404, body, {"Content-Type": media_type}))
    with pytest.raises(ProblemError, match=r"^No\. ") as caught:
        fetch(call, FORM_OF)
    assert (caught.value.data, caught.value.body) == (data, body)


def test_an_error_in_parts(call: Caller, server: Server) -> None:
    server.answers(reply(500, parts(part(b"No.", name="error")), {"Content-Type": MIXED}))
    with pytest.raises(DefaultError, match=r"^No\. ") as caught:
        fetch(call, FORM_OF)
    assert caught.value.data == {"error": "No."}


def test_a_form_that_was_not_read_at_first(server: Server, call: Caller) -> None:
    server.answers(reply(200, "id=a", {"Content-Type": FORM}))
    with call.client()._session.run(Call(FORM_OF, {}), Unread) as response:
        assert response.parse() == Order(id="a")
