"""The type `ParcelSent` and the types that it contains."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import BaseModel

__all__ = ["ParcelSent", "Type"]

Type: TypeAlias = Literal["parcel.sent", "parcel.sent.again"]


class ParcelSent(BaseModel, kw_only=True):
    type: Type
    parcel: components.Parcel
