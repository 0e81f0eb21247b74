"""The type `Circle`."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Circle"]


class Circle(BaseModel, kw_only=True):
    radius: Number
