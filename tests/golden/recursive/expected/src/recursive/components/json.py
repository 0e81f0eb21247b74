"""The type `Json`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.unions import OneOf

Json: TypeAlias = OneOf["str", "float", "bool", "list[Json | None]", "dict[str, Json | None]"]
"""Any JSON."""
