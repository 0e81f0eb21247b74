"""The type `Square`."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import Number

__all__ = ["Square"]


class Square(OpenModel, kw_only=True):
    width: Number
    height: Number

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""
