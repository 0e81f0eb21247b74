"""The type `Event`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Event"]


class Event(BaseModel, kw_only=True):
    data: str
    event: str | UnsetType = UNSET
    id: str | UnsetType = UNSET

    retry: int | UnsetType = UNSET
    """At least 0."""
