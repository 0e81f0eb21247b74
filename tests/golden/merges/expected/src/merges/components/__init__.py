"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bicycle import Bicycle
    from .lorry import Lorry
    from .message import Message, MessageLink, MessageText
    from .part import Part
    from .state import State
    from .trailer import Trailer
    from .vehicle import Vehicle
    from .vehiclebase import VehicleBase
    from .whole import Inner, Whole

__all__ = ["Bicycle", "Inner", "Lorry", "Message", "MessageLink", "MessageText", "Part", "State"]
__all__ += ["Trailer", "Vehicle", "VehicleBase", "Whole"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".message": ("MessageLink", "MessageText"),
            ".whole": ("Inner",),
        },
    )
