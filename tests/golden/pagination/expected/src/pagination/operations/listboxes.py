"""Request and response of `letters.list_boxes` (`GET /boxes`)."""

from __future__ import annotations

from .._runtime.paging.page import Page
from ..types import UNSET, UnsetType

__all__ = ["ListBoxesResponse"]


class ListBoxesResponse(Page["ListBoxesResponse"], kw_only=True):
    """A box, and where the next is."""

    label: str | UnsetType = UNSET
    next: str | UnsetType = UNSET
