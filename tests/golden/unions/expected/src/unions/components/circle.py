"""The type `Circle`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import BaseModel

__all__ = ["Circle"]


class Circle(BaseModel, kw_only=True):
    radius: Number
