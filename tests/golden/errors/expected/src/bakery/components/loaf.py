"""The type `Loaf`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class Loaf(BaseModel, kw_only=True):
    grams: float | UnsetType = UNSET
