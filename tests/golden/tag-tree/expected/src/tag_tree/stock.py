"""What is there"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import Attributes, Resource

if TYPE_CHECKING:
    from .boxes import Boxes


class Stock(Resource):
    """What is there"""

    boxes: Boxes
    """Boxes

    Each has a number."""

    _resources: ClassVar[Attributes] = {
        "boxes": (".boxes", "Boxes"),
    }
