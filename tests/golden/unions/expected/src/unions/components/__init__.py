"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .animal import *
    from .box import *
    from .car import *
    from .cat import *
    from .circle import *
    from .dog import *
    from .event import *
    from .failure import *
    from .lorry import *
    from .square import *
    from .zoo import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".animal": ("Animal",),
            ".box": ("Box",),
            ".car": ("Car",),
            ".cat": ("Cat",),
            ".circle": ("Circle",),
            ".dog": ("Dog", "Kind"),
            ".event": (
                "Content",
                "ContentImage",
                "ContentText",
                "Event",
                "EventContentImageType",
                "EventContentTextType",
                "EventMessage",
            ),
            ".failure": ("Failure",),
            ".lorry": ("Lorry",),
            ".square": ("Square",),
            ".zoo": ("Shape", "Vehicle", "Zoo"),
        },
    )
