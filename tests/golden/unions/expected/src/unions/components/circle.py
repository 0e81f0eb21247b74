"""The type `Circle`."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import Number

__all__ = ["Circle"]


class Circle(OpenModel, kw_only=True):
    radius: Number

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""
