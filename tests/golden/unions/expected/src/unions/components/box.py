"""The type `Box`."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Box"]


class Box(BaseModel, kw_only=True):
    width: Number
    height: Number
    depth: Number
