"""The type `Square`."""

from __future__ import annotations

from ..types import BaseModel


class Square(BaseModel, kw_only=True):
    width: float
    height: float
