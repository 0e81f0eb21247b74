"""A client for tests, which sends nothing: `FakeBakery`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from bakery.testing import FakeBakery

    with FakeBakery() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Bakery

__all__ = [
    "FakeBakery",
    "RecordedCall",
    "Stub",
    "fake_bakery",
]

_EXAMPLES: Examples = {
    "getLoaf": {
        "200": '{"grams": 750}',
        "400": '{"error": {"code": 400, "message": "No such flour."}}',
        "404": '{"message": "Sold out.", "sold_out_at": "2026-03-01T10:00:00Z"}',
        "422": '{"error": {"code": 400, "message": "No such flour."}}',
        "4XX": '{"code": 1}',
        "default": '{"code": 2}',
    },
    "eatLoaf": {
        "409": '{"code": 3, "by": "Ann"}',
        "410": '["Ann"]',
    },
    "listFaults": {
        "200": '[{"code": 4}]',
    },
}


class LoavesStubs:
    """What the methods of `Loaves` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_loaf: Stub[components.Loaf] = stubs.of("getLoaf", "loaves.get_loaf")
        self.eat_loaf: Stub[None] = stubs.of("eatLoaf", "loaves.eat_loaf")
        self.list_faults: Stub[list[components.Fault]] = stubs.of(
            "listFaults", "loaves.list_faults"
        )


class FakeBakery(Fake[Bakery]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Bakery, stubs, (), settings)
        self.loaves = LoavesStubs(stubs)


@fixture
def fake_bakery() -> Iterator[FakeBakery]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeBakery() as fake:
        yield fake
