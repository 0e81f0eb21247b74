"""The type `Programme`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Programme"]

Programme: TypeAlias = Literal["wool", "cotton"] | str
"""How to wash. There will be more programmes."""
