"""The type `Box`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import BaseModel

__all__ = ["Box"]


class Box(BaseModel, kw_only=True):
    width: Number
    height: Number
    depth: Number
