"""A client for tests, which sends nothing: `FakeXmlBodies`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from xml_bodies.testing import FakeXmlBodies

    with FakeXmlBodies() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components, operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import XmlBodies

__all__ = [
    "FakeXmlBodies",
    "RecordedCall",
    "Stub",
    "fake_xml_bodies",
]

_EXAMPLES: Examples = {
    "replaceBook": {
        "default": '{"code": 2}',
    },
    "report": {
        "200": '{"lent": 5}',
    },
}


class BooksStubs:
    """What the methods of `Books` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.replace_book: Stub[components.Book] = stubs.of("replaceBook", "books.replace_book")
        self.add_books: Stub[list[components.Book]] = stubs.of("addBooks", "books.add_books")
        self.count_books: Stub[int] = stubs.of("countBooks", "books.count_books")
        self.report: Stub[operations.ReportResponse | operations.ReportResponse2] = stubs.of(
            "report", "books.report"
        )
        self.send_report: Stub[None] = stubs.of("sendReport", "books.send_report")
        self.send_report_xml: Stub[None] = stubs.of("sendReport_xml", "books.send_report_xml")
        self.put_same: Stub[None] = stubs.of("putSame", "books.put_same")
        self.put_text: Stub[str] = stubs.of("putText", "books.put_text")


class FakeXmlBodies(Fake[XmlBodies]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(XmlBodies, stubs, (), settings)
        self.books = BooksStubs(stubs)


@fixture
def fake_xml_bodies() -> Iterator[FakeXmlBodies]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeXmlBodies() as fake:
        yield fake
