"""The type `NamedTree`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["NamedTree"]


class NamedTree(BaseModel, kw_only=True):
    children: list[NamedTree] | UnsetType = UNSET
    name: str
