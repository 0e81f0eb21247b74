"""A client for tests, which sends nothing: `FakeWebhooks`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from webhooks.testing import FakeWebhooks

    with FakeWebhooks() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Webhooks

__all__ = [
    "FakeWebhooks",
    "RecordedCall",
    "Stub",
    "fake_webhooks",
]

_EXAMPLES: Examples = {}


class ParcelsStubs:
    """What the methods of `Parcels` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.send_parcel: Stub[None] = stubs.of("sendParcel", "parcels.send_parcel")


class FakeWebhooks(Fake[Webhooks]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Webhooks, stubs, (), settings)
        self.parcels = ParcelsStubs(stubs)


@fixture
def fake_webhooks() -> Iterator[FakeWebhooks]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeWebhooks() as fake:
        yield fake
