"""A client for tests, which sends nothing: `FakeAccess`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from access.testing import FakeAccess

    with FakeAccess() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Access

__all__ = [
    "FakeAccess",
    "RecordedCall",
    "Stub",
    "fake_access",
]

_EXAMPLES: Examples = {
    "addUser": {
        "200": '{"id": 1, "name": "Ann", "seen": "2030-01-01", "teams": [{"id": 2, "title": "A"}]}',
    },
}


class UsersStubs:
    """What the methods of `Users` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_user: Stub[components.User] = stubs.of("addUser", "users.add_user")
        self.set_teams: Stub[None] = stubs.of("setTeams", "users.set_teams")
        self.mark_users: Stub[None] = stubs.of("markUsers", "users.mark_users")
        self.hint_users: Stub[None] = stubs.of("hintUsers", "users.hint_users")
        self.sign_users: Stub[None] = stubs.of("signUsers", "users.sign_users")
        self.scan_users: Stub[None] = stubs.of("scanUsers", "users.scan_users")


class FakeAccess(Fake[Access]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Access, stubs, (), settings)
        self.users = UsersStubs(stubs)


@fixture
def fake_access() -> Iterator[FakeAccess]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeAccess() as fake:
        yield fake
