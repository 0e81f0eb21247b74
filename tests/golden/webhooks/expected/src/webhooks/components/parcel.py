"""The type `Parcel`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Parcel"]


class Parcel(BaseModel, kw_only=True):
    id: str

    weight: float | UnsetType = UNSET
    """More than 0."""
