"""Request and response of `books.send_report` (`POST /report`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SendReportRequestBody", "SendReportXMLRequestBody"]


class SendReportRequestBody(BaseModel, kw_only=True):
    lent: int | UnsetType = UNSET


class SendReportXMLRequestBody(BaseModel, kw_only=True):
    lost: int | UnsetType = UNSET
