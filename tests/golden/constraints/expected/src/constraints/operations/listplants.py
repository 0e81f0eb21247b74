"""Request and response of `plants.list_plants` (`GET /plants`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Colour", "Sort"]

Sort: TypeAlias = Literal["name", "age"]
Colour: TypeAlias = Literal["red", "green", "blue"]
