"""A client for tests, which sends nothing: `FakeSecurity`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from security.testing import FakeSecurity

    with FakeSecurity() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Security

__all__ = [
    "FakeSecurity",
    "RecordedCall",
    "Stub",
    "fake_security",
]

_EXAMPLES: Examples = {}


class BerthsStubs:
    """What the methods of `Berths` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_berths: Stub[None] = stubs.of("listBerths", "berths.list_berths")
        self.add_berth: Stub[None] = stubs.of("addBerth", "berths.add_berth")
        self.remove_berths: Stub[None] = stubs.of("removeBerths", "berths.remove_berths")
        self.count_free_berths: Stub[None] = stubs.of("countFreeBerths", "berths.count_free_berths")
        self.reserve_berth: Stub[None] = stubs.of("reserveBerth", "berths.reserve_berth")
        self.call_pilot: Stub[None] = stubs.of("callPilot", "berths.call_pilot")
        self.fetched_only: Stub[None] = stubs.of("fetchedOnly", "berths.fetched_only")
        self.identify: Stub[None] = stubs.of("identify", "berths.identify")


class FakeSecurity(Fake[Security]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(
            Security,
            stubs,
            (
                "token_auth",
                "pilot",
                "harbour_id",
                "username",
                "password",
                "sid",
                "custom",
                "fetched",
                "client_id",
                "client_secret",
                "token_url",
                "oidc",
            ),
            settings,
        )
        self.berths = BerthsStubs(stubs)


@fixture
def fake_security() -> Iterator[FakeSecurity]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeSecurity() as fake:
        yield fake
