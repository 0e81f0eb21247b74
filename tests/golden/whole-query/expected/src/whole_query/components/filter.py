"""The type `Filter`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Filter"]


class Filter(BaseModel, kw_only=True):
    a: int
    b: list[str] | UnsetType = UNSET
