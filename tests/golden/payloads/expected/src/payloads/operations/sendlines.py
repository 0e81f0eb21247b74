"""Request and response of `jobs.send_lines` (`POST /jobs/{id}/lines`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SendLinesRequestBodyLine"]


class SendLinesRequestBodyLine(BaseModel, kw_only=True):
    text: str | UnsetType = UNSET
