"""The type `XSize`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["XSize"]

XSize: TypeAlias = Literal["small", "large"]
