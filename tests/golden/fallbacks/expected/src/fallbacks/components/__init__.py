"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .cat import *
    from .dog import *
    from .lion import *
    from .other import *
    from .pet import *
    from .unknown import *
    from .wild import *
    from .wildbase import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".cat": ("Cat",),
            ".dog": ("Dog",),
            ".lion": ("Lion",),
            ".other": ("Other",),
            ".pet": ("Pet",),
            ".unknown": ("Unknown",),
            ".wild": ("Wild",),
            ".wildbase": ("WildBase",),
        },
    )
