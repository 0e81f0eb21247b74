"""The type `Recording`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Recording"]


class Recording(BaseModel, kw_only=True):
    id: int | UnsetType = UNSET
