"""A client for tests, which sends nothing: `FakeConstraints`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from constraints.testing import FakeConstraints

    with FakeConstraints() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Constraints

__all__ = [
    "FakeConstraints",
    "RecordedCall",
    "Stub",
    "fake_constraints",
]

_EXAMPLES: Examples = {
    "listPlants": {
        "200": '[{"name": "", "height": -1, "tags": ["a", "a"]}]',
    },
}


class PlantsStubs:
    """What the methods of `Plants` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_plants: Stub[list[components.Plant]] = stubs.of(
            "listPlants", "plants.list_plants"
        )
        self.add_plant: Stub[None] = stubs.of("addPlant", "plants.add_plant")
        self.replace_plants: Stub[None] = stubs.of("replacePlants", "plants.replace_plants")
        self.rename_plant: Stub[None] = stubs.of("renamePlant", "plants.rename_plant")
        self.find_plans: Stub[None] = stubs.of("findPlans", "plants.find_plans")
        self.put_plan: Stub[None] = stubs.of("putPlan", "plants.put_plan")
        self.add_picture: Stub[None] = stubs.of("addPicture", "plants.add_picture")


class FakeConstraints(Fake[Constraints]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Constraints, stubs, (), settings)
        self.plants = PlantsStubs(stubs)


@fixture
def fake_constraints() -> Iterator[FakeConstraints]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeConstraints() as fake:
        yield fake
