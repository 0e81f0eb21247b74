"""The type `WildBase`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["WildBase"]


class WildBase(BaseModel, kw_only=True):
    kind: str | UnsetType = UNSET
