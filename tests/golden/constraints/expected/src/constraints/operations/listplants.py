"""The types `Sort` and `Colour`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["name", "age"]
Colour: TypeAlias = Literal["red", "green", "blue"]
