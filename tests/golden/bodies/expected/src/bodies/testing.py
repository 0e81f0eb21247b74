"""A client for tests, which sends nothing: `FakeBodies`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from bodies.testing import FakeBodies

    with FakeBodies() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Bodies

__all__ = [
    "FakeBodies",
    "RecordedCall",
    "Stub",
    "fake_bodies",
]

_EXAMPLES: Examples = {}


class ParcelsStubs:
    """What the methods of `Parcels` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.send_parcel: Stub[None] = stubs.of("sendParcel", "parcels.send_parcel")
        self.replace_parcels: Stub[None] = stubs.of("replaceParcels", "parcels.replace_parcels")
        self.change_parcel: Stub[None] = stubs.of("changeParcel", "parcels.change_parcel")
        self.label_parcel: Stub[None] = stubs.of("labelParcel", "parcels.label_parcel")
        self.weigh_parcel: Stub[None] = stubs.of("weighParcel", "parcels.weigh_parcel")


class FakeBodies(Fake[Bodies]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Bodies, stubs, (), settings)
        self.parcels = ParcelsStubs(stubs)


@fixture
def fake_bodies() -> Iterator[FakeBodies]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeBodies() as fake:
        yield fake
