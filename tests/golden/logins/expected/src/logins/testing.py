"""A client for tests, which sends nothing: `FakeLogins`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from logins.testing import FakeLogins

    with FakeLogins() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Logins

__all__ = [
    "FakeLogins",
    "RecordedCall",
    "Stub",
    "fake_logins",
]

_EXAMPLES: Examples = {}


class RecordsStubs:
    """What the methods of `Records` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_records: Stub[None] = stubs.of("listRecords", "records.list_records")
        self.add_record: Stub[None] = stubs.of("addRecord", "records.add_record")
        self.remove_records: Stub[None] = stubs.of("removeRecords", "records.remove_records")
        self.repair_records: Stub[None] = stubs.of("repairRecords", "records.repair_records")


class FakeLogins(Fake[Logins]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(
            Logins,
            stubs,
            (
                "person",
                "person_client_id",
                "person_client_secret",
                "person_token_url",
                "television",
                "anyone",
                "anyone_client_id",
                "anyone_client_secret",
                "anyone_token_url",
                "machine",
                "machine_client_id",
                "machine_client_secret",
                "machine_token_url",
                "incomplete",
            ),
            settings,
        )
        self.records = RecordsStubs(stubs)


@fixture
def fake_logins() -> Iterator[FakeLogins]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeLogins() as fake:
        yield fake
