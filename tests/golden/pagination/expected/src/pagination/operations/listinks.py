"""The types `ListInksResponse1`, `ListInksResponse2`, `Links` and `ListInksResponse`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model
from .._runtime.unions import OneOf
from ..types import UNSET, UnsetType


class ListInksResponse1(Model, kw_only=True):
    """A `ListInksResponse1` object."""

    inks: list[str] | UnsetType = UNSET

    links: Links


class ListInksResponse2(Model, kw_only=True):
    """A `ListInksResponse2` object."""

    inks: list[int]

    total: int


class Links(Model, kw_only=True):
    """A `Links` object."""

    next: str | UnsetType | None = UNSET


ListInksResponse: TypeAlias = OneOf[ListInksResponse1, ListInksResponse2]
"""Some inks."""
