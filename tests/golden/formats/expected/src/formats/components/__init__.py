"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .price import Price
    from .values import Date, Either, PairItem, Values

__all__ = ["Date", "Either", "PairItem", "Price", "Values"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".values": ("Date", "Either", "PairItem"),
        },
    )
