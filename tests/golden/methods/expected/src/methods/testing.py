"""A client for tests, which sends nothing: `FakeMethods`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from methods.testing import FakeMethods

    with FakeMethods() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Methods

__all__ = [
    "FakeMethods",
    "RecordedCall",
    "Stub",
    "fake_methods",
]

_EXAMPLES: Examples = {
    "listPapers": {
        "200": "[1]",
    },
    "findPapers": {
        "200": "[1]",
    },
}


class PapersStubs:
    """What the methods of `Papers` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_papers: Stub[list[int]] = stubs.of("listPapers", "papers.list_papers")
        self.find_papers: Stub[list[int]] = stubs.of("findPapers", "papers.find_papers")
        self.lock_papers: Stub[None] = stubs.of("LOCK /papers", "papers.lock_papers")
        self.purge_papers: Stub[None] = stubs.of("purgePapers", "papers.purge_papers")
        self.copy_paper: Stub[None] = stubs.of("copyPaper", "papers.copy_paper")
        self.search_paper: Stub[str] = stubs.of("searchPaper", "papers.search_paper")


class FakeMethods(Fake[Methods]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Methods, stubs, (), settings)
        self.papers = PapersStubs(stubs)


@fixture
def fake_methods() -> Iterator[FakeMethods]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeMethods() as fake:
        yield fake
