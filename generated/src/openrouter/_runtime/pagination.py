"""Walking all pages of a list."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import msgspec
from msgspec import UNSET

from .shapes import is_array

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from typing import Self

    from .operation import Operation
    from .session import Session
    from .values import CallOptions

Page = TypeVar("Page")
Item = TypeVar("Item")

IDENTITIES: Final = ("id", "hash")
"""Attributes that tell one result from all others, by convention."""


class _Walk(Generic[Page, Item]):
    """What the sync and the async form share: where the walk stands, and whether to go on."""

    def __init__(
        self,
        session: Session,
        operation: Operation[Page],
        arguments: Mapping[str, Any],
        body: Any,
        options: CallOptions,
    ) -> None:
        if operation.pages is None:
            raise TypeError(f"{operation} has no pages.")
        self._session = session
        self._operation = operation
        self._body = body
        self._options = options
        self._rule = operation.pages
        self._arguments = dict(arguments)
        start = self._arguments.get(self._rule.offset)
        limit = None if self._rule.limit is None else self._arguments.get(self._rule.limit)
        self._passed = self._fetched = start if isinstance(start, int) else 0
        self._size: int | None = limit if isinstance(limit, int) else None
        self._seen: set[int] = set()
        self._waiting: deque[Item] = deque()
        self._done = False

    @property
    def offset(self) -> int:
        """How many results of the whole list were passed; a new walk can start from here."""
        return self._passed

    def _take(self, page: Page) -> list[Item]:
        """Take the results out of a page, and see whether it is the last."""
        found: Any = page
        for name in self._rule.results:
            found = getattr(found, name, UNSET)
        items: list[Item] = found if is_array(found) else []
        mark = _mark(items)
        if mark in self._seen:
            # A server that ignores the offset would send its first page for ever.
            items = []
        self._seen.add(mark)
        self._done = not items or (self._size is not None and len(items) < self._size)
        if self._size is None:
            self._size = len(items)
        self._fetched += len(items)
        self._arguments[self._rule.offset] = self._fetched
        return items

    def _pass(self) -> Item:
        self._passed += 1
        return self._waiting.popleft()


class Pages(_Walk[Page, Item]):
    """The results of a list operation, one after another; pages are fetched as they are needed.

    Where a call fails, the walk can be taken up again: it goes on with the page that failed.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        while not self._waiting:
            if self._done:
                raise StopIteration
            self._waiting.extend(self._take(self._fetch()))
        return self._pass()

    def pages(self) -> Iterator[Page]:
        """Walk the pages as the API sends them, instead of their results."""
        while not self._done:
            page = self._fetch()
            if items := self._take(page):
                self._passed += len(items)
                yield page

    def _fetch(self) -> Page:
        return self._session.call(self._operation, self._arguments, self._body, **self._options)


class AsyncPages(_Walk[Page, Item]):
    """Async form of `Pages`."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        while not self._waiting:
            if self._done:
                raise StopAsyncIteration
            self._waiting.extend(self._take(await self._fetch()))
        return self._pass()

    async def pages(self) -> AsyncIterator[Page]:
        """Walk the pages as the API sends them, instead of their results."""
        while not self._done:
            page = await self._fetch()
            if items := self._take(page):
                self._passed += len(items)
                yield page

    async def _fetch(self) -> Page:
        return await self._session.call_async(
            self._operation, self._arguments, self._body, **self._options
        )


def _mark(items: list[Any]) -> int:
    """Make a number that two pages share if they hold the same results.

    Other attributes of a result may change while the walk goes on, so they don't count.
    """
    return hash(tuple(_identity(item) for item in items))


def _identity(item: Any) -> object:
    for name in IDENTITIES:
        identity = getattr(item, name, None)
        if isinstance(identity, (str, int)):
            return identity
    return msgspec.json.encode(item)
