"""The type `WithRawResponseResponse`."""

from __future__ import annotations

from ..types import BaseModel


class WithRawResponseResponse(BaseModel, kw_only=True):
    """Some pages."""

    found: list[str]
