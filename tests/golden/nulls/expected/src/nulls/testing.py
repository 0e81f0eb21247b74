"""A client for tests, which sends nothing: `FakeNulls`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from nulls.testing import FakeNulls

    with FakeNulls() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Nulls

__all__ = [
    "FakeNulls",
    "RecordedCall",
    "Stub",
    "fake_nulls",
]

_EXAMPLES: Examples = {}


class BoxesStubs:
    """What the methods of `Boxes` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_box: Stub[None] = stubs.of("addBox", "boxes.add_box")
        self.update_box: Stub[None] = stubs.of("updateBox", "boxes.update_box")
        self.set_text: Stub[None] = stubs.of("setText", "boxes.set_text")
        self.set_anything: Stub[None] = stubs.of("setAnything", "boxes.set_anything")
        self.add_file: Stub[None] = stubs.of("addFile", "boxes.add_file")


class FakeNulls(Fake[Nulls]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Nulls, stubs, (), settings)
        self.boxes = BoxesStubs(stubs)


@fixture
def fake_nulls() -> Iterator[FakeNulls]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeNulls() as fake:
        yield fake
