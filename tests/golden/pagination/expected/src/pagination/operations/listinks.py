"""The types `ListInksResponse` and `Links`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class ListInksResponse(BaseModel, kw_only=True):
    """Some inks."""

    inks: list[str] | UnsetType = UNSET
    links: Links | UnsetType = UNSET


class Links(BaseModel, kw_only=True):
    next: str | UnsetType | None = UNSET
