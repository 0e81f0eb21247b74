"""The type `Other`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Other"]


class Other(BaseModel, kw_only=True):
    kind: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
