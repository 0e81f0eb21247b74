"""A client for tests, which sends nothing: `FakeParameters`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from parameters.testing import FakeParameters

    with FakeParameters() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Parameters

__all__ = [
    "FakeParameters",
    "RecordedCall",
    "Stub",
    "fake_parameters",
]

_EXAMPLES: Examples = {}


class CrossingsStubs:
    """What the methods of `Crossings` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_crossing: Stub[None] = stubs.of("getCrossing", "crossings.get_crossing")


class FakeParameters(Fake[Parameters]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Parameters, stubs, (), settings)
        self.crossings = CrossingsStubs(stubs)


@fixture
def fake_parameters() -> Iterator[FakeParameters]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeParameters() as fake:
        yield fake
