"""Bodies that are XML: what is written, what is read, and what is refused."""

from __future__ import annotations

import asyncio
import datetime
import threading
import time
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import pytest

from sdkwright.runtime.http.bodies import BODIES, encode
from sdkwright.runtime.json.decoding import Misfits, UndecodableError
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Encoding, Operation
from sdkwright.runtime.responses.reply import LARGE
from sdkwright.runtime.values import UNSET, UnsetType
from sdkwright.runtime.xml.documents import Documents
from sdkwright.runtime.xml.nodes import Attribute, Element, Fields, Items, Same, Text
from tests.runtime.support.sdk import PetError, PetStore, ValidationError
from tests.support.server import Server, reply
from tests.support.waiting import PATIENCE_MS

W3 = "http://www.w3.org"
XSI = f'xmlns:xsi="{W3}/2001/XMLSchema-instance"'
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class Node(Model):
    name: str
    age: int | UnsetType | None = UNSET
    children: list[Node] | UnsetType = UNSET


class Trouble(Model):
    message: str


class TroubleError(PetError, data=Trouble):
    """There is no such node."""


DOCUMENTS = Documents(
    roots={
        "node": Element("node", Same("node")),
        "error": Element("trouble", Fields({"message": Element("message")})),
    },
    contents={
        "node": Fields(
            {
                "name": Attribute("name"),
                "age": Element("age", Text("integer", is_nullable=True)),
                "children": Items(Element("node", Same("node"))),
            }
        )
    },
)


def written(content: Any, value: Any, **names: str) -> str:
    """Return the XML of a value, without its declaration."""
    documents = Documents({"a": Element("a", content, **names)}, {})
    operation: Operation[None] = Operation(
        "a", "PUT", "/", body="value", encoder=documents.encoder("a"),
        content_type="application/xml", nullable=("",), returns={204: None},
    )  # fmt: skip
    assert operation.encoder is not None
    body, media_type = operation.encoder.encode(operation, value)
    assert isinstance(body, bytes)
    assert media_type == b"application/xml"
    return body.removeprefix(HEAD).decode()


def read(content: Any, text: str | bytes, **names: str) -> Any:
    """Return the plain value of XML that matches."""
    value, misfits = lenient(content, text, **names)
    assert misfits == []
    return value


def lenient(content: Any, text: str | bytes, **names: str) -> tuple[Any, list[tuple[str, str]]]:
    decoder = Documents({"a": Element("a", content, **names)}, {}).decoder("a", Any)
    misfits = Misfits()
    value = decoder.parsed(text.encode() if isinstance(text, str) else text, misfits)
    return value, [(misfit.path, misfit.problem) for misfit in misfits]


# Values, both ways


@pytest.mark.parametrize(
    ("content", "value", "text"),
    [
        (Text(), "x < y & z > \r\n", "<a>x &lt; y &amp; z &gt; &#13;\n</a>"),
        (Text(), " ", "<a> </a>"),
        (Text(), "", "<a/>"),
        (Text(is_cdata=True), "<b>]]></b>", "<a><![CDATA[<b>]]]]><![CDATA[></b>]]></a>"),
        (Text("integer"), 10**30, f"<a>{10**30}</a>"),
        (Text("number"), 1.5, "<a>1.5</a>"),
        (Text("number"), 2, "<a>2</a>"),
        (Text("boolean"), True, "<a>true</a>"),
        (Text("boolean"), False, "<a>false</a>"),
        (Text("integer", is_nullable=True), None, f'<a {XSI} xsi:nil="true"/>'),
        (Fields({}), {}, "<a/>"),
        (Items(Element("b", Text("integer"))), [1, 2], "<a><b>1</b><b>2</b></a>"),
        (Items(Element("b")), [], "<a/>"),
        (Items(Element("b")), [None], f'<a><b {XSI} xsi:nil="true"/></a>'),
        (
            Fields({"b": Attribute("b"), "c": Text("integer")}),
            {"b": '"<&>\t\n', "c": 3},
            '<a b="&quot;&lt;&amp;&gt;&#9;&#10;">3</a>',
        ),
        (Fields({"b": Attribute("b", "boolean")}), {"b": True}, '<a b="true"/>'),
        (
            Fields({"b": Fields({"c": Element("c"), "d": Attribute("d")})}),
            {"b": {"c": "x", "d": "y"}},
            '<a d="y"><c>x</c></a>',
        ),
        (Fields({"b": Items(Element("c"))}), {"b": ["x"]}, "<a><c>x</c></a>"),
        (Fields({}, Element("", Text("integer"))), {"b": 1, "c": 2}, "<a><b>1</b><c>2</c></a>"),
        (
            Fields({"b": Element("c", namespace="urn:x"), "d": Element("d")}),
            {"b": "x", "d": "y"},
            '<a><c xmlns="urn:x">x</c><d>y</d></a>',
        ),
        (
            Fields(
                {
                    "b": Element(
                        "c", Items(Element("c", namespace="urn:x", prefix="p")), "urn:x", "p"
                    ),
                    "d": Attribute("d", namespace="urn:y", prefix="q"),
                    "e": Attribute("e", namespace="urn:z"),
                    "f": Attribute("lang", namespace=f"{W3}/XML/1998/namespace", prefix="xml"),
                }
            ),
            {"b": ["x"], "d": "y", "e": "z", "f": "fi"},
            (
                '<a xmlns:q="urn:y" q:d="y" xmlns:ns1="urn:z" ns1:e="z" xml:lang="fi">'
                '<p:c xmlns:p="urn:x"><p:c>x</p:c></p:c></a>'
            ),
        ),
    ],
)  # fmt: skip
def test_a_value_is_written_and_read(content: Any, value: Any, text: str) -> None:
    assert written(content, value) == text
    assert read(content, text) == value


