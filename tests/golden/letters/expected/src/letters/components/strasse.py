"""The type `Straße` and the types that it contains."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Strasse", "Straße"]


class Straße(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET


class Strasse(BaseModel, kw_only=True):
    nummer: int | UnsetType = UNSET
