"""The type `Lorry`."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Lorry"]


class Lorry(BaseModel, kw_only=True):
    type: str
    wheels: int
    load: Number
