"""The type `Entry`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Entry"]


class Entry(BaseModel, kw_only=True):
    number: int
