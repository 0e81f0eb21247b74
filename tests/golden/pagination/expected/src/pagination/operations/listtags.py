"""Request and response of `letters.list_tags` (`GET /tags`)."""

from __future__ import annotations

from .._runtime.paging.page import IterablePage
from ..types import UNSET, UnsetType

__all__ = ["ListTagsResponse"]


class ListTagsResponse(IterablePage[str], kw_only=True):
    """Some tags."""

    tags: list[str]
    has_next: bool
    next_page: str | UnsetType | None = UNSET
