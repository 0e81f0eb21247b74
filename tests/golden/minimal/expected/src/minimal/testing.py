"""A client for tests, which sends nothing: `FakeMinimal`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from minimal.testing import FakeMinimal

    with FakeMinimal() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Minimal

__all__ = [
    "FakeMinimal",
    "RecordedCall",
    "Stub",
    "fake_minimal",
]

_EXAMPLES: Examples = {
    "get /lamp": {
        "200": '{"lit": true}',
    },
}


class DefaultStubs:
    """What the methods of `Default` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_lamp: Stub[operations.GetLampResponse] = stubs.of("get /lamp", "default.get_lamp")


class FakeMinimal(Fake[Minimal]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Minimal, stubs, (), settings)
        self.default = DefaultStubs(stubs)


@fixture
def fake_minimal() -> Iterator[FakeMinimal]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeMinimal() as fake:
        yield fake
