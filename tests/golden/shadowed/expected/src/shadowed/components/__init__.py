"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .any import *
    from .list import *
    from .literal import *
    from .model import *
    from .record import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".any": ("Any",),
            ".list": ("List",),
            ".literal": ("Literal",),
            ".model": ("Model",),
            ".record": ("Record",),
        },
    )
