"""The type `Colour`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Colour: TypeAlias = Literal["blue", "red"]
