"""The types `Order` and `Tariff`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Order: TypeAlias = Literal["price", "time"]
"""Default: `'time'`."""

Tariff: TypeAlias = Literal[1, 2] | int
