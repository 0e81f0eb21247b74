"""The type `Unknown`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Unknown"]


class Unknown(BaseModel, kw_only=True):
    kind: str | UnsetType = UNSET
    height: int | UnsetType = UNSET
