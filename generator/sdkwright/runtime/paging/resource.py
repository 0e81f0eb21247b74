"""The base of resources with pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..client import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar, Unpack

    from ..operation import Operation
    from ..values import CallOptions
    from .pages import AsyncPages, Pages

    R = TypeVar("R")

__all__ = ["PagedResource"]


class PagedResource(Resource):
    """A group of operations of which some have pages."""

    def _pages(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> Pages[R, Any]:
        """Iterate over the results of an operation, page by page."""
        from .pages import Pages

        return Pages(
            self._session, self._call_of(self._session, operation, arguments, body, options)
        )

    def _pages_async(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[R, Any]:
        """Async version of `_pages`."""
        from .pages import AsyncPages

        return AsyncPages(
            self._session, self._call_of(self._session, operation, arguments, body, options)
        )
