"""The type `Trailer`."""

from __future__ import annotations

from .._runtime.json.models import tag
from ..types import BaseModel, Number

__all__ = ["Trailer"]


class Trailer(BaseModel, kw_only=True):
    """A lorry with something behind it."""

    type: str = tag(default="Trailer", required=True)
    wheels: int
    load: Number
    axles: int
