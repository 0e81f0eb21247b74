"""A client for tests, which sends nothing: `FakeWholeQuery`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from whole_query.testing import FakeWholeQuery

    with FakeWholeQuery() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import WholeQuery

__all__ = [
    "FakeWholeQuery",
    "RecordedCall",
    "Stub",
    "fake_whole_query",
]

_EXAMPLES: Examples = {}


class FindsStubs:
    """What the methods of `Finds` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.by_form: Stub[None] = stubs.of("byForm", "finds.by_form")
        self.by_json: Stub[None] = stubs.of("byJson", "finds.by_json")
        self.by_text: Stub[None] = stubs.of("byText", "finds.by_text")
        self.by_both: Stub[None] = stubs.of("byBoth", "finds.by_both")
        self.cookies: Stub[None] = stubs.of("cookies", "finds.cookies")
        self.reserved: Stub[None] = stubs.of("reserved", "finds.reserved")


class FakeWholeQuery(Fake[WholeQuery]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(WholeQuery, stubs, (), settings)
        self.finds = FindsStubs(stubs)


@fixture
def fake_whole_query() -> Iterator[FakeWholeQuery]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeWholeQuery() as fake:
        yield fake
