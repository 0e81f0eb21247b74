"""The `house` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import Attributes, Resource

if TYPE_CHECKING:
    from .rooms import Rooms
    from .with_raw_response import WithRawResponse


class House(Resource):
    """The `house` operations."""

    rooms: Rooms
    """The `house.rooms` operations."""

    with_raw_response_: WithRawResponse
    """The `house.with raw response` operations."""

    _resources: ClassVar[Attributes] = {
        "rooms": (".rooms", "Rooms"),
        "with_raw_response_": (".with_raw_response", "WithRawResponse"),
    }
