"""A client for tests, which sends nothing: `FakeWeather`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from weather.testing import FakeWeather

    with FakeWeather() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Weather

__all__ = [
    "FakeWeather",
    "RecordedCall",
    "Stub",
    "fake_weather",
]

_EXAMPLES: Examples = {}


class StationsStubs:
    """What the methods of `Stations` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_stations: Stub[None] = stubs.of("listStations", "stations.list_stations")
        self.summarize: Stub[None] = stubs.of("summarize", "stations.summarize")
        self.outages: Stub[None] = stubs.of("outages", "stations.outages")
        self.radar: Stub[None] = stubs.of("radar", "stations.radar")
        self.about: Stub[None] = stubs.of("about", "stations.about")


class FakeWeather(Fake[Weather]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Weather, stubs, ("token",), settings)
        self.stations = StationsStubs(stubs)


@fixture
def fake_weather() -> Iterator[FakeWeather]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeWeather() as fake:
        yield fake
