"""Request and response of `colours.query` (`GET /query`)."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Filter", "Range"]


class Filter(BaseModel, kw_only=True):
    shade: str | UnsetType = UNSET
    range: Range | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET


class Range(BaseModel, kw_only=True):
    from_: int | UnsetType = field(name="from", default=UNSET)
    to: int | UnsetType = UNSET
