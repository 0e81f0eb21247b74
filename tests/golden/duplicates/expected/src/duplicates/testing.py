"""A client for tests, which sends nothing: `FakeDuplicates`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from duplicates.testing import FakeDuplicates

    with FakeDuplicates() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Duplicates

__all__ = [
    "FakeDuplicates",
    "RecordedCall",
    "Stub",
    "fake_duplicates",
]

_EXAMPLES: Examples = {
    "getTunes": {
        "200": (
            '{"now": {"title": "Ode", "by": {"name": "B"}}, "next": {"title": "Air", "by": '
            '{"name": "J"}}}'
        ),
    },
    "addTune": {
        "201": '{"title": "Ode", "by": {"name": "B"}}',
    },
}


class TunesStubs:
    """What the methods of `Tunes` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_tunes: Stub[operations.GetTunesResponse] = stubs.of("getTunes", "tunes.get_tunes")
        self.add_tune: Stub[operations.AddTuneResponse] = stubs.of("addTune", "tunes.add_tune")


class FakeDuplicates(Fake[Duplicates]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Duplicates, stubs, (), settings)
        self.tunes = TunesStubs(stubs)


@fixture
def fake_duplicates() -> Iterator[FakeDuplicates]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeDuplicates() as fake:
        yield fake
