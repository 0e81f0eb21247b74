"""The type `Zoo` and the types that it contains."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, OneOf, Tagged
from ..types import BaseModel

__all__ = ["Shape", "Vehicle", "Zoo"]


class Zoo(BaseModel, kw_only=True):
    animals: list[components.Animal]
    vehicles: list[Vehicle]
    shapes: list[Shape | None]
    events: list[components.Event]

    owner: components.Animal | None
    """A cat or a dog, as `kind` says."""


Vehicle: TypeAlias = Tagged[
    components.Car | components.Lorry,
    By("vehicle", {"car": components.Car, "lorry": components.Lorry, "van": components.Lorry}),
]
"""The property that tells them apart is any text; `mapping` says which."""

Shape: TypeAlias = OneOf[components.Circle, components.Square, components.Box, str]
"""Nothing but the properties tells these apart."""
