"""The type `Ticket`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Ticket"]


class Ticket(BaseModel, kw_only=True):
    number: str
    row: int | UnsetType = UNSET
