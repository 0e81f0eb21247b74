"""The type `Ship`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Ship"]


class Ship(BaseModel, kw_only=True):
    name: str
    berth: int | UnsetType = UNSET
