"""Walking all pages of a list. How the next page is asked for, `courses` knows."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .courses import Asking, StuckError, course_of, find
from .shapes import is_array

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from typing import Self

    import httpx2

    from .errors import ResponseError
    from .operation import Operation
    from .session import Session
    from .values import CallOptions

Page = TypeVar("Page")
Item = TypeVar("Item")

MOST_EMPTY: Final = 10
"""How many pages may be empty, one after another, although each says that there is a next."""


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
        self._path = operation.pages.results
        self._asking = Asking(operation, dict(arguments), body, options)
        self._course = course_of(operation.pages, self._asking, session)
        self._passed = self._course.passed
        self._empty = 0
        self._waiting: deque[Item] = deque()
        self._done = False
        self._problem: ResponseError | None = None

    @property
    def offset(self) -> int:
        """How many results of the whole list were passed; where the API takes an offset, a new
        walk can start from here."""
        return self._passed

    def _take(self, response: httpx2.Response) -> tuple[Page, list[Item]]:
        """Take the results out of a page, and see whether it is the last."""
        page: Any = self._session.result(self._asking.operation, response)
        if self._path is None:
            items = [page]
        else:
            found = find(page, self._path)
            items = found if is_array(found) else []
        try:
            items, goes_on = self._course.turn(page, items, str(response.request.url))
        except StuckError as problem:
            goes_on = False  # what came with it is given first
            self._problem = self._session.unusable(self._asking.operation, response, str(problem))
        self._empty = 0 if items else self._empty + 1
        if goes_on and self._empty == MOST_EMPTY:
            goes_on = False
            self._session.log.standard.warning(
                "%s: %d pages in a row were empty, so the walk ends, although there is a next one.",
                self._asking.operation,
                MOST_EMPTY,
            )
        self._done = not goes_on
        return page, items

    def _pass(self) -> Item:
        self._passed += 1
        return self._waiting.popleft()

    def _has_next(self) -> bool:
        """Say whether there is another page.

        Raises:
            ResponseError: If there is one, and it can't be asked for.
        """
        if self._problem is not None:
            raise self._problem
        return not self._done


class Pages(_Walk[Page, Item]):
    """The results of a list operation, one after another; pages are fetched as they are needed.

    Where a call fails, the walk can be taken up again: it goes on with the page that failed.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        while not self._waiting:
            if not self._has_next():
                raise StopIteration
            self._waiting.extend(self._take(self._fetch())[1])
        return self._pass()

    def pages(self) -> Iterator[Page]:
        """Walk the pages as the API sends them, instead of their results."""
        while self._has_next():
            page, items = self._take(self._fetch())
            if items:
                self._passed += len(items)
                yield page

    def _fetch(self) -> httpx2.Response:
        asking = self._asking
        return self._session.respond(
            asking.operation, asking.arguments, asking.body, **asking.options
        )


class AsyncPages(_Walk[Page, Item]):
    """Async form of `Pages`."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        while not self._waiting:
            if not self._has_next():
                raise StopAsyncIteration
            self._waiting.extend(self._take(await self._fetch())[1])
        return self._pass()

    async def pages(self) -> AsyncIterator[Page]:
        """Walk the pages as the API sends them, instead of their results."""
        while self._has_next():
            page, items = self._take(await self._fetch())
            if items:
                self._passed += len(items)
                yield page

    async def _fetch(self) -> httpx2.Response:
        asking = self._asking
        return await self._session.respond_async(
            asking.operation, asking.arguments, asking.body, **asking.options
        )
