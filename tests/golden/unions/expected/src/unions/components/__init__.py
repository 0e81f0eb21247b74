"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .animal import Animal
    from .box import Box
    from .car import Car
    from .cat import Cat
    from .circle import Circle
    from .dog import Dog, Kind
    from .event import (
        Content,
        ContentImage,
        ContentText,
        Event,
        EventContentImageType,
        EventContentTextType,
        EventMessage,
    )
    from .failure import Failure
    from .lorry import Lorry
    from .square import Square
    from .zoo import Shape, Vehicle, Zoo

__all__ = ["Animal", "Box", "Car", "Cat", "Circle", "Content", "ContentImage", "ContentText"]
__all__ += ["Dog", "Event", "EventContentImageType", "EventContentTextType", "EventMessage"]
__all__ += ["Failure", "Kind", "Lorry", "Shape", "Square", "Vehicle", "Zoo"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".dog": ("Kind",),
            ".event": (
                "Content",
                "ContentImage",
                "ContentText",
                "EventContentImageType",
                "EventContentTextType",
                "EventMessage",
            ),
            ".zoo": ("Shape", "Vehicle"),
        },
    )
