"""The type `List`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["List"]


class List(BaseModel, kw_only=True):
    list: int | UnsetType = UNSET
