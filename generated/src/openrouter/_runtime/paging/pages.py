"""Iterates over all pages of a list; `steps` requests the next page."""

from __future__ import annotations

import copy
from collections import deque
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar

from ..calls import respond
from ..coroutines import run
from ..drivers import ASYNC, SYNC
from ..json.shapes import is_array
from .page import origin_of
from .steps import PageRequest, StuckError, find, steps_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Self

    from ..calls import Call
    from ..drivers import Driver
    from ..errors import ResponseError
    from ..responses.reply import Reply
    from ..session import Session

Page = TypeVar("Page")
Item = TypeVar("Item")

END: Final = object()
"""Follows the last result, and the last page."""

MOST_EMPTY: Final = 10
"""Maximum number of consecutive empty pages, although each has a next page."""


class Walk(Generic[Page, Item]):
    """The state of an iteration, shared by the sync and the async version."""

    _is_async: ClassVar = False

    def __init__(self, session: Session, call: Call[Page, Page]) -> None:
        rule = call.operation.pages
        if rule is None:
            raise TypeError(f"{call.operation} is not paginated.")
        self._session = session
        self._path = rule.results
        self._request = PageRequest(call)
        self._steps = steps_of(rule, self._request, session)
        self._passed = self._steps.passed
        self._empty = 0
        self._waiting: deque[Item] = deque()
        self._done = False
        self._problem: ResponseError | None = None

    @classmethod
    def starting(cls, page: Page) -> Self:
        """Return an iteration over the results of a page, and of the pages after it."""
        walk = cls.behind(page)
        items = walk._results_of(page)
        walk._waiting.extend(items)
        walk._passed -= len(items)
        return walk

    @classmethod
    def behind(cls, page: Page) -> Self:
        """Return an iteration over what follows a page.

        Raises:
            TypeError: It is not known what follows, or sync code would follow an async call.
        """
        origin = origin_of(page)
        call = origin.reply.call
        if origin.reply.is_async and not cls._is_async:
            raise TypeError(
                f"This page came from an async call of {call.operation}: use `async for` "
                "or `next_page_async`."
            )
        first: Walk[Any, Any] | None = getattr(origin, "walk", None)
        if first is None:
            first = origin.walk = cls(origin.reply.session, call)
            first._passed += len(first._turn(page, origin.reply))
        return cls._copied(first)

    @classmethod
    def _copied(cls, other: Walk[Any, Any]) -> Self:
        """Return an iteration with the state of another one, which goes on independently."""
        made = cls.__new__(cls)
        vars(made).update(vars(other))
        made._waiting = deque()
        made._request = PageRequest(other._request.call)
        made._steps = copy.deepcopy(other._steps, {id(other._request): made._request})
        return made

    @property
    def has_next(self) -> bool:
        """Whether there is a page after the last one that was fetched."""
        return not self._done or self._problem is not None

    @property
    def offset(self) -> int:
        """Number of results passed, counted from the start of the whole list.

        If the API takes an offset, a new iteration can start from here.
        """
        return self._passed

    async def _fetch(self, driver: Driver) -> tuple[Page, list[Item]]:
        """Fetch the next page; return it, and its results."""
        reply = await respond(self._session, driver, self._request.call)
        page = await reply.value_with(driver)
        return page, self._turn(page, reply)

    def _results_of(self, page: Page) -> list[Item]:
        found: Any = [page] if self._path is None else find(page, self._path)
        return found if is_array(found) else []

    def _turn(self, page: Page, reply: Reply) -> list[Item]:
        """Step to the page after this one, and return the results of this one."""
        items = self._results_of(page)
        try:
            items, goes_on = self._steps.turn(page, items, str(reply.response.request.url))
        except StuckError as problem:
            goes_on = False  # its results are yielded first
            self._problem = reply.unusable(str(problem))
        self._empty = 0 if items else self._empty + 1
        if goes_on and self._empty == MOST_EMPTY:
            goes_on = False
            self._session.log.standard.warning(
                "%s: stopped after %d consecutive empty pages, although there is a next page.",
                self._request.call.operation,
                MOST_EMPTY,
            )
        self._done = not goes_on
        return items

    async def _next(self, driver: Driver) -> Item | object:
        """Return the next result; `END` after the last."""
        while not self._waiting:
            if not self._has_next():
                return END
            self._waiting.extend((await self._fetch(driver))[1])
        return self._pass()

    async def _next_page(self, driver: Driver) -> Page | object:
        """Return the next page with results; `END` after the last."""
        while self._has_next():
            page, items = await self._fetch(driver)
            if items:
                self._passed += len(items)
                return page
        return END

    async def step(self, driver: Driver) -> Page | None:
        """Return the next page with results, which leads on from there; None after the last.

        This iteration is no longer of use afterwards.
        """
        page: Any = await self._next_page(driver)
        if page is END:
            return None
        origin_of(page).walk = self
        made: Page = page
        return made

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


class Pages(Walk[Page, Item]):
    """Iterates over the results of a list operation; pages are fetched on demand.

    If a call fails, the iteration can be continued with the page that failed.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        if self._waiting:
            return self._pass()
        item: Any = run(self._next(SYNC))
        if item is END:
            raise StopIteration
        made: Item = item
        return made

    def pages(self) -> Iterator[Page]:
        """Iterate over the pages as the API sends them, instead of their results."""
        page: Any
        while (page := run(self._next_page(SYNC))) is not END:
            yield page


class AsyncPages(Walk[Page, Item]):
    """Async version of `Pages`."""

    _is_async = True

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        if self._waiting:
            return self._pass()
        item: Any = await self._next(ASYNC)
        if item is END:
            raise StopAsyncIteration
        made: Item = item
        return made

    async def pages(self) -> AsyncIterator[Page]:
        """Iterate over the pages as the API sends them, instead of their results."""
        page: Any
        while (page := await self._next_page(ASYNC)) is not END:
            yield page


def following(page: Page) -> Page | None:
    """Return the next page with results, which knows the pages before; None after the last."""
    return run(Pages[Page, Any].behind(page).step(SYNC))


async def following_async(page: Page) -> Page | None:
    """Async version of `following`."""
    return await AsyncPages[Page, Any].behind(page).step(ASYNC)
