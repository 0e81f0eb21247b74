"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .book import *
    from .dateformat import *
    from .jsonformat import *
    from .textline import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".book": ("Book",),
            ".dateformat": ("DateFormat",),
            ".jsonformat": ("JSONFormat",),
            ".textline": ("TextLine",),
        },
    )
