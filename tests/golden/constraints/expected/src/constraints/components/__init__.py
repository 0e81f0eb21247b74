"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .care import Care
    from .kind import Kind
    from .plant import Plant
    from .size import Size

__all__ = [
    "Care",
    "Kind",
    "Plant",
    "Size",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Care": ".care",
            "Kind": ".kind",
            "Plant": ".plant",
            "Size": ".size",
        },
    )
