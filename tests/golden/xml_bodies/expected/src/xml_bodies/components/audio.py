"""The type `Audio`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Audio"]


class Audio(BaseModel, kw_only=True):
    kind: str = tag(default="audio", required=True)
    minutes: int | UnsetType = UNSET
