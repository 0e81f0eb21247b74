"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bicycle import Bicycle
    from .inner import Inner
    from .lorry import Lorry
    from .message import Message
    from .messagelink import MessageLink
    from .messagetext import MessageText
    from .part import Part
    from .state import State
    from .trailer import Trailer
    from .vehicle import Vehicle
    from .vehiclebase import VehicleBase
    from .whole import Whole

__all__ = [
    "Bicycle",
    "Inner",
    "Lorry",
    "Message",
    "MessageLink",
    "MessageText",
    "Part",
    "State",
    "Trailer",
    "Vehicle",
    "VehicleBase",
    "Whole",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Bicycle": ".bicycle",
            "Inner": ".inner",
            "Lorry": ".lorry",
            "Message": ".message",
            "MessageLink": ".messagelink",
            "MessageText": ".messagetext",
            "Part": ".part",
            "State": ".state",
            "Trailer": ".trailer",
            "Vehicle": ".vehicle",
            "VehicleBase": ".vehiclebase",
            "Whole": ".whole",
        },
    )
