"""The type `Square`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import BaseModel

__all__ = ["Square"]


class Square(BaseModel, kw_only=True):
    width: Number
    height: Number
