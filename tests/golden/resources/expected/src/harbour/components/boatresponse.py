"""The type `BoatResponse`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["BoatResponse"]


class BoatResponse(BaseModel, kw_only=True):
    """A boat."""

    name: str
