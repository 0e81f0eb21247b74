"""Iterates over all pages of a list; `paging_steps` requests the next page."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..json.shapes import is_array
from .steps import PageRequest, StuckError, find, steps_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from typing import Self

    import httpx2

    from ..errors import ResponseError
    from ..operation import Operation
    from ..session import Session
    from ..values import CallOptions

Page = TypeVar("Page")
Item = TypeVar("Item")

MOST_EMPTY: Final = 10
"""Maximum number of consecutive empty pages, although each has a next page."""


class _Walk(Generic[Page, Item]):
    """The state of an iteration, shared by the sync and the async version."""

    def __init__(
        self,
        session: Session,
        operation: Operation[Page],
        arguments: Mapping[str, Any],
        body: Any,
        options: CallOptions,
    ) -> None:
        if operation.pages is None:
            raise TypeError(f"{operation} is not paginated.")
        self._session = session
        self._path = operation.pages.results
        self._request = PageRequest(operation, dict(arguments), body, options)
        self._steps = steps_of(operation.pages, self._request, session)
        self._passed = self._steps.passed
        self._empty = 0
        self._waiting: deque[Item] = deque()
        self._done = False
        self._problem: ResponseError | None = None

    @property
    def offset(self) -> int:
        """Number of results passed, counted from the start of the whole list.

        If the API takes an offset, a new iteration can start from here.
        """
        return self._passed

    def _take(self, page: Any, response: httpx2.Response) -> tuple[Page, list[Item]]:
        """Take the results from a page, and determine whether it is the last one."""
        if self._path is None:
            items = [page]
        else:
            found = find(page, self._path)
            items = found if is_array(found) else []
        try:
            items, goes_on = self._steps.turn(page, items, str(response.request.url))
        except StuckError as problem:
            goes_on = False  # its results are yielded first
            self._problem = self._session.unusable(self._request.operation, response, str(problem))
        self._empty = 0 if items else self._empty + 1
        if goes_on and self._empty == MOST_EMPTY:
            goes_on = False
            self._session.log.standard.warning(
                "%s: stopped after %d consecutive empty pages, although there is a next page.",
                self._request.operation,
                MOST_EMPTY,
            )
        self._done = not goes_on
        return page, items

    def _pass(self) -> Item:
        self._passed += 1
        return self._waiting.popleft()

    def _has_next(self) -> bool:
        """Return whether there is another page.

        Raises:
            ResponseError: There is one, but it can't be requested.
        """
        if self._problem is not None:
            raise self._problem
        return not self._done


class Pages(_Walk[Page, Item]):
    """Iterates over the results of a list operation; pages are fetched on demand.

    If a call fails, the iteration can be continued with the page that failed.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        while not self._waiting:
            if not self._has_next():
                raise StopIteration
            self._waiting.extend(self._take(*self._fetch())[1])
        return self._pass()

    def pages(self) -> Iterator[Page]:
        """Iterate over the pages as the API sends them, instead of their results."""
        while self._has_next():
            page, items = self._take(*self._fetch())
            if items:
                self._passed += len(items)
                yield page

    def _fetch(self) -> tuple[Any, httpx2.Response]:
        request = self._request
        response = self._session.respond(
            request.operation, request.arguments, request.body, **request.options
        )
        return self._session.result(request.operation, response), response


class AsyncPages(_Walk[Page, Item]):
    """Async version of `Pages`."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        while not self._waiting:
            if not self._has_next():
                raise StopAsyncIteration
            self._waiting.extend(self._take(*await self._fetch())[1])
        return self._pass()

    async def pages(self) -> AsyncIterator[Page]:
        """Iterate over the pages as the API sends them, instead of their results."""
        while self._has_next():
            page, items = self._take(*await self._fetch())
            if items:
                self._passed += len(items)
                yield page

    async def _fetch(self) -> tuple[Any, httpx2.Response]:
        request = self._request
        response = await self._session.respond_async(
            request.operation, request.arguments, request.body, **request.options
        )
        return await self._session.result_async(request.operation, response), response
