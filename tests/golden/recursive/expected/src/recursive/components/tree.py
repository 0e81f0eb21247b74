"""The type `Tree`."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Tree"]


class Tree(BaseModel, kw_only=True):
    left: Tree | UnsetType = UNSET
    right: Tree | UnsetType | None = UNSET

    value: components.JSON | UnsetType | None = UNSET
    """Any JSON."""

    rows: components.Rows | UnsetType = UNSET
    filter: components.Filter | UnsetType = UNSET
    grid: components.Grid | UnsetType = UNSET
    either: components.Either | UnsetType = UNSET
