"""Request and response of `letters.list_envelopes` (`GET /envelopes`)."""

from __future__ import annotations

from msgspec import field

from .._runtime.paging.page import Page
from ..types import UNSET, UnsetType

__all__ = ["ListEnvelopesResponse"]


class ListEnvelopesResponse(Page[str], kw_only=True):
    """Some envelopes."""

    envelopes: list[str] | UnsetType = UNSET
    page_count: int | UnsetType = field(name="page-count", default=UNSET)
