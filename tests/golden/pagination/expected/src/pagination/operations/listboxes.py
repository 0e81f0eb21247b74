"""The type `ListBoxesResponse`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class ListBoxesResponse(BaseModel, kw_only=True):
    """A box, and where the next is."""

    label: str | UnsetType = UNSET
    next: str | UnsetType = UNSET
