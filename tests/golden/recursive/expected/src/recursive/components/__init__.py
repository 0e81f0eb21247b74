"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .all import All
    from .comparison import Comparison
    from .either import Either
    from .filter import Filter
<<<<<<< HEAD
    from .grid import Grid, GridItem
    from .json import Json
=======
    from .json import JSON
>>>>>>> surface
    from .rows import Rows
    from .tree import Tree

__all__ = [
    "JSON",
    "All",
    "Comparison",
    "Either",
    "Filter",
<<<<<<< HEAD
    "Grid",
    "GridItem",
    "Json",
=======
>>>>>>> surface
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
            "Either": ".either",
            "Filter": ".filter",
<<<<<<< HEAD
            "Grid": ".grid",
            "GridItem": ".grid",
            "Json": ".json",
=======
>>>>>>> surface
            "Rows": ".rows",
            "Tree": ".tree",
        },
    )
