"""Request and response of `pages.with_raw_response_` (`GET /pages`)."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["WithRawResponseResponse"]


class WithRawResponseResponse(BaseModel, kw_only=True):
    """Some pages."""

    found: list[str]
