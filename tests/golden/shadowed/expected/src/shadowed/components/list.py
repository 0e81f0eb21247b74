"""The type `List`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class List(BaseModel, kw_only=True):
    list: int | UnsetType = UNSET
