"""The type `TextLine`."""

from __future__ import annotations

from msgspec import field

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["TextLine"]


class TextLine(BaseModel, kw_only=True):
    words: str = field(name="text")

    page: int | UnsetType = UNSET
    """Deprecated. Count. Use `place` instead."""

    format_: components.JSONFormat | UnsetType = field(name="format", default=UNSET)

    date_: components.JSONFormat | UnsetType = field(name="date", default=UNSET)
    """A date."""
