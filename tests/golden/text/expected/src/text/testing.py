"""A client for tests, which sends nothing: `FakeText`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from text.testing import FakeText

    with FakeText() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Text

__all__ = [
    "FakeText",
    "RecordedCall",
    "Stub",
    "fake_text",
]

_EXAMPLES: Examples = {
    "sendText": {
        "200": '{"a": "b"}',
        "400": '{"why": "x"}',
    },
}


class TextsStubs:
    """What the methods of `Texts` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.send_text: Stub[components.Answer] = stubs.of("sendText", "texts.send_text")
        self.quote_text: Stub[None] = stubs.of("quoteText", "texts.quote_text")


class FakeText(Fake[Text]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Text, stubs, (), settings)
        self.texts = TextsStubs(stubs)


@fixture
def fake_text() -> Iterator[FakeText]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeText() as fake:
        yield fake
