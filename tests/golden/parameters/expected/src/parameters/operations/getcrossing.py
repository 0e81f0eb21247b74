"""Request and response of `crossings.get_crossing` (`GET
/ports/{from}/crossings/{crossing-id}`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Order", "Tariff"]

Order: TypeAlias = Literal["price", "time"]
"""Default: `'time'`."""

Tariff: TypeAlias = Literal[1, 2] | int
