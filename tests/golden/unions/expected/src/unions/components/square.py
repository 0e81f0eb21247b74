"""The type `Square`."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Square"]


class Square(BaseModel, kw_only=True):
    width: Number
    height: Number
