"""The type `Bicycle`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class Bicycle(BaseModel, kw_only=True):
    type: str
    wheels: int
    bell: bool | UnsetType = UNSET
