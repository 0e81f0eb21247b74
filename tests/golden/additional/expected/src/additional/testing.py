"""A client for tests, which sends nothing: `FakeAdditional`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from additional.testing import FakeAdditional

    with FakeAdditional() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Additional

__all__ = [
    "FakeAdditional",
    "RecordedCall",
    "Stub",
    "fake_additional",
]

_EXAMPLES: Examples = {
    "addRecord": {
        "200": (
            '{"free": {"name": "a", "colour": "red", "sizes": [1, 2]}, "typed": {"total": 1, '
            '"parts": 0.5}, "models": {"a": {"name": "b", "x": 1}}, "patterns": {"x-a": "text", '
            '"x-b": "other"}, "mixed": {"n1": 1, "s1": "text"}, "closed": {"name": "c"}, "any": '
            '{"x": [1]}, "anys": [1, null, {"a": "b"}], "choice": 1, "old": ["a", 1]}'
        ),
    },
}


class RecordsStubs:
    """What the methods of `Records` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_record: Stub[components.Record] = stubs.of("addRecord", "records.add_record")


class FakeAdditional(Fake[Additional]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Additional, stubs, (), settings)
        self.records = RecordsStubs(stubs)


@fixture
def fake_additional() -> Iterator[FakeAdditional]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeAdditional() as fake:
        yield fake
