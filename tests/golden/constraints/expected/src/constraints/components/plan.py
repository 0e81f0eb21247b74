"""The type `Plan` and the types that it contains."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from msgspec import field

from .. import components
from .._runtime.json.models import OpenModel
from ..types import UNSET, Number, UnsetType

__all__ = ["Either", "PairItem", "Plan"]


class Plan(OpenModel, kw_only=True):
    id: int
    steps: list[components.Step]
    owner: dict[str, Any] | UnsetType = UNSET
    ends: date | UnsetType = UNSET
    kind: str | UnsetType = UNSET

    pair: list[PairItem] | UnsetType = UNSET
    """At most 2 elements."""

    either: Either | UnsetType = UNSET

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""


PairItem: TypeAlias = int | str
Either: TypeAlias = int | Number
