"""The type `Ship`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Ship"]


class Ship(BaseModel, kw_only=True):
    type: str = tag(default="Ship", required=True)
    name: str | UnsetType = UNSET
    crew: int | UnsetType = UNSET
