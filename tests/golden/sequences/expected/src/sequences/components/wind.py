"""The type `Wind`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Wind"]


class Wind(BaseModel, kw_only=True):
    knots: int
