"""The type `ParcelLostPayload`."""

from __future__ import annotations

from typing import Literal

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ParcelLostPayload"]


class ParcelLostPayload(BaseModel, kw_only=True):
    type: Literal["parcel.lost"]
    parcel: components.Parcel

    reason: str | UnsetType = UNSET
    """Not empty."""
