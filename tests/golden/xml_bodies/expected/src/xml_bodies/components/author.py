"""The type `Author`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Author"]


class Author(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
    born: int | UnsetType = UNSET
