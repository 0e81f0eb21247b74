"""The type `Cat`."""

from __future__ import annotations

from typing import Literal

from ..types import BaseModel

__all__ = ["Cat"]


class Cat(BaseModel, kw_only=True):
    kind: Literal["cat"]
    lives: int
