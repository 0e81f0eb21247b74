"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .askforbook import AskForBookRequestBody
    from .count import CountRequest
    from .search import SearchRequest

__all__ = ["AskForBookRequestBody", "CountRequest", "SearchRequest"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".askforbook": ("AskForBookRequestBody",),
            ".count": ("CountRequest",),
            ".search": ("SearchRequest",),
        },
    )
