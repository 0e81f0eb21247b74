"""The type `Key`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Key"]


class Key(BaseModel, kw_only=True):
    hash: str | UnsetType = UNSET
