"""The type `Paper`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Paper"]


class Paper(BaseModel, kw_only=True):
    kind: str = tag(default="paper", required=True)
    pages: int | UnsetType = UNSET
