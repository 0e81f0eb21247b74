"""A client for tests, which sends nothing: `FakeParts`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from parts.testing import FakeParts

    with FakeParts() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Parts

__all__ = [
    "FakeParts",
    "RecordedCall",
    "Stub",
    "fake_parts",
]

_EXAMPLES: Examples = {}


class ScansStubs:
    """What the methods of `Scans` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.send_photos: Stub[None] = stubs.of("sendPhotos", "scans.send_photos")
        self.send_report: Stub[None] = stubs.of("sendReport", "scans.send_report")
        self.send_pair: Stub[None] = stubs.of("sendPair", "scans.send_pair")
        self.send_form: Stub[None] = stubs.of("sendForm", "scans.send_form")


class FakeParts(Fake[Parts]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Parts, stubs, (), settings)
        self.scans = ScansStubs(stubs)


@fixture
def fake_parts() -> Iterator[FakeParts]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeParts() as fake:
        yield fake
