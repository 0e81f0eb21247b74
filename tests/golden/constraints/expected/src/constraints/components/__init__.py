"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .care import *
    from .plan import *
    from .plant import *
    from .step import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".care": ("Care",),
            ".plan": ("Either", "PairItem", "Plan"),
            ".plant": ("Kind", "Plant", "Size"),
            ".step": ("Step",),
        },
    )
