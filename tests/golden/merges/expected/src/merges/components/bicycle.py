"""The type `Bicycle`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Bicycle"]


class Bicycle(BaseModel, kw_only=True):
    type: str = tag(default="twowheeler", required=True)
    wheels: int
    bell: bool | UnsetType = UNSET
