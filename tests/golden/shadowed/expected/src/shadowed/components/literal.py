"""The type `Literal`."""

from __future__ import annotations

from typing import Literal as _Literal
from typing import TypeAlias

__all__ = ["Literal"]

Literal: TypeAlias = _Literal["a", "b"] | str
