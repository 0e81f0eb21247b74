"""A client for tests, which sends nothing: `FakeRecursive`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from recursive.testing import FakeRecursive

    with FakeRecursive() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Recursive

__all__ = [
    "FakeRecursive",
    "RecordedCall",
    "Stub",
    "fake_recursive",
]

_EXAMPLES: Examples = {
    "setTree": {
        "200": (
            '{"left": {"value": 1}, "right": {"value": ["a", null, ["b", {"c": null, "d": true}]], '
            '"rows": [[], [[]]]}, "filter": {"and": [{"field": "a", "equals": 1}, {"and": []}]}, '
            '"grid": ["a", ["b", [null]], null], "either": 7}'
        ),
    },
}


class TreesStubs:
    """What the methods of `Trees` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.set_tree: Stub[components.Tree] = stubs.of("setTree", "trees.set_tree")


class FakeRecursive(Fake[Recursive]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Recursive, stubs, (), settings)
        self.trees = TreesStubs(stubs)


@fixture
def fake_recursive() -> Iterator[FakeRecursive]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeRecursive() as fake:
        yield fake
