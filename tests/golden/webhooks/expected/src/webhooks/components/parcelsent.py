"""The type `ParcelSent`, and what is declared inside it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import BaseModel

Type: TypeAlias = Literal["parcel.sent", "parcel.sent.again"]


class ParcelSent(BaseModel, kw_only=True):
    type: Type
    parcel: components.Parcel
