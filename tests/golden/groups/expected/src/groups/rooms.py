"""The `house.rooms` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource

if TYPE_CHECKING:
    from typing import ClassVar

    from ._runtime.client import Attributes
    from .reading import Reading


class Rooms(Resource):
    """The `house.rooms` operations."""

    reading: Reading
    """The `house.rooms.reading` operations."""

    _resources: ClassVar[Attributes] = {
        "reading": (".reading", "Reading"),
    }