def test_a_namespace_of_the_root_is_that_of_elements_without_one() -> None:
    content = Fields({"b": Element("b")})
    text = '<a xmlns="urn:x"><b>c</b></a>'
    assert written(content, {"b": "c"}, namespace="urn:x") == text
    assert read(content, text, namespace="urn:x") == {"b": "c"}


@pytest.mark.parametrize(
    ("content", "value", "text"),
    [
        (Fields({"b": Attribute("b"), "c": Text()}), {"b": None, "c": None}, "<a/>"),
        (Fields({"b": Items(Element("b"))}), {"b": None}, "<a/>"),
        (Text("decimal"), Decimal("1.50"), "<a>1.50</a>"),
        (Text(), datetime.date(2026, 1, 2), "<a>2026-01-02</a>"),
        (Text("any"), 5, "<a>5</a>"),
    ],
)
def test_a_value_is_written(content: Any, value: Any, text: str) -> None:
    assert written(content, value) == text


@pytest.mark.parametrize(
    ("content", "text", "value"),
    [
        (
            Text(),
            "<?xml version='1.0'?><!-- b --><?p?><a>c<!-- d --><![CDATA[&]]>e</a><!-- f -->",
            "c&e",
        ),
        (Text("integer"), "<a> +07 </a>", 7),
        (Text("number"), "<a>-1.5E+3</a>", -1500.0),
        (Text("decimal"), "<a> 1.50 </a>", "1.50"),
        (Text("token"), "<a>\n 2026-01-02 </a>", "2026-01-02"),
        (Text("token"), "<a/>", ""),
        (Text("token", is_nullable=True), "<a/>", None),
        (Text("base64"), "<a>\n  aGVs\n  bG8=\n</a>", "aGVsbG8="),
        (Text("base64", is_nullable=True), "<a/>", ""),
        (Text("boolean"), "<a> 1 </a>", True),
        (Text("boolean"), "<a>0</a>", False),
        (Text("integer", is_nullable=True), "<a/>", None),
        (Text("any"), "<a>5</a>", "5"),
        (Text("integer"), "<a>1_000</a>", "1_000"),
        (Text("integer"), "<a>٣</a>", "٣"),
        (Text("number"), "<a>INF</a>", "INF"),
        (Text("boolean"), "<a>yes</a>", "yes"),
        (Fields({"b": Attribute("b", is_nullable=True)}), "<a/>", {"b": None}),
        (Fields({"b": Attribute("b")}), "<a/>", {}),
        (Fields({"b": Element("b")}), "<a>text<c/></a>", {}),
        (Fields({"b": Fields({"c": Element("c")})}), "<a/>", {}),
        (Fields({"b": Items(Element("b"))}), "<a/>", {}),
        (Fields({"b": Items(Element("b"), required=True)}), "<a/>", {"b": []}),
        (Fields({"b": Text(), "c": Element("c")}), "<a>\n  x\n  <c/>\n</a>", {"b": "x", "c": ""}),
        (Fields({"b": Text("integer")}), "<a/>", {}),
        (Fields({"b": Text("integer", is_nullable=True)}), "<a/>", {"b": None}),
        (Fields({"b": Element("b")}), '<p:a xmlns:p="urn:x"><p:b>c</p:b></p:a>', {"b": "c"}),
        (Fields({"b": Element("b", namespace="urn:x")}), "<a><b>c</b></a>", {}),
        (
            Fields({"b": Element("b", namespace="urn:x")}),
            '<a><b>c</b><b xmlns="urn:x">d</b></a>',
            {"b": "d"},
        ),
    ],
)  # fmt: skip
def test_a_value_is_read(content: Any, text: str, value: Any) -> None:
    assert read(content, text) == value


