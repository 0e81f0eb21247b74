"""A client for tests, which sends nothing: `FakeTuples`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from tuples.testing import FakeTuples

    with FakeTuples() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Tuples

__all__ = [
    "FakeTuples",
    "RecordedCall",
    "Stub",
    "fake_tuples",
]

_EXAMPLES: Examples = {
    "findPlaces": {
        "200": (
            '[{"name": "Pier", "at": [1.5, 2], "owner": [{"name": "Ada"}, "boss", null], "opened": '
            '["2026-01-02", {"note": "rain"}], "log": [[1, {"name": "Bo"}], [2, {"name": "Cy"}]], '
            '"either": [1, 2], "rest": ["a", 1, true, {"b": 2}]}]'
        ),
        "4XX": '{"wrong": ["bytes", 3]}',
    },
    "addPlace": {
        "200": "[1, [2, null]]",
    },
}


class PlacesStubs:
    """What the methods of `Places` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.find_places: Stub[list[components.Place]] = stubs.of(
            "findPlaces", "places.find_places"
        )
        self.add_place: Stub[components.Tree] = stubs.of("addPlace", "places.add_place")
        self.send_form: Stub[None] = stubs.of("sendForm", "places.send_form")
        self.send_parts: Stub[None] = stubs.of("sendParts", "places.send_parts")
        self.send_mixed: Stub[tuple[components.Person, int]] = stubs.of(
            "sendMixed", "places.send_mixed"
        )


class FakeTuples(Fake[Tuples]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Tuples, stubs, (), settings)
        self.places = PlacesStubs(stubs)


@fixture
def fake_tuples() -> Iterator[FakeTuples]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeTuples() as fake:
        yield fake
