"""The type `Box`."""

from __future__ import annotations

from ..types import BaseModel


class Box(BaseModel, kw_only=True):
    width: float
    height: float
    depth: float
