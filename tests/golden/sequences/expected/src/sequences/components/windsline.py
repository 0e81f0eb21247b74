"""The type `WindsLine`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["WindsLine"]


class WindsLine(BaseModel, kw_only=True):
    knots: int
