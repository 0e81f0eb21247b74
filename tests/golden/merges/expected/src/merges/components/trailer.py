"""The type `Trailer`."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Trailer"]


class Trailer(BaseModel, kw_only=True):
    """A lorry with something behind it."""

    type: str
    wheels: int
    load: Number
    axles: int
