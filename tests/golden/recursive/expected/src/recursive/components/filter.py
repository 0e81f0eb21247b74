"""The type `Filter`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import OneOf

__all__ = ["Filter"]

Filter: TypeAlias = OneOf[components.Comparison, components.All]
