"""The type `Tree`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Tree(Model, kw_only=True):
    """A `Tree` object."""

    left: Tree | UnsetType = UNSET

    right: Tree | UnsetType | None = UNSET

    value: components.JSON | UnsetType | None = UNSET
    """Any JSON."""

    rows: components.Rows | UnsetType = UNSET

    filter: components.Filter | UnsetType = UNSET
