"""The type `By`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["By"]


class By(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
