"""The type `Vehicle`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.unions import By, Tagged

Vehicle: TypeAlias = Tagged[
    components.Car | components.Lorry,
    By("vehicle", {"car": components.Car, "lorry": components.Lorry, "van": components.Lorry}),
]
"""The property that tells them apart is any text; `mapping` says which."""
