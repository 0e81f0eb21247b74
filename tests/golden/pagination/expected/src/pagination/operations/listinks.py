"""The types `ListInksResponse1`, `ListInksResponse2`, `Links` and `ListInksResponse`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.unions import OneOf
from ..types import UNSET, BaseModel, UnsetType


class ListInksResponse1(BaseModel, kw_only=True):
    inks: list[str] | UnsetType = UNSET
    links: Links


class ListInksResponse2(BaseModel, kw_only=True):
    inks: list[int]
    total: int


class Links(BaseModel, kw_only=True):
    next: str | UnsetType | None = UNSET


ListInksResponse: TypeAlias = OneOf[ListInksResponse1, ListInksResponse2]
"""Some inks."""
