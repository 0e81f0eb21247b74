"""The type `Free`."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import UNSET, UnsetType

__all__ = ["Free"]


class Free(OpenModel, kw_only=True):
    """A record with a name, and whatever else."""

    name: str
    additional_properties_: int | UnsetType = field(name="additional_properties", default=UNSET)

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""
