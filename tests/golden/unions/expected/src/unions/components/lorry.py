"""The type `Lorry`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import BaseModel

__all__ = ["Lorry"]


class Lorry(BaseModel, kw_only=True):
    vehicle: str
    load: Number
