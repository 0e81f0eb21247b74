"""The type `Tree`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Tree"]


class Tree(BaseModel, kw_only=True):
    children: list[Tree] | UnsetType = UNSET
