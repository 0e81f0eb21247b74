"""Request and response of `letters.list_stamps` (`GET /stamps`)."""

from __future__ import annotations

from .._runtime.paging.page import Page
from ..types import UNSET, UnsetType

__all__ = ["ListStampsResponse"]


class ListStampsResponse(Page[str], kw_only=True):
    """Some stamps."""

    data: list[str] | UnsetType = UNSET
