"""A client for tests, which sends nothing: `FakeUnions`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from unions.testing import FakeUnions

    with FakeUnions() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components, operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Unions

__all__ = [
    "FakeUnions",
    "RecordedCall",
    "Stub",
    "fake_unions",
]

_EXAMPLES: Examples = {
    "addAnimal": {
        "200": '{"kind": "dog", "tricks": ["sit"], "friend": {"kind": "cat", "lives": 7}}',
    },
    "listAnimals": {
        "200": (
            '{"animals": [{"kind": "cat", "lives": 9}, {"kind": "dog", "tricks": []}], "vehicles": '
            '[{"vehicle": "car", "doors": 4}, {"vehicle": "lorry", "load": 7.5}, {"vehicle": '
            '"van", "load": 1}], "shapes": [{"radius": 1.5}, {"width": 2, "height": 3}, {"width": '
            '2, "height": 3, "depth": 4}, "circle", null], "events": [{"type": "message", '
            '"content": {"type": "text", "text": "Hello"}}, {"type": "message", "content": '
            '{"type": "image", "url": "https://unions.example.com/1.png"}}, {"type": "error", '
            '"code": 7}], "owner": null}'
        ),
    },
    "sendSignal": {
        "200": (
            '{"signals": [{"status": "done", "name": "b"}, {"status": "failed", "why": "late", '
            '"name": "c"}, {"status": "failed", "why": "refused", "name": "d"}, {"status": "old", '
            '"name": "e"}], "named": {"f": {"status": "running", "name": "f"}}, "vessels": '
            '[{"type": "Ship", "name": "g"}, {"type": "Boat", "name": "h", "oars": 2}]}'
        ),
    },
}


class AnimalsStubs:
    """What the methods of `Animals` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_animal: Stub[components.Animal] = stubs.of("addAnimal", "animals.add_animal")
        self.list_animals: Stub[components.Zoo] = stubs.of("listAnimals", "animals.list_animals")
        self.set_settings: Stub[None] = stubs.of("setSettings", "animals.set_settings")
        self.send_signal: Stub[operations.SendSignalResponse] = stubs.of(
            "sendSignal", "animals.send_signal"
        )


class FakeUnions(Fake[Unions]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Unions, stubs, (), settings)
        self.animals = AnimalsStubs(stubs)


@fixture
def fake_unions() -> Iterator[FakeUnions]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeUnions() as fake:
        yield fake
