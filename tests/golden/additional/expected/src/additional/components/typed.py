"""The type `Typed`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import OpenModel
from ..types import UNSET, UnsetType


class Typed(OpenModel, kw_only=True):
    """A `Typed` object."""

    total: int | UnsetType = UNSET

    additional_properties: dict[str, float] = field(default_factory=dict[str, float])
    """All other properties, by name."""
