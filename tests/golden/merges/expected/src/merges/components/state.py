"""The type `State`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["State"]

State: TypeAlias = Literal["open", "closed"]
