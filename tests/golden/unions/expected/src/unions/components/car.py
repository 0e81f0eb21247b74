"""The type `Car`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Car"]


class Car(BaseModel, kw_only=True):
    vehicle: str
    doors: int
