"""The type `Box`."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import Number

__all__ = ["Box"]


class Box(OpenModel, kw_only=True):
    width: Number
    height: Number
    depth: Number

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""
