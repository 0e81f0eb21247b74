"""The type `Units`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Units"]

Units: TypeAlias = Literal["metric", "imperial"]
