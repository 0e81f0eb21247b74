"""Request and response of `letters.list_boxes` (`GET /boxes`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ListBoxesResponse"]


class ListBoxesResponse(BaseModel, kw_only=True):
    """A box, and where the next is."""

    label: str | UnsetType = UNSET
    next: str | UnsetType = UNSET
