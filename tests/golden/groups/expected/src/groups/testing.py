"""A client for tests, which sends nothing: `FakeGroups`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from groups.testing import FakeGroups

    with FakeGroups() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Groups

__all__ = [
    "FakeGroups",
    "RecordedCall",
    "Stub",
    "fake_groups",
]

_EXAMPLES: Examples = {
    "listBooks": {
        "200": '{"title": "Emma"}',
    },
    "askForBook": {
        "200": '{"title": "Emma"}',
    },
    "getBook": {
        "200": '{"title": "Emma"}',
    },
    "search": {
        "200": '{"title": "Emma"}',
    },
    "listLoans": {
        "200": '{"title": "Emma"}',
    },
}


class BooksStubs:
    """What the methods of `Books` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[components.Book] = stubs.of("listBooks", "books.list")
        self.ask_for_book: Stub[Any] = stubs.of("askForBook", "books.ask_for_book")
        self.get_book: Stub[components.Book] = stubs.of("getBook", "books.get_book")
        self.search: Stub[components.Book] = stubs.of("search", "books.search")


class ArchiveStubs:
    """What the methods of `Archive` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.old_books = OldBooksStubs(stubs)


class OldBooksStubs:
    """What the methods of `OldBooks` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[components.Book] = stubs.of("listBooks", "archive.old_books.list")
        self.ask_for_book: Stub[Any] = stubs.of("askForBook", "archive.old_books.ask_for_book")
        self.search: Stub[components.Book] = stubs.of("search", "archive.old_books.search")
        self.count: Stub[None] = stubs.of("count", "archive.old_books.count")
        self.few: Stub[None] = stubs.of("few", "archive.old_books.few")
        self.list_2: Stub[None] = stubs.of("list", "archive.old_books.list_2")


class LoansStubs:
    """What the methods of `Loans` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_loans: Stub[components.Book] = stubs.of("listLoans", "loans.list_loans")
        self.borrow: Stub[None] = stubs.of("borrow", "loans.borrow")


class BetaStubs:
    """What the methods of `Beta` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.loans = BetaLoansStubs(stubs)
        self.loans_: Stub[None] = stubs.of("loans", "beta.loans_")


class BetaLoansStubs:
    """What the methods of `BetaLoans` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_loans: Stub[components.Book] = stubs.of("listLoans", "beta.loans.list_loans")
        self.borrow: Stub[None] = stubs.of("borrow", "beta.loans.borrow")


class MyShelfStubs:
    """What the methods of `MyShelf` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.open: Stub[None] = stubs.of("readShelf", "my_shelf.open")
        self.fill_shelf: Stub[None] = stubs.of("fillShelf", "my_shelf.fill_shelf")
        self.empty: Stub[None] = stubs.of("clearShelf", "my_shelf.empty")


class HouseStubs:
    """What the methods of `House` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.rooms = RoomsStubs(stubs)
        self.with_raw_response_ = WithRawResponseStubs(stubs)


class RoomsStubs:
    """What the methods of `Rooms` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.reading = ReadingStubs(stubs)


class ReadingStubs:
    """What the methods of `Reading` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_rooms: Stub[None] = stubs.of("listRooms", "house.rooms.reading.list_rooms")
        self.book_room: Stub[None] = stubs.of("bookRoom", "house.rooms.reading.book_room")


class WithRawResponseStubs:
    """What the methods of `WithRawResponse` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.book_room: Stub[None] = stubs.of("bookRoom", "house.with_raw_response_.book_room")


class Version10Stubs:
    """What the methods of `Version10` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.close_room: Stub[None] = stubs.of("closeRoom", "version_1_0.close_room")


class FakeGroups(Fake[Groups]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Groups, stubs, (), settings)
        self.books = BooksStubs(stubs)
        self.archive = ArchiveStubs(stubs)
        self.loans = LoansStubs(stubs)
        self.beta = BetaStubs(stubs)
        self.my_shelf = MyShelfStubs(stubs)
        self.house = HouseStubs(stubs)
        self.version_1_0 = Version10Stubs(stubs)


@fixture
def fake_groups() -> Iterator[FakeGroups]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeGroups() as fake:
        yield fake
