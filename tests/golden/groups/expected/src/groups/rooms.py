"""The `house.rooms` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import Attributes, Resource

if TYPE_CHECKING:
    from .reading import Reading


class Rooms(Resource):
    """The `house.rooms` operations."""

    reading: Reading
    """The `house.rooms.reading` operations."""

    _resources: ClassVar[Attributes] = {
        "reading": (".reading", "Reading"),
    }
