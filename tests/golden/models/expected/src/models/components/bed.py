"""The type `Bed`."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Bed"]


class Bed(BaseModel, kw_only=True):
    row: int

    model_dump_: str | UnsetType = field(name="model_dump", default=UNSET)
    """A name that every model has already."""
