"""The type `Loaf`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Loaf"]


class Loaf(BaseModel, kw_only=True):
    grams: float | UnsetType = UNSET
