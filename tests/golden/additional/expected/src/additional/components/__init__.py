"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .choice import Choice
    from .closed import Closed
    from .free import Free
    from .mixed import Mixed
    from .olditem import OldItem
    from .record import Record
    from .typed import Typed

__all__ = [
    "Choice",
    "Closed",
    "Free",
    "Mixed",
    "OldItem",
    "Record",
    "Typed",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Choice": ".choice",
            "Closed": ".closed",
            "Free": ".free",
            "Mixed": ".mixed",
            "OldItem": ".olditem",
            "Record": ".record",
            "Typed": ".typed",
        },
    )
