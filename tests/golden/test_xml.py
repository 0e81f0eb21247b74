"""Bodies that are XML, in the package that is made of a document with them."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.server import Server, reply

REPORT = b"<report lost='3'/>"
XML = {"Content-Type": "application/xml"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def package(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(sdks)
    return importlib.import_module("xml_bodies")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def client(package: Any, server: Server, **settings: Any) -> Any:
    return package.XmlBodies(server_url=server.url, retry_config=None, **settings)


def test_the_caller_chooses_between_json_and_xml(package: Any, server: Server) -> None:
    books = client(package, server).books
    server.answers(reply(200, {"lent": 5}, JSON))
    assert books.report() == package.operations.ReportResponse(lent=5)
    assert server.last.header("accept") == "application/json"
    server.answers(reply(200, REPORT, XML))
    expected = package.operations.ReportResponse2(lost=3)
    assert books.report(accept="application/xml") == expected
    assert server.last.header("accept") == "application/xml"
    assert asyncio.run(books.report_async(accept="application/xml")) == expected


def test_what_comes_decides_how_it_is_read(package: Any, server: Server) -> None:
    books = client(package, server, response_validation="strict").books
    server.answers(reply(200, REPORT, {"Content-Type": "application/xml; charset=utf-8"}))
    assert books.report() == package.operations.ReportResponse2(lost=3)
    server.answers(reply(200, {"lent": 5}, JSON))
    assert books.report(accept="application/xml") == package.operations.ReportResponse(lent=5)


def test_a_whole_response_is_read_in_the_same_way(package: Any, server: Server) -> None:
    books = client(package, server).books
    server.answers(reply(200, b"<count>7</count>", XML))
    assert books.with_raw_response.count_books().parse() == 7
    with books.with_streaming_response.count_books() as response:
        assert response.parse() == 7


def test_a_value_that_is_not_documented_is_kept_or_refused(package: Any, server: Server) -> None:
    server.answers(reply(200, b"<count>many</count>", XML))
    assert client(package, server).books.count_books() == "many"
    strict = client(package, server, response_validation="strict")
    with pytest.raises(package.errors.ResponseValidationError, match="expected int, got str"):
        strict.books.count_books()


def test_text_is_never_taken_for_markup(package: Any, server: Server) -> None:
    books = client(package, server).books
    server.answers(reply(204))
    with pytest.raises(ValueError, match=r"^The body must be a list\.$"):
        books.add_books(request_body="<books/>")
    with pytest.raises(TypeError):
        books.send_report_xml(request_body="<report/>")
    assert server.seen == []
    books.put_text(request_body="<a b='c'/>")
    assert server.last.body == b"<a b='c'/>"


def test_a_request_is_checked_as_if_it_were_json(package: Any, server: Server) -> None:
    server.answers(reply(200, b"<book><title/><lent>1</lent></book>", XML))
    books = client(package, server, validate_requests=True).books
    with pytest.raises(package.errors.RequestValidationError) as raised:
        books.replace_book(id="1", title="a", lent=True, words=[1], kind="film")
    assert [violation.place for violation in raised.value.violations] == [
        "$.kind",
        "$.words[0]",
    ]
    assert server.seen == []
    books.replace_book(id="1", title="a", lent=True, words=["b"], sequel=None)
    assert server.last.body.endswith(
        b'<book><n:title xmlns:n="urn:example:names">a</n:title>'
        b"<lent>true</lent><word>b</word></book>"
    )


def test_a_body_without_anything_is_not_sent_unless_it_is_required(
    package: Any, server: Server
) -> None:
    server.answers(reply(204))
    books = client(package, server).books
    books.add_books(request_body=None)
    assert (server.last.body, server.last.header("content-type")) == (b"", None)
    books.send_report_xml()
    assert server.last.body.endswith(b"<report/>")


def test_a_payload_of_a_webhook_is_read(package: Any) -> None:
    webhooks = importlib.import_module("xml_bodies.webhooks")
    lent = webhooks.lent
    made = lent.parse(b"<Problem code='1'/>", verifier=None)
    assert made == package.components.Problem(code=1)
    with pytest.raises(webhooks.WebhookPayloadError, match="document type declaration"):
        lent.parse(b"<!DOCTYPE Problem><Problem code='1'/>", verifier=None)
    with pytest.raises(webhooks.WebhookPayloadError, match=r"\$\.code: missing"):
        lent.parse("<Problem/>", verifier=None, validation="strict")


def test_only_packages_with_xml_carry_what_reads_it(sdks: Path) -> None:
    carrying = {path.parts[-3] for path in sdks.glob("*/_runtime/xml")}
    assert carrying == {"responses", "xml_bodies"}
