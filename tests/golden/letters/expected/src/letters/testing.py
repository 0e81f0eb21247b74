"""A client for tests, which sends nothing: `FakeLetters`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from letters.testing import FakeLetters

    with FakeLetters() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Letters

__all__ = [
    "FakeLetters",
    "RecordedCall",
    "Stub",
    "fake_letters",
]

_EXAMPLES: Examples = {
    "listeStädte": {
        "200": '{"名称": "北京", "größe": 3, "art": {"вид": "столица"}, "区": [{"name": "东城"}]}',
        "4XX": '{"message": "falsch"}',
    },
}


class 用户管理Stubs:
    """What the methods of `用户管理` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.liste_städte: Stub[components.城市] = stubs.of("listeStädte", "用户_管理.liste_städte")
        self.straße: Stub[None] = stubs.of("straße", "用户_管理.straße")
        self.strasse: Stub[None] = stubs.of("strasse", "用户_管理.strasse")


class 城市Stubs:
    """What the methods of `城市` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.创建城市: Stub[None] = stubs.of("创建城市", "城市.创建城市")


class FakeLetters(Fake[Letters]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Letters, stubs, (), settings)
        self.用户_管理 = 用户管理Stubs(stubs)
        self.城市 = 城市Stubs(stubs)


@fixture
def fake_letters() -> Iterator[FakeLetters]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeLetters() as fake:
        yield fake
