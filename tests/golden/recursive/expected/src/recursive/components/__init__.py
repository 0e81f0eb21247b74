"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .all import All
    from .comparison import Comparison
    from .either import Either
    from .filter import Filter
    from .grid import Grid, GridItem
    from .json import JSON
    from .rows import Rows
    from .tree import Tree

__all__ = ["JSON", "All", "Comparison", "Either", "Filter", "Grid", "GridItem", "Rows", "Tree"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".grid": ("GridItem",),
        },
    )
