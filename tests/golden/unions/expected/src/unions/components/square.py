"""The type `Square`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Square"]


class Square(BaseModel, kw_only=True):
    width: float
    height: float
