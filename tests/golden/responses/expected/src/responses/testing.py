"""A client for tests, which sends nothing: `FakeResponses`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from responses.testing import FakeResponses

    with FakeResponses() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from . import components, operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Responses
from .types import Number

__all__ = [
    "FakeResponses",
    "RecordedCall",
    "Stub",
    "fake_responses",
]

_EXAMPLES: Examples = {
    "listPapers": {
        "200": '[{"title": "The Buoy"}]',
    },
    "orderPaper": {
        "201": '{"title": "The Buoy"}',
        "202": '{"ticket": 17}',
    },
    "count": {
        "2XX": "12",
    },
    "prices": {
        "default": '{"The Buoy": 2.5}',
    },
    "opened": {
        "200": '"2026-03-01T08:00:00Z"',
    },
    "notice": {
        "200": '"Closed."',
    },
    "dump": {
        "200": '{"a": [1, null]}',
    },
    "getCover": {
        "200": '{"title": "The Buoy"}',
    },
    "getFirst": {
        "200": '{"number": "a"}',
    },
    "getWord": {
        "200": '"a"',
    },
}


class PapersStubs:
    """What the methods of `Papers` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_papers: Stub[list[components.Paper]] = stubs.of(
            "listPapers", "papers.list_papers"
        )
        self.order_paper: Stub[components.Paper | operations.OrderPaperResponse | None] = stubs.of(
            "orderPaper", "papers.order_paper"
        )
        self.clear: Stub[None] = stubs.of("clear", "papers.clear")
        self.count: Stub[int] = stubs.of("count", "papers.count")
        self.prices: Stub[dict[str, Number]] = stubs.of("prices", "papers.prices")
        self.opened: Stub[datetime] = stubs.of("opened", "papers.opened")
        self.notice: Stub[str | None] = stubs.of("notice", "papers.notice")
        self.dump: Stub[Any] = stubs.of("dump", "papers.dump")
        self.get_cover: Stub[components.Paper | bytes | str] = stubs.of(
            "getCover", "papers.get_cover"
        )
        self.get_scan: Stub[Any] = stubs.of("getScan", "papers.get_scan")
        self.count_sold: Stub[int] = stubs.of("countSold", "papers.count_sold")
        self.get_ticket: Stub[components.Ticket] = stubs.of("getTicket", "papers.get_ticket")
        self.get_first: Stub[components.Ticket] = stubs.of("getFirst", "papers.get_first")
        self.get_word: Stub[str] = stubs.of("getWord", "papers.get_word")
        self.get_tickets: Stub[list[components.Ticket]] = stubs.of(
            "getTickets", "papers.get_tickets"
        )


class FakeResponses(Fake[Responses]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Responses, stubs, (), settings)
        self.papers = PapersStubs(stubs)


@fixture
def fake_responses() -> Iterator[FakeResponses]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeResponses() as fake:
        yield fake
