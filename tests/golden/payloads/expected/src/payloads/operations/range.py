"""The type `Range`."""

from __future__ import annotations

from msgspec import field

from ..types import BaseModel

__all__ = ["Range"]


class Range(BaseModel, kw_only=True):
    from_: int = field(name="from")
