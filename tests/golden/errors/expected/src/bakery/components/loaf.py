"""The type `Loaf`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Loaf"]


class Loaf(BaseModel, kw_only=True):
    grams: Number | UnsetType = UNSET
