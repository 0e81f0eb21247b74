"""The type `Record` and the types that it contains."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import field

from .. import components
from .._runtime.json.models import OpenModel
from .._runtime.json.unions import OneOf
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Choice", "Closed", "Mixed", "OldItem", "Patterns", "Record", "Typed"]


class Record(BaseModel, kw_only=True):
    free: components.Free
    """A record with a name, and whatever else."""

    typed: Typed | UnsetType = UNSET
    models: dict[str, components.Free] | UnsetType = UNSET
    patterns: dict[str, Patterns | None] | UnsetType = UNSET
    mixed: dict[str, Mixed | None] | UnsetType = UNSET
    closed: Closed | UnsetType = UNSET
    any: Any | UnsetType = UNSET
    anys: list[Any] | UnsetType = UNSET

    choice: Choice | UnsetType | None = UNSET
    """A record with a name, and whatever else."""

    old: list[OldItem] | UnsetType = UNSET
    """At most 2 elements."""

    strict: dict[str, str] | UnsetType = UNSET


class Typed(OpenModel, kw_only=True):
    total: int | UnsetType = UNSET

    additional_properties: dict[str, Number] = field(default_factory=dict[str, Number])
    """All other properties, by name."""


class Closed(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET


Patterns: TypeAlias = OneOf[str, Any]
Mixed: TypeAlias = OneOf[int, str, Any]
Choice: TypeAlias = OneOf[Any, components.Free]
OldItem: TypeAlias = str | int
