"""The type `KeyEnvelope` and the types that it contains."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Data", "KeyEnvelope"]


class KeyEnvelope(BaseModel, kw_only=True):
    data: Data | UnsetType = UNSET
    """A page of anything."""

    total: int | UnsetType = UNSET


class Data(BaseModel, kw_only=True):
    """A page of anything."""

    items: list[components.Key] | UnsetType = UNSET

    next: Data | UnsetType = UNSET
    """A page of anything."""
