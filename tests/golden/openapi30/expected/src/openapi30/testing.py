"""A client for tests, which sends nothing: `FakeOpenapi30`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from openapi30.testing import FakeOpenapi30

    with FakeOpenapi30() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Openapi30

__all__ = [
    "FakeOpenapi30",
    "RecordedCall",
    "Stub",
    "fake_openapi30",
]

_EXAMPLES: Examples = {
    "addStar": {
        "201": (
            '{"name": "Sirius", "magnitude": -1.4, "colour": "blue", "catalogue": {"number": '
            '2491}, "near": {"number": 1}, "seen": []}'
        ),
    },
}


class StarsStubs:
    """What the methods of `Stars` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_star: Stub[components.Star] = stubs.of("addStar", "stars.add_star")


class FakeOpenapi30(Fake[Openapi30]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Openapi30, stubs, (), settings)
        self.stars = StarsStubs(stubs)


@fixture
def fake_openapi30() -> Iterator[FakeOpenapi30]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeOpenapi30() as fake:
        yield fake
