"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .all import *
    from .comparison import *
    from .either import *
    from .filter import *
    from .grid import *
    from .json import *
    from .rows import *
    from .tree import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".all": ("All",),
            ".comparison": ("Comparison",),
            ".either": ("Either",),
            ".filter": ("Filter",),
            ".grid": ("Grid", "GridItem"),
            ".json": ("JSON",),
            ".rows": ("Rows",),
            ".tree": ("Tree",),
        },
    )
