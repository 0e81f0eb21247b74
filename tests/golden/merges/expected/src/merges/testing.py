"""A client for tests, which sends nothing: `FakeMerges`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from merges.testing import FakeMerges

    with FakeMerges() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Merges

__all__ = [
    "FakeMerges",
    "RecordedCall",
    "Stub",
    "fake_merges",
]

_EXAMPLES: Examples = {
    "setPart": {
        "200": (
            '{"id": 1, "size": 2, "note": null, "state": "open", "made": "2030-01-01", "inner": '
            '{"a": 1, "b": "x"}, "box": {"id": 3, "size": null}}'
        ),
    },
    "addVehicle": {
        "200": (
            '[{"type": "Lorry", "wheels": 6, "load": 2.5}, {"type": "Trailer", "wheels": 12, '
            '"load": 2.5, "axles": 4}, {"type": "twowheeler", "wheels": 2, "bell": true}, {"type": '
            '"cart", "wheels": 1}]'
        ),
    },
    "listMessages": {
        "200": '[{"id": 1, "text": "Hello"}, {"id": 2, "url": "https://merges.example.com/2"}]',
    },
}


class PartsStubs:
    """What the methods of `Parts` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.set_part: Stub[components.Whole] = stubs.of("setPart", "parts.set_part")
        self.add_vehicle: Stub[list[components.Vehicle]] = stubs.of(
            "addVehicle", "parts.add_vehicle"
        )
        self.list_messages: Stub[list[components.Message]] = stubs.of(
            "listMessages", "parts.list_messages"
        )


class FakeMerges(Fake[Merges]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Merges, stubs, (), settings)
        self.parts = PartsStubs(stubs)


@fixture
def fake_merges() -> Iterator[FakeMerges]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeMerges() as fake:
        yield fake
