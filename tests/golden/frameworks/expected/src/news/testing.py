"""A client for tests, which sends nothing: `FakeNews`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from news.testing import FakeNews

    with FakeNews() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components, operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import News

__all__ = [
    "FakeNews",
    "RecordedCall",
    "Stub",
    "fake_news",
]

_EXAMPLES: Examples = {
    "list_articles": {
        "200": '[{"title": "One"}]',
    },
    "create_article": {
        "200": '{"status": "stored"}',
    },
    "get_article": {
        "200": '{"title": "One"}',
    },
}


class ArticlesStubs:
    """What the methods of `Articles` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[list[components.Article]] = stubs.of("list_articles", "articles.list")
        self.create: Stub[operations.CreateArticleResponse] = stubs.of(
            "create_article", "articles.create"
        )
        self.get: Stub[components.Article] = stubs.of("get_article", "articles.get")


class DefaultStubs:
    """What the methods of `Default` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.read_root: Stub[None] = stubs.of("read_root", "default.read_root")


class ServiceStubs:
    """What the methods of `Service` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.health: Stub[None] = stubs.of("health", "service.health")


class FakeNews(Fake[News]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(News, stubs, ("oauth2_password_bearer",), settings)
        self.articles = ArticlesStubs(stubs)
        self.default = DefaultStubs(stubs)
        self.service = ServiceStubs(stubs)


@fixture
def fake_news() -> Iterator[FakeNews]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeNews() as fake:
        yield fake
