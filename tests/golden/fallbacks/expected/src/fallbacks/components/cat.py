"""The type `Cat`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import BaseModel

__all__ = ["Cat"]


class Cat(BaseModel, kw_only=True):
    kind: str = tag(default="cat", required=True)
    lives: int
