"""The type `Lorry`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import BaseModel, Number

__all__ = ["Lorry"]


class Lorry(BaseModel, kw_only=True):
    type: str = tag(default="Lorry", required=True)
    wheels: int
    load: Number
