"""The type `VehicleBase`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["VehicleBase"]


class VehicleBase(BaseModel, kw_only=True):
    """Anything that rolls."""

    type: str
    wheels: int
