"""The type `Rain`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Rain"]


class Rain(BaseModel, kw_only=True):
    mm: int
