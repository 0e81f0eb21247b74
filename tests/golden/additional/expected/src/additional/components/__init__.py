"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .free import Free
    from .record import Choice, Closed, Mixed, OldItem, Record, Typed

__all__ = ["Choice", "Closed", "Free", "Mixed", "OldItem", "Record", "Typed"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".record": ("Choice", "Closed", "Mixed", "OldItem", "Typed"),
        },
    )
