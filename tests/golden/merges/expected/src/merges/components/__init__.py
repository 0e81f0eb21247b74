"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bicycle import *
    from .lorry import *
    from .message import *
    from .part import *
    from .state import *
    from .trailer import *
    from .vehicle import *
    from .vehiclebase import *
    from .whole import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".bicycle": ("Bicycle",),
            ".lorry": ("Lorry",),
            ".message": ("Message", "MessageLink", "MessageText"),
            ".part": ("Part",),
            ".state": ("State",),
            ".trailer": ("Trailer",),
            ".vehicle": ("Vehicle",),
            ".vehiclebase": ("VehicleBase",),
            ".whole": ("Inner", "Whole"),
        },
    )
