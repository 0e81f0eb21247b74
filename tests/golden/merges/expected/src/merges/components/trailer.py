"""The type `Trailer`."""

from __future__ import annotations

from .._runtime.values import Number
from ..types import BaseModel

__all__ = ["Trailer"]


class Trailer(BaseModel, kw_only=True):
    """A lorry with something behind it."""

    type: str
    wheels: int
    load: Number
    axles: int
