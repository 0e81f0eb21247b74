"""The type `Dates`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Dates: TypeAlias = Literal["tomorrow"] | str
