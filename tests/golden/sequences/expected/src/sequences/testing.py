"""A client for tests, which sends nothing: `FakeSequences`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from sequences.testing import FakeSequences

    with FakeSequences() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Sequences

__all__ = [
    "FakeSequences",
    "RecordedCall",
    "Stub",
    "fake_sequences",
]

_EXAMPLES: Examples = {
    "stored": {
        "200": '{"data": "{\\"mm\\":2}"}',
    },
    "sendShared": {
        "200": '{"knots": 3}',
        "409": '{"message": "Calm."}',
    },
    "ignored": {
        "200": "[1]",
    },
}


class StationsStubs:
    """What the methods of `Stations` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.watch: Stub[Any] = stubs.of("watch", "stations.watch")
        self.report: Stub[None] = stubs.of("report", "stations.report")
        self.watch_kinds: Stub[Any] = stubs.of("watchKinds", "stations.watch_kinds")
        self.stored: Stub[components.Stored] = stubs.of("stored", "stations.stored")
        self.watch_stored: Stub[Any] = stubs.of("watchStored", "stations.watch_stored")
        self.report_data: Stub[None] = stubs.of("reportData", "stations.report_data")
        self.watch_list: Stub[Any] = stubs.of("watchList", "stations.watch_list")
        self.lines: Stub[Any] = stubs.of("lines", "stations.lines")
        self.send_lines: Stub[None] = stubs.of("sendLines", "stations.send_lines")
        self.records: Stub[Any] = stubs.of("records", "stations.records")
        self.send_records: Stub[None] = stubs.of("sendRecords", "stations.send_records")
        self.parts: Stub[list[components.Rain]] = stubs.of("parts", "stations.parts")
        self.send_parts: Stub[None] = stubs.of("sendParts", "stations.send_parts")
        self.shared: Stub[Any] = stubs.of("shared", "stations.shared")
        self.send_shared: Stub[components.Wind] = stubs.of("sendShared", "stations.send_shared")
        self.ignored: Stub[Any] = stubs.of("ignored", "stations.ignored")


class FakeSequences(Fake[Sequences]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Sequences, stubs, (), settings)
        self.stations = StationsStubs(stubs)


@fixture
def fake_sequences() -> Iterator[FakeSequences]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeSequences() as fake:
        yield fake