@pytest.mark.parametrize(
    ("content", "text", "value", "misfit"),
    [
        (Text(), "<b>c</b>", "c", ("$", "the root element is not a")),
        (Text(), '<a xmlns="urn:y">c</a>', "c", ("$", "the root element is not a")),
        (Text(), "<a>b<c>d</c>e</a>", "bde", ("$", "has elements, and no schema describes them")),
        (
            Fields({}, Element("", Text("any"))),
            "<a><b><c/></b></a>",
            {},
            ("$.b", "has elements, and no schema describes them"),
        ),
        (
            Fields({"b": Items(Element("b", Fields({"c": Element("c")})))}),
            "<a><b/><b><c>1</c><c>2</c></b></a>",
            {"b": [{}, {"c": "1"}]},
            ("$.b[1].c", "there are 2 elements instead of one"),
        ),
    ],
)  # fmt: skip
def test_what_does_not_match_is_a_misfit(
    content: Any, text: str, value: Any, misfit: tuple[str, str]
) -> None:
    names = {"namespace": "urn:x"} if "urn:y" in text else {}
    assert lenient(content, text, **names) == (value, [misfit])


def _not_a_name(name: str) -> str:
    return f"The body has the key {name!r}, which can't be the name of an XML element."


@pytest.mark.parametrize(
    ("content", "value", "message"),
    [
        (Text(), "a\0", "The body contains a character that XML can't."),
        (Text(), "\ufffe", "The body contains a character that XML can't."),
        (Text(), ["a"], "The body must be a single value, not a list."),
        (Items(Element("b")), {"c": 1}, "The body must be a list."),
        (Fields({}), [1], "The body must be an object."),
        (Fields({}), {"b": 1}, "b is not in the API's document, which XML requires."),
        *(
            (Fields({}, Element("")), {name: 1}, _not_a_name(name))
            for name in ("b c", "b><c", "p:b", "", "1", "-b")
        ),
        (
            Items(Element("b", Fields({"c": Attribute("c")}))),
            [{"c": "\x1b"}],
            "[0].c contains a character that XML can't.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_with_its_place(
    content: Any, value: Any, message: str
) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011  the whole message is compared
        written(content, value)
    assert str(raised.value) == message


@pytest.mark.parametrize("charset", ["us-ascii", "hex", "x-no"])
def test_what_the_charset_of_the_request_cannot_express_is_refused(charset: str) -> None:
    operation: Operation[None] = Operation(
        "a", "PUT", "/", body="value", encoder=Documents({"a": Element("a")}, {}).encoder("a"),
        content_type=f'text/xml; charset="{charset}"', returns={204: None},
    )  # fmt: skip
    assert operation.encoder is not None
    with pytest.raises(ValueError, match=f"^The body can't be encoded as {charset}.$"):
        operation.encoder.encode(operation, "å")


def test_what_contains_itself_is_refused() -> None:
    around: dict[str, Any] = {"name": "a"}
    around["children"] = [around]
    operation: Operation[None] = Operation(
        "a", "PUT", "/", body="value", encoder=DOCUMENTS.encoder("node"),
        content_type="application/xml", returns={204: None},
    )  # fmt: skip
    assert operation.encoder is not None
    with pytest.raises(ValueError, match=r"nested too deeply, or contains itself"):
        operation.encoder.encode(operation, around)


# Encodings


@pytest.mark.parametrize(
    "content",
    [
        "<a>å</a>".encode(),
        b"\xef\xbb\xbf<a>\xc3\xa5</a>",
        "<a>å</a>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-16'?><a>å</a>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-8'?><a>å</a>".encode("utf-32"),
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>å</a>".encode("latin-1"),
        '<?xml version="1.0" encoding="windows-1252" standalone="yes"?><a>å</a>'.encode("cp1252"),
    ],
)
def test_the_encoding_is_that_of_the_document(content: bytes) -> None:
    assert read(Text(), content) == "å"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<a>\xe5</a>", "its encoding is not utf-8"),
        (b"<?xml version='1.0' encoding='hex'?><a/>", "its encoding hex is not supported"),
        (b"<?xml version='1.0' encoding='idna'?><a/>", "its encoding idna is not supported"),
        (b"<?xml version='1.0' encoding='x-no'?><a/>", "its encoding x-no is not supported"),
        (b"{}", "it is not well-formed XML (line 1, column 1)"),
        (b"<a>\n<b></a>", "it is not well-formed XML (line 2, column 6)"),
        (b"<a>&b;</a>", "it is not well-formed XML (line 1, column 4)"),
        (b"<a p:b=''/>", "it is not well-formed XML (line 1, column 1)"),
        (b"<a/><b/>", "it is not well-formed XML (line 1, column 5)"),
    ],
)
def test_what_is_not_xml_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(UndecodableError) as raised:
        lenient(Text(), content)
    assert str(raised.value) == problem


