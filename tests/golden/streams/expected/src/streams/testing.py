"""A client for tests, which sends nothing: `FakeStreams`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from streams.testing import FakeStreams

    with FakeStreams() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Streams

__all__ = [
    "FakeStreams",
    "RecordedCall",
    "Stub",
    "fake_streams",
]

_EXAMPLES: Examples = {
    "ask": {
        "200": '{"text": "Me."}',
    },
    "transcribe": {
        "201": '{"text": "La."}',
    },
}


class ShowsStubs:
    """What the methods of `Shows` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.ask: Stub[Any] = stubs.of("ask", "shows.ask")
        self.listen: Stub[Any] = stubs.of("listen", "shows.listen")
        self.watch: Stub[Any] = stubs.of("watch", "shows.watch")
        self.ticker: Stub[Any] = stubs.of("ticker", "shows.ticker")
        self.log: Stub[Any] = stubs.of("log", "shows.log")
        self.records: Stub[Any] = stubs.of("records", "shows.records")
        self.download: Stub[Any] = stubs.of("download", "shows.download")
        self.check: Stub[None] = stubs.of("check", "shows.check")
        self.transcribe: Stub[str | components.Answer | None] = stubs.of(
            "transcribe", "shows.transcribe"
        )


class FakeStreams(Fake[Streams]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Streams, stubs, (), settings)
        self.shows = ShowsStubs(stubs)


@fixture
def fake_streams() -> Iterator[FakeStreams]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeStreams() as fake:
        yield fake
