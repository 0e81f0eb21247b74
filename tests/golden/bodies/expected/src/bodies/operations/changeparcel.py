"""Request and response of `parcels.change_parcel` (`PATCH /parcels/{id}`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["ChangeParcelRequestBody"]


class ChangeParcelRequestBody(BaseModel, kw_only=True):
    """What shall be different."""

    id: str | UnsetType = UNSET
    weight: Number
    note: str | UnsetType | None = UNSET
