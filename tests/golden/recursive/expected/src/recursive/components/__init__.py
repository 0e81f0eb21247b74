"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .all import All
    from .comparison import Comparison
    from .filter import Filter
    from .json import JSON
    from .rows import Rows
    from .tree import Tree

__all__ = [
    "JSON",
    "All",
    "Comparison",
    "Filter",
    "Rows",
    "Tree",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "JSON": ".json",
            "All": ".all",
            "Comparison": ".comparison",
            "Filter": ".filter",
            "Rows": ".rows",
            "Tree": ".tree",
        },
    )
