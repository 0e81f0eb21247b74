"""The type `Either`."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Either"]

Either: TypeAlias = int | str
