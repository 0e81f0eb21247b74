"""The type `Loaf`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Loaf"]


class Loaf(BaseModel, kw_only=True):
    grams: Number | UnsetType = UNSET
