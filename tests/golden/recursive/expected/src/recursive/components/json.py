"""The type `JSON`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.unions import OneOf
from ..types import Number

__all__ = ["JSON"]

JSON: TypeAlias = OneOf["str", "Number", "bool", "list[JSON | None]", "dict[str, JSON | None]"]
"""Any JSON."""
