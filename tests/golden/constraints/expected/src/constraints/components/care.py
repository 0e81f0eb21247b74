"""The type `Care`."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import UNSET, UnsetType

__all__ = ["Care"]


class Care(OpenModel, kw_only=True):
    """At least 1 property, at most 3 properties."""

    water: int | UnsetType = UNSET
    """Less than 10."""

    feed: int | UnsetType = UNSET

    additional_properties: dict[str, int] = field(default_factory=dict[str, int])
    """All other properties, by name."""
