"""The type `Stored`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Stored"]


class Stored(BaseModel, kw_only=True):
    data: str
