"""Request and response of `letters.list_inks` (`GET /inks`)."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.unions import OneOf
from .._runtime.paging.page import IterablePage
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Links", "ListInksResponse", "ListInksResponse1", "ListInksResponse2"]


class ListInksResponse1(IterablePage[str | int], kw_only=True):
    inks: list[str] | UnsetType = UNSET
    links: Links


class ListInksResponse2(IterablePage[str | int], kw_only=True):
    inks: list[int]
    total: int


class Links(BaseModel, kw_only=True):
    next: str | UnsetType | None = UNSET


ListInksResponse: TypeAlias = OneOf[ListInksResponse1, ListInksResponse2]
"""Some inks."""
