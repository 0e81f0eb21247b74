"""The type `Late`."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.models import tag
from ..types import BaseModel, UnsetType

__all__ = ["Late"]


class Late(BaseModel, kw_only=True):
    name: str
    why: Literal["late"] | UnsetType = tag(default="late")
    status: Literal["failed"] | UnsetType = tag(default="failed")
