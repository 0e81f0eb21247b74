"""The type `Place` and the types that it contains."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from .. import components
from .._runtime.json.unions import OneOf
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Either", "OpenedItem", "OwnerItem", "Place", "RestItem", "ShorterItem"]

OwnerItem: TypeAlias = Literal["boss", "worker"]


class Place(BaseModel, kw_only=True):
    name: str

    at: tuple[Number, Number]
    """Latitude and longitude. Exactly 2 elements."""

    owner: tuple[components.Person, OwnerItem, Any] | UnsetType | None = UNSET
    """Exactly 3 elements."""

    opened: tuple[date, OpenedItem] | UnsetType = UNSET
    """Exactly 2 elements."""

    log: list[tuple[int, components.Person]] | UnsetType = UNSET
    either: Either | UnsetType = UNSET

    rest: list[RestItem | None] | UnsetType = UNSET
    """At least a text and an integer, then anything. At least 2 elements."""

    shorter: list[ShorterItem] | UnsetType = UNSET
    """Up to two elements. At most 2 elements."""


class OpenedItem(BaseModel, kw_only=True):
    note: str | UnsetType = UNSET


Either: TypeAlias = OneOf[tuple[int, int], tuple[str], list[bool]]
RestItem: TypeAlias = OneOf[str, int, Any]
ShorterItem: TypeAlias = str | int
