"""The type `Boat`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Boat"]


class Boat(BaseModel, kw_only=True):
    type: str = tag(default="Boat", required=True)
    name: str | UnsetType = UNSET
    oars: int | UnsetType = UNSET
