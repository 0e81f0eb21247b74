"""A client for tests, which sends nothing: `FakeShadowed`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from shadowed.testing import FakeShadowed

    with FakeShadowed() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Shadowed
from .types import Number

__all__ = [
    "FakeShadowed",
    "RecordedCall",
    "Stub",
    "fake_shadowed",
]

_EXAMPLES: Examples = {
    "list": {
        "200": '["Ulysses"]',
    },
    "dict": {
        "200": '{"a": [1.5]}',
    },
    "str": {
        "200": '"text"',
    },
    "import": {
        "200": (
            '{"list": ["a"], "str": "b", "date": "2026-03-01", "datetime": "2026-03-01T00:00:00Z", '
            '"field": ["c"], "more": {"list": 1}, "components": {"kind": "c", "any": {"any": 1}, '
            '"secret-key": "s", "model": {}}}'
        ),
    },
    "components": {
        "200": '{"list": 1}',
    },
    "date": {
        "200": '"2026-03-01"',
    },
}


class BooksStubs:
    """What the methods of `Books` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[list[str]] = stubs.of("list", "books.list")
        self.dict: Stub[dict[str, list[Number]]] = stubs.of("dict", "books.dict")
        self.str: Stub[str] = stubs.of("str", "books.str")
        self.import_: Stub[components.Record] = stubs.of("import", "books.import_")
        self.components: Stub[components.List] = stubs.of("components", "books.components")
        self.date: Stub[date] = stubs.of("date", "books.date")


class FakeShadowed(Fake[Shadowed]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Shadowed, stubs, (), settings)
        self.books = BooksStubs(stubs)


@fixture
def fake_shadowed() -> Iterator[FakeShadowed]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeShadowed() as fake:
        yield fake
