"""A client for tests, which sends nothing: `FakeRetries`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from retries.testing import FakeRetries

    with FakeRetries() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Retries

__all__ = [
    "FakeRetries",
    "RecordedCall",
    "Stub",
    "fake_retries",
]

_EXAMPLES: Examples = {}


class CastsStubs:
    """What the methods of `Casts` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_casts: Stub[None] = stubs.of("listCasts", "casts.list_casts")
        self.pour: Stub[None] = stubs.of("pour", "casts.pour")
        self.melt: Stub[None] = stubs.of("melt", "casts.melt")
        self.temper: Stub[None] = stubs.of("temper", "casts.temper")
        self.recast: Stub[None] = stubs.of("recast", "casts.recast")
        self.list_castings: Stub[None] = stubs.of("listCastings", "casts.list_castings")


class FakeRetries(Fake[Retries]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Retries, stubs, (), settings)
        self.casts = CastsStubs(stubs)


@fixture
def fake_retries() -> Iterator[FakeRetries]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeRetries() as fake:
        yield fake
