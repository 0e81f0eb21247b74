"""A client for tests, which sends nothing: `FakeStyles`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from styles.testing import FakeStyles

    with FakeStyles() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Styles

__all__ = [
    "FakeStyles",
    "RecordedCall",
    "Stub",
    "fake_styles",
]

_EXAMPLES: Examples = {}


class ColoursStubs:
    """What the methods of `Colours` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.in_simple_style: Stub[None] = stubs.of("inSimpleStyle", "colours.in_simple_style")
        self.in_other_styles: Stub[None] = stubs.of("inOtherStyles", "colours.in_other_styles")
        self.query: Stub[None] = stubs.of("query", "colours.query")
        self.in_headers: Stub[None] = stubs.of("inHeaders", "colours.in_headers")
        self.with_names: Stub[None] = stubs.of("withNames", "colours.with_names")
        self.get_file: Stub[None] = stubs.of("getFile", "colours.get_file")
        self.find_names: Stub[None] = stubs.of("findNames", "colours.find_names")


class FakeStyles(Fake[Styles]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Styles, stubs, (), settings)
        self.colours = ColoursStubs(stubs)


@fixture
def fake_styles() -> Iterator[FakeStyles]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeStyles() as fake:
        yield fake
