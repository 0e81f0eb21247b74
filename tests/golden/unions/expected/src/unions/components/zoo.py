"""The type `Zoo`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class Zoo(Model, kw_only=True):
    """A `Zoo` object."""

    animals: list[components.Animal]

    vehicles: list[components.Vehicle]

    shapes: list[components.Shape | None]

    events: list[components.Event]

    owner: components.Animal | None
    """A cat or a dog, as `kind` says."""
