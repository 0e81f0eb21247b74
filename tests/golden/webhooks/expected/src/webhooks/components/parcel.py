"""The type `Parcel`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Parcel"]


class Parcel(BaseModel, kw_only=True):
    id: str

    weight: Number | UnsetType = UNSET
    """More than 0."""
