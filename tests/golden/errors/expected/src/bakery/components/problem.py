"""The type `Problem`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class Problem(BaseModel, kw_only=True):
    code: int | UnsetType = UNSET
    message: str
