"""The type `All`."""

from __future__ import annotations

from msgspec import field

from .. import components
from ..types import BaseModel

__all__ = ["All"]


class All(BaseModel, kw_only=True):
    and_: list[components.Filter] = field(name="and")
