"""Request and response of `books.report` (`GET /report`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ReportResponse", "ReportResponse2"]


class ReportResponse(BaseModel, kw_only=True):
    """The year in numbers."""

    lent: int | UnsetType = UNSET


class ReportResponse2(BaseModel, kw_only=True):
    """The year in numbers."""

    lost: int | UnsetType = UNSET
