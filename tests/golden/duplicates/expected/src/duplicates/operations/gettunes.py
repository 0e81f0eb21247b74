"""Types of `tunes.get_tunes` (`GET /tunes`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["GetTunesNextBy", "GetTunesNowBy", "GetTunesResponse", "Next", "Now"]


class GetTunesResponse(BaseModel, kw_only=True):
    """Both tunes."""

    next: Next | UnsetType = UNSET

    now: Now | UnsetType = UNSET
    """It plays."""


class Next(BaseModel, kw_only=True):
    title: str
    by: GetTunesNextBy | UnsetType = UNSET


class GetTunesNextBy(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET


Now: TypeAlias = Next
"""It plays."""

GetTunesNowBy: TypeAlias = GetTunesNextBy
