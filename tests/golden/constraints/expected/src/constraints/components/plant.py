"""The type `Plant` and the types that it contains."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Kind", "Plant", "Size"]

Kind: TypeAlias = Literal["tree", "herb"]


class Plant(BaseModel, kw_only=True):
    name: str
    """At least 1 character, at most 10 characters."""

    height: Number | UnsetType | None = UNSET
    """At least 0, a multiple of 0.1."""

    tags: list[str] | UnsetType = UNSET
    """At most 3 elements, no duplicates."""

    kind: Kind | UnsetType = UNSET

    care: components.Care | UnsetType = UNSET
    """At least 1 property, at most 3 properties."""

    code: int | UnsetType = UNSET
    """More than 9007199254740993."""

    notes: dict[str, str] | UnsetType = UNSET
    """At least 1 property, at most 2 properties."""

    size: Size | UnsetType = UNSET


Size: TypeAlias = str | int
