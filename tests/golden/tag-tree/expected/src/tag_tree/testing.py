"""A client for tests, which sends nothing: `FakeTagTree`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from tag_tree.testing import FakeTagTree

    with FakeTagTree() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import TagTree

__all__ = [
    "FakeTagTree",
    "RecordedCall",
    "Stub",
    "fake_tag_tree",
]

_EXAMPLES: Examples = {}


class StockStubs:
    """What the methods of `Stock` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.boxes = BoxesStubs(stubs)


class BoxesStubs:
    """What the methods of `Boxes` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.lids = LidsStubs(stubs)
        self.list_boxes: Stub[None] = stubs.of("listBoxes", "stock.boxes.list_boxes")


class LidsStubs:
    """What the methods of `Lids` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_lids: Stub[None] = stubs.of("listLids", "stock.boxes.lids.list_lids")


class PartnersStubs:
    """What the methods of `Partners` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_orders: Stub[None] = stubs.of("listOrders", "partners.list_orders")


class LoopStubs:
    """What the methods of `Loop` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_loops: Stub[None] = stubs.of("listLoops", "loop.list_loops")


class LostStubs:
    """What the methods of `Lost` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list_losses: Stub[None] = stubs.of("listLosses", "lost.list_losses")
        self.add_loss: Stub[None] = stubs.of("addLoss", "lost.add_loss")


class FakeTagTree(Fake[TagTree]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(TagTree, stubs, ("key", "plain"), settings)
        self.stock = StockStubs(stubs)
        self.partners = PartnersStubs(stubs)
        self.loop = LoopStubs(stubs)
        self.lost = LostStubs(stubs)


@fixture
def fake_tag_tree() -> Iterator[FakeTagTree]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeTagTree() as fake:
        yield fake
