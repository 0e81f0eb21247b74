"""The type `Shape`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.unions import OneOf

Shape: TypeAlias = OneOf[components.Circle, components.Square, components.Box, str]
"""Nothing but the properties tells these apart."""
