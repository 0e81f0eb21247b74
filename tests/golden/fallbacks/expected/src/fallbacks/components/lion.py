"""The type `Lion`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Lion"]


class Lion(BaseModel, kw_only=True):
    kind: str | UnsetType = tag(default="Lion")
    mane: bool | UnsetType = UNSET
