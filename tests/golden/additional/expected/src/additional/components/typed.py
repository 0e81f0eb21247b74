"""The type `Typed`."""

from __future__ import annotations

from .._runtime.models import OpenModel
from ..types import UNSET, UnsetType


class Typed(OpenModel, kw_only=True):
    """A `Typed` object."""

    total: int | UnsetType = UNSET

    additional_properties: dict[str, float] = {}
    """All other properties, by name."""
