"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .animal import *
    from .boat import *
    from .box import *
    from .car import *
    from .cat import *
    from .circle import *
    from .dog import *
    from .done import *
    from .event import *
    from .failed import *
    from .failure import *
    from .late import *
    from .lorry import *
    from .refused import *
    from .running import *
    from .ship import *
    from .signal import *
    from .square import *
    from .zoo import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".animal": ("Animal",),
            ".boat": ("Boat",),
            ".box": ("Box",),
            ".car": ("Car",),
            ".cat": ("Cat",),
            ".circle": ("Circle",),
            ".dog": ("Dog", "Kind"),
            ".done": ("Done",),
            ".event": (
                "Content",
                "ContentImage",
                "ContentText",
                "Event",
                "EventContentImageType",
                "EventContentTextType",
                "EventMessage",
            ),
            ".failed": ("Failed",),
            ".failure": ("Failure",),
            ".late": ("Late",),
            ".lorry": ("Lorry",),
            ".refused": ("Refused",),
            ".running": ("Running",),
            ".ship": ("Ship",),
            ".signal": ("Signal",),
            ".square": ("Square",),
            ".zoo": ("Shape", "Vehicle", "Zoo"),
        },
    )
