"""The type `JSONFormat`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["JSONFormat"]


class JSONFormat(BaseModel, kw_only=True):
    id: str | UnsetType = UNSET
