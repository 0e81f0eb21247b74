"""A client for tests, which sends nothing: `FakeHarbourMaster`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from harbour.testing import FakeHarbourMaster

    with FakeHarbourMaster() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import HarbourMaster

__all__ = [
    "FakeHarbourMaster",
    "RecordedCall",
    "Stub",
    "fake_harbour",
]

_EXAMPLES: Examples = {
    "getBoat": {
        "200": '{"name": "Lea"}',
    },
    "findBoat": {
        "200": '{"name": "Lea"}',
    },
}


class BoatsStubs:
    """What the methods of `Boats` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_boat: Stub[components.BoatResponse] = stubs.of("getBoat", "boats.get_boat")
        self.find_boat: Stub[components.BoatResponse] = stubs.of("findBoat", "boats.find_boat")


class APIKeysStubs:
    """What the methods of `APIKeys` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_keys: Stub[None] = stubs.of("listKeys", "api_keys.list_keys")


class TypesStubs:
    """What the methods of `Types` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_types: Stub[None] = stubs.of("listTypes", "types.list_types")


class HarbourMaster_Stubs:
    """What the methods of `HarbourMaster_` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.wake: Stub[None] = stubs.of("wake", "harbour_master.wake")


class ImportStubs:
    """What the methods of `Import` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.import_boat: Stub[None] = stubs.of("importBoat", "import_.import_boat")


class Resource7SeasStubs:
    """What the methods of `Resource7Seas` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.sail: Stub[None] = stubs.of("sail", "resource_7_seas.sail")


class CloseStubs:
    """What the methods of `Close` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.drift: Stub[None] = stubs.of("drift", "close_.drift")


class DefaultStubs:
    """What the methods of `Default` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.anchor: Stub[None] = stubs.of("anchor", "default.anchor")


class AnchorsAndChainsStubs:
    """What the methods of `AnchorsAndChains` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.drop_anchor: Stub[None] = stubs.of("drop anchor", "anchors_and_chains.drop_anchor")


class FakeHarbourMaster(Fake[HarbourMaster]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(HarbourMaster, stubs, (), settings)
        self.boats = BoatsStubs(stubs)
        self.api_keys = APIKeysStubs(stubs)
        self.types = TypesStubs(stubs)
        self.harbour_master = HarbourMaster_Stubs(stubs)
        self.import_ = ImportStubs(stubs)
        self.resource_7_seas = Resource7SeasStubs(stubs)
        self.close_ = CloseStubs(stubs)
        self.default = DefaultStubs(stubs)
        self.anchors_and_chains = AnchorsAndChainsStubs(stubs)


@fixture
def fake_harbour() -> Iterator[FakeHarbourMaster]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeHarbourMaster() as fake:
        yield fake
