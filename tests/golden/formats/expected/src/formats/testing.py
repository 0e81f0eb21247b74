"""A client for tests, which sends nothing: `FakeFormats`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from formats.testing import FakeFormats

    with FakeFormats() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Formats

__all__ = [
    "FakeFormats",
    "RecordedCall",
    "Stub",
    "fake_formats",
]

_EXAMPLES: Examples = {
    "setValues": {
        "200": (
            '{"moment": "2030-01-02T03:04:05Z", "day": "2030-01-02", "time": "10:30:00Z", "span": '
            '"P1DT2H", "id": "123e4567-e89b-12d3-a456-426614174000", "link": '
            '"https://formats.example.com/a?b=c", "bytes": "aGVsbG8=", "price": "19.90", "small": '
            '1, "large": 9007199254740993, "ratio": 0.5, "exact": 19.9, "secret": "hunter2", '
            '"encoded": "AAH/", "prices": ["1.10", "100000000000000000000.01"], "amounts": {"a": '
            '0.1, "b": 1.2345678901234567e+19}, "either": "3.50", "odd": "anything", "nothing": '
            'null, "pair": ["a", 1, true], "dates": ["2030-01-02", "2030-01-03T00:00:00Z", '
            '"tomorrow"]}'
        ),
    },
    "sendPrices": {
        "200": '[{"text": "1.50", "number": 1.5, "more": ["2.00"], "tax": "0.19"}]',
    },
}


class ValuesStubs:
    """What the methods of `Values` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.set_values: Stub[components.Values] = stubs.of("setValues", "values.set_values")
        self.send_prices: Stub[list[components.Price]] = stubs.of(
            "sendPrices", "values.send_prices"
        )
        self.send_form: Stub[None] = stubs.of("sendForm", "values.send_form")


class FakeFormats(Fake[Formats]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Formats, stubs, (), settings)
        self.values = ValuesStubs(stubs)


@fixture
def fake_formats() -> Iterator[FakeFormats]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeFormats() as fake:
        yield fake
