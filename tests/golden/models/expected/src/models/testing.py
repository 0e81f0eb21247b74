"""A client for tests, which sends nothing: `FakeModels`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from models.testing import FakeModels

    with FakeModels() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Models

__all__ = [
    "FakeModels",
    "RecordedCall",
    "Stub",
    "fake_models",
]

_EXAMPLES: Examples = {
    "getPlant": {
        "200": (
            '{"id": "p-1", "kind": "plant", "latin-name": "Acer", "class": "tree", "planted": '
            '"2026-03-01", "watered_at": "2026-03-02T06:30:00Z", "note": null, "height": 1.5, '
            '"tags": ["red", "old"], "sizes": {"2025": 90, "2026": 150}, "beds": [[{"row": 1, '
            '"model_dump": "x"}]], "parts": {"leaf": {"row": 2}}, "offshoots": [{"id": "p-2", '
            '"kind": "plant", "latin-name": "Acer", "note": "small", "height": null, "bed": '
            '{"row": 3}}], "bed": {"row": 3}, "sensor_key": "s3cret", "sensor": {"code": 7, '
            '"online": true}, "anything": [1, {"two": 2}], "extra": {"colour": "green"}}'
        ),
    },
}


class PlantsStubs:
    """What the methods of `Plants` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_plant: Stub[components.Plant] = stubs.of("getPlant", "plants.get_plant")


class FakeModels(Fake[Models]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Models, stubs, (), settings)
        self.plants = PlantsStubs(stubs)


@fixture
def fake_models() -> Iterator[FakeModels]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeModels() as fake:
        yield fake
