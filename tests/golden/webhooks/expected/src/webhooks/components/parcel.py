"""The type `Parcel`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Parcel"]


class Parcel(BaseModel, kw_only=True):
    id: str

    weight: Number | UnsetType = UNSET
    """More than 0."""
