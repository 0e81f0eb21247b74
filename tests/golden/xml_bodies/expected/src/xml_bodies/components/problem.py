"""The type `Problem`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Problem"]


class Problem(BaseModel, kw_only=True):
    code: int
    message: str | UnsetType = UNSET
