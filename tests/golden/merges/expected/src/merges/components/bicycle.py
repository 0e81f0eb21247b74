"""The type `Bicycle`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Bicycle"]


class Bicycle(BaseModel, kw_only=True):
    type: str
    wheels: int
    bell: bool | UnsetType = UNSET
