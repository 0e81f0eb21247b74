"""A client for tests, which sends nothing: `FakeFallbacks`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from fallbacks.testing import FakeFallbacks

    with FakeFallbacks() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Fallbacks

__all__ = [
    "FakeFallbacks",
    "RecordedCall",
    "Stub",
    "fake_fallbacks",
]

_EXAMPLES: Examples = {
    "listPets": {
        "200": (
            '[{"kind": "cat", "lives": 9}, {"kind": "Dog", "bark": "wuff"}, {"kind": "bird", '
            '"name": "Bo"}, {"name": "Al"}]'
        ),
    },
    "listFamilies": {
        "200": '[{"kind": "Lion", "mane": true}, {"kind": "Yeti", "height": 3}, {"height": 2}]',
    },
}


class PetsStubs:
    """What the methods of `Pets` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_pets: Stub[list[components.Pet]] = stubs.of("listPets", "pets.list_pets")
        self.add_pet: Stub[None] = stubs.of("addPet", "pets.add_pet")
        self.list_families: Stub[list[components.Wild]] = stubs.of(
            "listFamilies", "pets.list_families"
        )


class FakeFallbacks(Fake[Fallbacks]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Fallbacks, stubs, (), settings)
        self.pets = PetsStubs(stubs)


@fixture
def fake_fallbacks() -> Iterator[FakeFallbacks]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeFallbacks() as fake:
        yield fake
