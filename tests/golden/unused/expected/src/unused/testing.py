"""A client for tests, which sends nothing: `FakeUnused`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from unused.testing import FakeUnused

    with FakeUnused() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Unused

__all__ = [
    "FakeUnused",
    "RecordedCall",
    "Stub",
    "fake_unused",
]

_EXAMPLES: Examples = {
    "getShip": {
        "200": '{"name": "Swan"}',
    },
}


class ShipsStubs:
    """What the methods of `Ships` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_ship: Stub[components.Ship] = stubs.of("getShip", "ships.get_ship")


class FakeUnused(Fake[Unused]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Unused, stubs, (), settings)
        self.ships = ShipsStubs(stubs)


@fixture
def fake_unused() -> Iterator[FakeUnused]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeUnused() as fake:
        yield fake
