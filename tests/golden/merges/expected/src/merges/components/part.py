"""The type `Part`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Part"]


class Part(BaseModel, kw_only=True):
    """A part."""

    id: int
    """A number."""

    size: Number | UnsetType | None = UNSET
    """How large it is, in metres."""

    note: str | UnsetType | None = UNSET
    """What there is to say."""
