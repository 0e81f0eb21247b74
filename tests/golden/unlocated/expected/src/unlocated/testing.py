"""A client for tests, which sends nothing: `FakeUnlocated`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from unlocated.testing import FakeUnlocated

    with FakeUnlocated() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Unlocated

__all__ = [
    "FakeUnlocated",
    "RecordedCall",
    "Stub",
    "fake_unlocated",
]

_EXAMPLES: Examples = {
    "list": {
        "200": '["north", "south"]',
    },
}


class BuoysStubs:
    """What the methods of `Buoys` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[list[str]] = stubs.of("list", "buoys.list")


class FakeUnlocated(Fake[Unlocated]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Unlocated, stubs, ("token",), settings)
        self.buoys = BuoysStubs(stubs)


@fixture
def fake_unlocated() -> Iterator[FakeUnlocated]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeUnlocated() as fake:
        yield fake
