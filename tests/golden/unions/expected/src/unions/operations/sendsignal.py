"""Request and response of `animals.send_signal` (`PUT /signals`)."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SendSignalResponse", "Vessel"]


class SendSignalResponse(BaseModel, kw_only=True):
    """All signals, also by name."""

    signals: list[components.Signal]
    named: dict[str, components.Signal]
    vessels: list[Vessel] | UnsetType = UNSET


Vessel: TypeAlias = Tagged[
    components.Boat | components.Ship,
    By("type", {"Boat": components.Boat, "Ship": components.Ship}),
]
