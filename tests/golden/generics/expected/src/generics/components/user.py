"""The type `User`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["User"]


class User(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
