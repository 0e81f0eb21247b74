"""The type `ChangeParcelRequestBody`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class ChangeParcelRequestBody(BaseModel, kw_only=True):
    """What shall be different."""

    id: str | UnsetType = UNSET
    weight: float
    note: str | UnsetType | None = UNSET
