"""A client for tests, which sends nothing: `FakeEnums`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from enums.testing import FakeEnums

    with FakeEnums() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Enums

__all__ = [
    "FakeEnums",
    "RecordedCall",
    "Stub",
    "fake_enums",
]

_EXAMPLES: Examples = {
    "startWash": {
        "200": (
            '{"programme": "linen", "state": "running", "history": ["queued", "steaming"], "dry": '
            'true, "result": {"ok": false, "reason": "door", "value": 7}, "grade": 2}'
        ),
    },
}


class WashesStubs:
    """What the methods of `Washes` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.start_wash: Stub[operations.StartWashResponse] = stubs.of(
            "startWash", "washes.start_wash"
        )


class FakeEnums(Fake[Enums]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Enums, stubs, (), settings)
        self.washes = WashesStubs(stubs)


@fixture
def fake_enums() -> Iterator[FakeEnums]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeEnums() as fake:
        yield fake
