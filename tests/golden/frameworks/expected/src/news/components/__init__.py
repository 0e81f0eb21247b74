"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .article import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".article": ("Article",),
        },
    )
