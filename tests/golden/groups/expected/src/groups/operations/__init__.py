"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .askforbook import *
    from .count import *
    from .search import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".askforbook": ("AskForBookRequestBody",),
            ".count": ("CountRequest",),
            ".search": ("SearchRequest",),
        },
    )
