"""The type `Grid` and the types that it contains."""

from __future__ import annotations

from typing import Never, TypeAlias

from .._runtime.json.unions import OneOf

__all__ = ["Grid", "GridItem"]

GridItem: TypeAlias = OneOf["Grid", "str"]
Grid: TypeAlias = OneOf["list[GridItem | None]", Never]
