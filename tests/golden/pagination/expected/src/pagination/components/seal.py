"""The type `Seal`."""

from __future__ import annotations

from msgspec import field

from ..types import BaseModel

__all__ = ["Seal"]


class Seal(BaseModel, kw_only=True):
    seal_id: str = field(name="seal-id")
