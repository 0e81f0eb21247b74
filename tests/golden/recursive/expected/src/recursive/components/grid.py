"""The type `Grid`, and what is declared inside it."""

from __future__ import annotations

from typing import Never, TypeAlias

from .._runtime.unions import OneOf

GridItem: TypeAlias = OneOf["Grid", "str"]
Grid: TypeAlias = OneOf["list[GridItem | None]", Never]
