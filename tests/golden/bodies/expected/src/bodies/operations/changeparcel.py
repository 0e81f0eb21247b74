"""Request and response of `parcels.change_parcel` (`PATCH /parcels/{id}`)."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ChangeParcelRequestBody"]


class ChangeParcelRequestBody(BaseModel, kw_only=True):
    """What shall be different."""

    id: str | UnsetType = UNSET
    weight: Number
    note: str | UnsetType | None = UNSET
