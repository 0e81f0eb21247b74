"""The type `Box`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Box"]


class Box(BaseModel, kw_only=True):
    width: float
    height: float
    depth: float
