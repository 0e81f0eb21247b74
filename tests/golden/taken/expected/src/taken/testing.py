"""A client for tests, which sends nothing: `FakeTaken`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from taken.testing import FakeTaken

    with FakeTaken() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Taken

__all__ = [
    "FakeTaken",
    "RecordedCall",
    "Stub",
    "fake_taken",
]

_EXAMPLES: Examples = {
    "with_raw_response": {
        "200": '{"found": ["a"]}',
    },
}


class Pages_Stubs:
    """What the methods of `Pages_` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.with_raw_response_: Stub[operations.WithRawResponseResponse] = stubs.of(
            "with_raw_response", "pages.with_raw_response_"
        )
        self.property_: Stub[None] = stubs.of("property", "pages.property_")


class CloseStubs:
    """What the methods of `Close` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.raw: Stub[None] = stubs.of("raw", "close_.raw")


class FakeTaken(Fake[Taken]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Taken, stubs, (), settings)
        self.pages = Pages_Stubs(stubs)
        self.close_ = CloseStubs(stubs)


@fixture
def fake_taken() -> Iterator[FakeTaken]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeTaken() as fake:
        yield fake
