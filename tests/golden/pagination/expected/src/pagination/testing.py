"""A client for tests, which sends nothing: `FakePagination`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from pagination.testing import FakePagination

    with FakePagination() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import components, operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Pagination

__all__ = [
    "FakePagination",
    "RecordedCall",
    "Stub",
    "fake_pagination",
]

_EXAMPLES: Examples = {
    "listLetters": {
        "200": '{"page": {"letters": [{"from": "Ada"}]}}',
    },
    "findLetters": {
        "200": '{"data": ["first"]}',
    },
    "listStamps": {
        "200": '{"data": ["blue"]}',
    },
    "listEnvelopes": {
        "200": '{"envelopes": ["white"], "page-count": 1}',
    },
    "listSeals": {
        "200": '{"data": [{"seal-id": "s1"}]}',
    },
    "findSeals": {
        "200": '[{"seal-id": "s1"}]',
    },
    "listTags": {
        "200": '{"tags": ["urgent"], "has_next": false}',
    },
    "listInks": {
        "200": '{"inks": ["black"], "links": {"next": null}}',
    },
    "listBoxes": {
        "200": '{"label": "A–C"}',
    },
    "listScans": {
        "200": "{}",
    },
}


class LettersStubs:
    """What the methods of `Letters` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.list: Stub[operations.ListLettersResponse] = stubs.of("listLetters", "letters.list")
        self.find_letters: Stub[operations.FindLettersResponse] = stubs.of(
            "findLetters", "letters.find_letters"
        )
        self.list_stamps: Stub[operations.ListStampsResponse] = stubs.of(
            "listStamps", "letters.list_stamps"
        )
        self.list_envelopes: Stub[operations.ListEnvelopesResponse] = stubs.of(
            "listEnvelopes", "letters.list_envelopes"
        )
        self.list_seals: Stub[operations.ListSealsResponse] = stubs.of(
            "listSeals", "letters.list_seals"
        )
        self.find_seals: Stub[list[components.Seal]] = stubs.of("findSeals", "letters.find_seals")
        self.list_tags: Stub[operations.ListTagsResponse] = stubs.of(
            "listTags", "letters.list_tags"
        )
        self.list_inks: Stub[operations.ListInksResponse] = stubs.of(
            "listInks", "letters.list_inks"
        )
        self.list_boxes: Stub[operations.ListBoxesResponse] = stubs.of(
            "listBoxes", "letters.list_boxes"
        )
        self.list_scans: Stub[dict[str, Any]] = stubs.of("listScans", "letters.list_scans")


class FakePagination(Fake[Pagination]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Pagination, stubs, (), settings)
        self.letters = LettersStubs(stubs)


@fixture
def fake_pagination() -> Iterator[FakePagination]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakePagination() as fake:
        yield fake