# Attacks

LAUGHS = "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)
)  # 10**11 characters


@pytest.mark.parametrize(
    "declaration",
    [
        f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]>",
        "<!DOCTYPE a [<!ENTITY l11 SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>",
        "\n<!-- x -- ><? --><?p <!-- ?>\n<!DOCTYPE a>".replace("-- >", "- >"),
    ],
)
def test_a_document_type_declaration_is_refused(declaration: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        content = f"<?xml version='1.0'?>{declaration}<a>&l11;</a>".encode(encoding)
        with pytest.raises(UndecodableError) as raised:
            lenient(Text(), content)
        assert str(raised.value) == "it has a document type declaration, which is refused"


def test_a_document_type_declaration_that_is_text_is_text() -> None:
    assert read(Text(), "<a><![CDATA[<!DOCTYPE html>]]></a>") == "<!DOCTYPE html>"


def test_what_is_nested_deeply_is_refused_in_our_words() -> None:
    depth = 100_000
    text = "<node name='a'>" * depth + "</node>" * depth
    decoder = DOCUMENTS.decoder("node", Node)
    with pytest.raises(UndecodableError, match="it is nested too deeply"):
        decoder.decode_leniently(text.encode())


def test_unknown_elements_may_be_nested_deeply() -> None:
    text = f"<a>{'<x>' * 100_000}{'</x>' * 100_000}<b>c</b></a>"
    assert read(Fields({"b": Element("b")}), text) == {"b": "c"}


@pytest.mark.parametrize(
    "piece",
    [b"-", b"<?", b" ", b"<!-- -->", b"<b/>", b"encoding ", b" b=''", b"&amp;", b"<![CDATA[]]>"],
    ids=repr,
)
@pytest.mark.parametrize("before", [b"", b"<!--", b"<?xml ", b"<a>", b"<a "], ids=repr)
def test_a_large_body_takes_no_more_than_its_size(before: bytes, piece: bytes) -> None:
    content = before + piece * (2_000_000 // len(piece))
    began = time.perf_counter()
    with pytest.raises(UndecodableError):
        lenient(Fields({"b": Items(Element("b"))}), content)
    assert time.perf_counter() - began < 10


def test_a_problem_is_listed_once_for_all_elements_of_a_list() -> None:
    items = "<b><c/></b>" * 5_000
    decoder = Documents({"a": Element("a", Items(Element("b")))}, {}).decoder("a", list[str])
    _, misfits = decoder.decode_leniently(f"<a>{items}</a>".encode())
    assert (misfits.total, len(misfits)) == (5_000, 10)
    assert misfits[0].place == "$[]"


# Calls


PUT: Operation[Node] = Operation(
    "put",
    "PUT",
    "/node",
    body="properties",
    content_type="application/xml",
    encoder=DOCUMENTS.encoder("node"),
    required_properties=("name",),
    nullable=("age",),
    returns={200: lambda: DOCUMENTS.decoder("node", Node)},
    accept="application/xml",
    errors={404: lambda: TroubleError, 409: lambda: TroubleError, "default": lambda: TroubleError},
    error_decoders={
        404: lambda: DOCUMENTS.decoder("error", Trouble),
        "default": lambda: DOCUMENTS.decoder("error", Trouble),
    },
)
NODE = b'<node name="a"><age>5</age><node name="b"/></node>'
GONE = b"<trouble><message>No such node</message></trouble>"


class Put:
    """Calls the operation above; the server answers with XML, or with what it is told."""

    def __init__(self, mode: str, server: Server) -> None:
        self._mode = mode
        self.server = server

    def __call__(
        self,
        content: bytes,
        status: int = 200,
        validation: str = "lenient",
        media_type: str = "application/xml",
        **settings: Any,
    ) -> Any:
        self.server.answers(reply(status, content, {"Content-Type": media_type}))
        with PetStore(
            "k",
            server_url=self.server.url,
            timeout_ms=PATIENCE_MS,
            response_validation=validation,
            **settings,
        ) as client:
            body = {"name": "a", "age": None, "children": [Node(name="b")]}
            if self._mode == "sync":
                return client.pets._run(PUT, {}, body)
            return asyncio.run(client.pets._run_async(PUT, {}, body))


@pytest.fixture(params=["sync", "async"])
def put(request: pytest.FixtureRequest, server: Server) -> Put:
    return Put(request.param, server)


def test_a_call_sends_and_returns_xml(put: Put) -> None:
    assert put(NODE) == Node(name="a", age=5, children=[Node(name="b")])
    request = put.server.last
    assert request.body == HEAD + (
        f'<node name="a"><age {XSI} xsi:nil="true"/><node name="b"/></node>'.encode()
    )
    assert request.header("content-type") == request.header("accept") == "application/xml"


@pytest.mark.parametrize("status", [404, 500])
@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_an_error_is_decoded_as_its_document_says(put: Put, validation: str, status: int) -> None:
    with pytest.raises(TroubleError) as raised:
        put(GONE, status, validation, max_retries=0)
    error = raised.value
    assert error.message == "No such node"
    assert error.data == Trouble(message="No such node")
    assert error.body == GONE.decode()


def test_an_error_that_is_json_is_decoded_as_such(put: Put) -> None:
    with pytest.raises(TroubleError) as raised:
        put(b'{"message": "Gone"}', 404, media_type="application/json")
    assert raised.value.data == Trouble(message="Gone")


def test_an_error_that_is_documented_as_json_is_not_read_as_xml(put: Put) -> None:
    with pytest.raises(TroubleError) as raised:
        put(b'{"message": "Gone"}', 409, media_type="text/plain")
    assert raised.value.data == Trouble(message="Gone")


@pytest.mark.parametrize("content", [b"", b"<html>", b"<!DOCTYPE a><a/>", b"<a/>", b"<a>" * 9_000])
def test_an_error_that_is_something_else_hides_nothing(put: Put, content: bytes) -> None:
    with pytest.raises(TroubleError) as raised:
        put(content, 404)
    assert raised.value.body == content.decode()


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_an_error_that_comes_as_a_success_is_raised(put: Put, validation: str) -> None:
    with pytest.raises(TroubleError) as raised:
        put(GONE, 200, validation)
    assert (raised.value.message, raised.value.status_code) == ("No such node", 200)


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_an_error_that_comes_as_a_success_in_json_is_raised(put: Put, validation: str) -> None:
    with pytest.raises(PetError) as raised:
        put(b'{"message": "Gone"}', 200, validation, media_type="application/json")
    assert (raised.value.message, raised.value.status_code) == ("Gone", 200)


def test_what_does_not_match_is_kept_or_refused(put: Put) -> None:
    content = b"<node><age>old</age></node>"
    made = put(content)
    assert (made.name, made.age) == (UNSET, "old")
    with pytest.raises(ValidationError) as raised:
        put(content, validation="strict")
    assert raised.value.message == (
        "Invalid response: $.name: missing; $.age: expected `int | null`, got `str`".replace(
            "`", ""
        )
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<!DOCTYPE a><node/>", "it has a document type declaration, which is refused"),
        (b"{}", "it is not well-formed XML (line 1, column 1)"),
        (b"<node name='a'>" * 9_000 + b"</node>" * 9_000, "it is nested too deeply"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_of_ours(put: Put, content: bytes, problem: str) -> None:
    with pytest.raises(ValidationError) as raised:
        put(content)
    assert raised.value.message == f"Invalid response: {problem}"
    assert isinstance(raised.value, PetError)


def test_a_body_is_limited_like_any_other(put: Put) -> None:
    with pytest.raises(ValidationError, match="larger than"):
        put(b"<node>" + b" " * 2_000 + b"</node>", max_response_bytes=1_000)


@pytest.mark.parametrize(
    ("media_type", "encoding"),
    [
        ("application/xml; charset=ISO-8859-1", "latin-1"),
        ('text/xml;charset="utf-16"', "utf-16"),
        ("application/xml; charset=iso-8859-1", "utf-8-sig"),
    ],
)
def test_the_encoding_is_that_of_the_media_type(put: Put, media_type: str, encoding: str) -> None:
    text = "<?xml version='1.0' encoding='utf-8'?><node name='å'/>"
    assert put(text.encode(encoding), media_type=media_type).name == "å"


@pytest.mark.anyio
async def test_a_large_body_does_not_block_the_event_loop(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    loop = threading.get_ident()
    for size, is_elsewhere in ((10, False), (LARGE // 32, True)):
        caplog.clear()
        server.answers(reply(200, b"<node>" + b" " * size + b"</node>"))
        async with PetStore("k", server_url=server.url) as client:
            made: Any = await client.pets._run_async(PUT, {}, {"name": "a"})
        assert made.name is UNSET
        (line,) = caplog.records
        assert (line.thread != loop) is is_elsewhere


def test_an_encoding_that_is_no_text_is_refused(put: Put) -> None:
    with pytest.raises(ValidationError, match="its encoding hex is not supported"):
        put(NODE, media_type="application/xml; charset=hex")


# Parts of forms


def parts_of(content_type: str, body: Any, **encodings: Encoding) -> bytes:
    operation: Operation[Any] = Operation(
        "send",
        "POST",
        "/x",
        body="value",
        content_type=content_type,
        encoder=BODIES,
        encodings=encodings,
        returns={204: None},
    )
    content, media_type = encode(operation, body)
    assert isinstance(content, bytes)
    boundary = media_type.partition(b"boundary=")[2]
    return content.replace(boundary, b"B") if boundary else content


OF_NODE = Encoding("application/xml", write=DOCUMENTS.writer("node"))


def test_a_part_of_a_form_may_be_xml() -> None:
    assert parts_of("multipart/form-data", {"n": Node(name="<")}, n=OF_NODE) == (
        b'--B\r\nContent-Disposition: form-data; name="n"\r\nContent-Type: application/xml\r\n\r\n'
        + HEAD
        + b'<node name="&lt;"/>\r\n--B--\r\n'
    )


def test_each_element_of_a_list_is_a_part_of_xml() -> None:
    sent = parts_of("multipart/form-data", {"n": [Node(name="a"), {"name": "b"}]}, n=OF_NODE)
    assert [part[part.index(HEAD) + len(HEAD) :] for part in sent.split(b"--B")[1:-1]] == [
        b'<node name="a"/>\r\n',
        b'<node name="b"/>\r\n',
    ]


def test_the_charset_of_a_part_is_that_of_its_media_type() -> None:
    latin = Encoding("text/xml; charset=iso-8859-1", write=DOCUMENTS.writer("node"))
    sent = parts_of("multipart/form-data", {"n": Node(name="å")}, n=latin)
    assert b"Content-Type: text/xml; charset=iso-8859-1\r\n" in sent
    assert b'encoding="ISO-8859-1"?>\n<node name="\xe5"/>' in sent


@pytest.mark.parametrize(
    ("value", "expected"), [({"name": "a b"}, 1), ([{"name": "a b"}, {"name": "a b"}], 2)]
)
def test_a_property_of_a_form_may_be_xml(value: Any, expected: int) -> None:
    sent = parts_of("application/x-www-form-urlencoded", {"n": value}, n=OF_NODE)
    assert parse_qsl(sent.decode()) == [("n", f'{HEAD.decode()}<node name="a b"/>')] * expected


def test_parts_without_names_may_be_xml() -> None:
    operation: Operation[Any] = Operation(
        "send",
        "POST",
        "/x",
        body="value",
        content_type="multipart/mixed",
        encoder=BODIES,
        encodings={"": OF_NODE},
        returns={204: None},
    )
    content, _ = encode(operation, [Node(name="a")])
    assert isinstance(content, bytes)
    assert b"Content-Type: application/xml\r\n\r\n" + HEAD + b'<node name="a"/>' in content


@pytest.mark.parametrize("value", ["<node/>", {"unknown": 1}, 7])
def test_a_part_that_xml_can_not_represent_is_refused(value: Any) -> None:
    for content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        with pytest.raises(ValueError, match=r"must be an object|not in the API's document"):
            parts_of(content_type, {"n": value}, n=OF_NODE)
