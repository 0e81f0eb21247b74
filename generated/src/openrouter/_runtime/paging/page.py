"""Models of pages: what a paginated operation returns leads to the pages after it.

How a page was requested is kept beside it, so that it remains the documented model: it is no part
of its fields, of its copies, or of its pickle.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..json.models import Model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Self

    from ..responses.reply import Reply
    from .pages import Walk

Item = TypeVar("Item")


class Origin(weakref.ref["IterablePage[Any]"]):
    """Where a page comes from; a reference to the page itself, by which it ends with it.

    Attributes:
        key: The `id` of the page.
        reply: The response with the page.
        walk: The state of the iteration behind it; absent until it is needed.
    """

    __slots__ = ("key", "reply", "walk")

    key: int
    reply: Reply
    walk: Walk[Any, Any]


_ORIGINS: Final[dict[int, Origin]] = {}
"""The origins of pages by `id`, as long as the pages exist; a model has no hash."""


def _forget(origin: Origin) -> None:
    _ORIGINS.pop(origin.key, None)


def origin_of(page: object) -> Origin:
    """Return where a page comes from.

    Raises:
        TypeError: It is unknown.
    """
    origin = _ORIGINS.get(id(page))
    if origin is None or origin() is not page:
        raise TypeError(
            f"This {type(page).__name__} does not lead to other pages: only the object that a "
            "method of the client returned does, not a copy or one that was created otherwise."
        )
    return origin


class IterablePage(Model, Generic[Item], weakref=True):
    """A page of a list. Iterating over it yields its results, and those of all pages after it.

    Pages are fetched on demand. Each iteration starts at this page.
    """

    def _came_from(self, reply: Reply) -> None:
        origin = Origin(self, _forget)
        origin.reply = reply
        origin.key = key = id(self)
        _ORIGINS[key] = origin

    def __iter__(self) -> Iterator[Item]:
        from .pages import Pages

        return Pages[Any, Item].starting(self)

    def __aiter__(self) -> AsyncIterator[Item]:
        from .pages import AsyncPages

        return AsyncPages[Any, Item].starting(self)


class Page(IterablePage[Item]):
    """A page of a list that can be iterated over, or followed page by page."""

    @property
    def has_next(self) -> bool:
        """Whether a next page can be requested.

        If only an empty page marks the end of a list, this is True for the last page with results.
        """
        from .pages import AsyncPages

        return AsyncPages[Any, Any].behind(self).has_next

    def next_page(self) -> Self | None:
        """Fetch the next page with results.

        Returns:
            The page; None if there is none.

        Raises:
            ResponseError: If the server responds with a failure, or the page can't be requested.
            NoResponseError: If there is no response, or a timeout.
            TypeError: If this page came from an async method, or from no method.
        """
        from .pages import following

        return following(self)

    async def next_page_async(self) -> Self | None:
        """Async version of `next_page`.

        Returns:
            The page; None if there is none.

        Raises:
            ResponseError: If the server responds with a failure, or the page can't be requested.
            NoResponseError: If there is no response, or a timeout.
            TypeError: If this page came from no method.
        """
        from .pages import following_async

        return await following_async(self)
