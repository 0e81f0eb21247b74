"""The type `Circle`."""

from __future__ import annotations

from ..types import BaseModel


class Circle(BaseModel, kw_only=True):
    radius: float
