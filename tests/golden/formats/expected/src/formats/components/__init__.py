"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .date import Date
    from .pairitem import PairItem
    from .values import Values

__all__ = [
    "Date",
    "PairItem",
    "Values",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Date": ".date",
            "PairItem": ".pairitem",
            "Values": ".values",
        },
    )
