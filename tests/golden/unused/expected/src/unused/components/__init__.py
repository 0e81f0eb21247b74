"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .departed import *
    from .docked import *
    from .left import *
    from .message import *
    from .named import *
    from .reason import *
    from .ship import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".departed": ("Departed",),
            ".docked": ("Crane", "Docked"),
            ".left": ("Left",),
            ".message": ("Message",),
            ".named": ("Named",),
            ".reason": ("Reason",),
            ".ship": ("Ship",),
        },
    )
