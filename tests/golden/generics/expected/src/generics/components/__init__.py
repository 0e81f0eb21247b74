"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .key import *
    from .keyenvelope import *
    from .namedtree import *
    from .page import *
    from .tree import *
    from .user import *
    from .userpage import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".key": ("Key",),
            ".keyenvelope": ("Data", "KeyEnvelope"),
            ".namedtree": ("NamedTree",),
            ".page": ("Page",),
            ".tree": ("Tree",),
            ".user": ("User",),
            ".userpage": ("UserPage",),
        },
    )
