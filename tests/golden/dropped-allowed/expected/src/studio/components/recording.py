"""The type `Recording`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class Recording(BaseModel, kw_only=True):
    id: int | UnsetType = UNSET
