"""The type `Parcel`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Parcel(Model, kw_only=True):
    """A `Parcel` object."""

    id: str

    weight: float | UnsetType = UNSET
    """More than 0."""
