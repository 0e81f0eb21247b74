"""The type `ParcelLostPayload`."""

from __future__ import annotations

from typing import Literal

from .. import components
from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ParcelLostPayload"]


class ParcelLostPayload(BaseModel, kw_only=True):
    type: Literal["parcel.lost"] = tag(default="parcel.lost", required=True)
    parcel: components.Parcel

    reason: str | UnsetType = UNSET
    """Not empty."""
