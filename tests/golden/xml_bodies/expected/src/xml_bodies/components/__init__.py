"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .audio import *
    from .author import *
    from .book import *
    from .form import *
    from .paper import *
    from .problem import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".audio": ("Audio",),
            ".author": ("Author",),
            ".book": ("Book", "Kind", "Publisher"),
            ".form": ("Form",),
            ".paper": ("Paper",),
            ".problem": ("Problem",),
        },
    )
