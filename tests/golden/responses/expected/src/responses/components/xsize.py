"""The type `XSize`."""

from __future__ import annotations

from typing import Literal, TypeAlias

XSize: TypeAlias = Literal["small", "large"]
