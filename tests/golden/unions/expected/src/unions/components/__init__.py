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
    from .content import Content
    from .contentimage import ContentImage
    from .contenttext import ContentText
    from .dog import Dog
    from .event import Event
    from .eventcontentimagetype import EventContentImageType
    from .eventcontenttexttype import EventContentTextType
    from .eventmessage import EventMessage
    from .failure import Failure
    from .kind import Kind
    from .lorry import Lorry
    from .shape import Shape
    from .square import Square
    from .vehicle import Vehicle
    from .zoo import Zoo

__all__ = [
    "Animal",
    "Box",
    "Car",
    "Cat",
    "Circle",
    "Content",
    "ContentImage",
    "ContentText",
    "Dog",
    "Event",
    "EventContentImageType",
    "EventContentTextType",
    "EventMessage",
    "Failure",
    "Kind",
    "Lorry",
    "Shape",
    "Square",
    "Vehicle",
    "Zoo",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Animal": ".animal",
            "Box": ".box",
            "Car": ".car",
            "Cat": ".cat",
            "Circle": ".circle",
            "Content": ".content",
            "ContentImage": ".contentimage",
            "ContentText": ".contenttext",
            "Dog": ".dog",
            "Event": ".event",
            "EventContentImageType": ".eventcontentimagetype",
            "EventContentTextType": ".eventcontenttexttype",
            "EventMessage": ".eventmessage",
            "Failure": ".failure",
            "Kind": ".kind",
            "Lorry": ".lorry",
            "Shape": ".shape",
            "Square": ".square",
            "Vehicle": ".vehicle",
            "Zoo": ".zoo",
        },
    )
