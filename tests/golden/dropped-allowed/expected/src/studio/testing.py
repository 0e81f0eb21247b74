"""A client for tests, which sends nothing: `FakeStudio`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from studio.testing import FakeStudio

    with FakeStudio() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Studio

__all__ = [
    "FakeStudio",
    "RecordedCall",
    "Stub",
    "fake_studio",
]

_EXAMPLES: Examples = {
    "getRecording": {
        "200": '{"id": 1}',
    },
}


class RecordingsStubs:
    """What the methods of `Recordings` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_recording: Stub[components.Recording] = stubs.of(
            "getRecording", "recordings.get_recording"
        )


class FakeStudio(Fake[Studio]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Studio, stubs, (), settings)
        self.recordings = RecordingsStubs(stubs)


@fixture
def fake_studio() -> Iterator[FakeStudio]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeStudio() as fake:
        yield fake
