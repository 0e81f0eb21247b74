"""The type `CountRequest`."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType


class CountRequest(BaseModel, kw_only=True):
    """What to ask for."""

    from_: str | UnsetType = field(name="from", default=UNSET)
    to: str | UnsetType = UNSET
