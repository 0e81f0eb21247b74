"""The type `Vehicle`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Vehicle"]

Vehicle: TypeAlias = Tagged[
    components.Lorry | components.Bicycle | components.Trailer | components.VehicleBase,
    By(
        "type",
        {
            "Lorry": components.Lorry,
            "twowheeler": components.Bicycle,
            "Trailer": components.Trailer,
        },
        default=components.VehicleBase,
    ),
]
"""Anything that rolls."""
