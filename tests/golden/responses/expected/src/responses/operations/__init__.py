"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .listpapers import ListPapersResponseHeaders
    from .orderpaper import OrderPaperResponse

__all__ = ["ListPapersResponseHeaders", "OrderPaperResponse"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".listpapers": ("ListPapersResponseHeaders",),
            ".orderpaper": ("OrderPaperResponse",),
        },
    )
