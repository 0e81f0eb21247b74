"""The type `Comparison`."""

from __future__ import annotations

from .. import components
from ..types import BaseModel

__all__ = ["Comparison"]


class Comparison(BaseModel, kw_only=True):
    field: str

    equals: components.JSON | None
    """Any JSON."""
