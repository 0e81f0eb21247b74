"""The type `PlacesRequestBody`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["PlacesRequestBody"]


class PlacesRequestBody(BaseModel, kw_only=True):
    range: tuple[str, int] | UnsetType = UNSET
    """A unit and a number of it. Exactly 2 elements."""
