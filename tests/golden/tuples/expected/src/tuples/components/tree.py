"""The type `Tree`."""

from __future__ import annotations

from typing import Never, TypeAlias

from .._runtime.json.unions import OneOf

__all__ = ["Tree"]

Tree: TypeAlias = OneOf["tuple[int, Tree | None]", Never]
"""A pair that contains itself. Exactly 2 elements."""
