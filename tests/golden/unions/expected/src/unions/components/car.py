"""The type `Car`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import BaseModel

__all__ = ["Car"]


class Car(BaseModel, kw_only=True):
    vehicle: str = tag(default="car", required=True)
    doors: int
