"""The type `Page`."""

from __future__ import annotations

from typing import Any

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Page"]


class Page(BaseModel, kw_only=True):
    """A page of anything."""

    items: list[Any] | UnsetType = UNSET

    next: Page | UnsetType = UNSET
    """A page of anything."""
