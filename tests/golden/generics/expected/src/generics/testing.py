"""A client for tests, which sends nothing: `FakeGenerics`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from generics.testing import FakeGenerics

    with FakeGenerics() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Generics

__all__ = [
    "FakeGenerics",
    "RecordedCall",
    "Stub",
    "fake_generics",
]

_EXAMPLES: Examples = {
    "listUsers": {
        "200": '{"items": [{"name": "Ada"}], "next": {"items": []}}',
    },
    "listKeys": {
        "200": '{"data": {"items": [{"hash": "k1"}]}, "total": 1}',
    },
    "listThings": {
        "200": '{"items": [1, {"a": "b"}]}',
    },
    "addTree": {
        "200": '{"children": [{"children": []}]}',
    },
}


class Pages_Stubs:
    """What the methods of `Pages_` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_users: Stub[components.UserPage] = stubs.of("listUsers", "pages.list_users")
        self.list_keys: Stub[components.KeyEnvelope] = stubs.of("listKeys", "pages.list_keys")
        self.list_things: Stub[components.Page] = stubs.of("listThings", "pages.list_things")
        self.add_tree: Stub[components.Tree] = stubs.of("addTree", "pages.add_tree")


class FakeGenerics(Fake[Generics]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Generics, stubs, (), settings)
        self.pages = Pages_Stubs(stubs)


@fixture
def fake_generics() -> Iterator[FakeGenerics]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeGenerics() as fake:
        yield fake
