"""The type `Address`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Address"]


class Address(BaseModel, kw_only=True):
    street: str
    town: str | UnsetType = UNSET
