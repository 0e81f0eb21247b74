"""The type `Fault`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Fault"]


class Fault(BaseModel, kw_only=True):
    """What went wrong, as a number."""

    code: int
    by: str | UnsetType | None = UNSET
