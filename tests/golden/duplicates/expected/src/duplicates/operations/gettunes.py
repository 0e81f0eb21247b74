"""Request and response of `tunes.get_tunes` (`GET /tunes`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import UNSET, BaseModel, UnsetType
from .by import By

__all__ = ["GetTunesNextBy", "GetTunesNowBy", "GetTunesResponse", "Next", "Now"]


class GetTunesResponse(BaseModel, kw_only=True):
    """Both tunes."""

    next: Next | UnsetType = UNSET

    now: Now | UnsetType = UNSET
    """It plays."""


class Next(BaseModel, kw_only=True):
    title: str
    by: GetTunesNextBy | UnsetType = UNSET


Now: TypeAlias = Next
"""It plays."""

GetTunesNextBy: TypeAlias = By
GetTunesNowBy: TypeAlias = By
