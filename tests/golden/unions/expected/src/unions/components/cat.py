"""The type `Cat`."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.models import tag
from ..types import BaseModel

__all__ = ["Cat"]


class Cat(BaseModel, kw_only=True):
    kind: Literal["cat"] = tag(default="cat", required=True)
    lives: int
