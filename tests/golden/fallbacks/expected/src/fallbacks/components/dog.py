"""The type `Dog`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Dog"]


class Dog(BaseModel, kw_only=True):
    kind: str | UnsetType = tag(default="Dog")
    bark: str | UnsetType = UNSET
