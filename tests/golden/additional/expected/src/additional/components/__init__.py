"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .closed import Closed
    from .free import Free
    from .mixed import Mixed
    from .record import Record
    from .typed import Typed

__all__ = [
    "Closed",
    "Free",
    "Mixed",
    "Record",
    "Typed",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Closed": ".closed",
            "Free": ".free",
            "Mixed": ".mixed",
            "Record": ".record",
            "Typed": ".typed",
        },
    )
