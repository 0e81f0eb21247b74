"""Request and response of `pages.with_raw_response_` (`GET /pages`)."""

from __future__ import annotations

from .._runtime.paging.page import Page

__all__ = ["WithRawResponseResponse"]


class WithRawResponseResponse(Page[str], kw_only=True):
    """Some pages."""

    found: list[str]
